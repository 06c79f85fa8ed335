import { describe, expect, test } from 'vitest'
import { skills } from '../../emulator/org/skills'
import { createStage } from './stage'
import { control, type Emulator, type Json, listenTo, signIn, withEmulator } from './visitor'

const from = { name: 'Finn Jansen', number: '+14635550102' }
const lead = 'Fatima Al-Zahra Benjelloun'
const idOf = (name: string) => skills.find((one) => one.name === name)?.id ?? ''
const namesOf = (body: Json) => body.entities.map(({ name }: Json) => name)

/** A customer calls Billing. */
async function call(emulator: Emulator, wanted: unknown) {
  const { queues } = (await control(emulator, 'GET', '/state')).body
  return control(emulator, 'POST', '/calls', { queueId: queues[0].id, from, skills: wanted })
}

describe('skills', () => {
  test('of a person are listed, page by page, and told with the person', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = `/users/${ana.userId}/routingskills`
      const { body } = await ana.ask('GET', `${path}?pageSize=2&sortOrder=descending`)
      expect(body).toMatchObject({ total: 3, pageCount: 2 })
      expect(namesOf(body)).toEqual(['Warranty', 'Spanish'])
      expect(body.entities[0]).toEqual({
        id: idOf('Warranty'),
        name: 'Warranty',
        proficiency: 3,
        state: 'active',
        skillUri: `/api/v2/routing/skills/${idOf('Warranty')}`,
        selfUri: `/api/v2${path}/${idOf('Warranty')}`,
      })
      const me = await ana.ask('GET', '/users/me?expand=skills,routingskills')
      expect(me.body.skills).toHaveLength(3)
      expect(me.body.skills).toContainEqual(body.entities[0])
      expect(me.body.routingSkills).toHaveLength(skills.length)
      const li = await signIn(emulator, 'Li Wei')
      expect((await ana.ask('GET', `/users/${li.userId}/routingskills`)).body.total).toBe(0)
      expect((await ana.ask('GET', '/users/nobody/routingskills')).status).toBe(404)
    }))

  test('of the organisation are listed for who may see them', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect(await ana.ask('GET', '/routing/skills')).toMatchObject({
        status: 403,
        body: { messageParams: { permissions: 'routing:skill:view' } },
      })
      const fatima = await signIn(emulator, lead)
      const list = async (query: string) =>
        (await fatima.ask('GET', `/routing/skills${query}`)).body
      expect(namesOf(await list(''))).toEqual(skills.map(({ name }) => name))
      expect(namesOf(await list('?name=war'))).toEqual(['Warranty'])
      expect(namesOf(await list('?name=ranty'))).toEqual([])
      expect(namesOf(await list(`?id=${idOf('Spanish')}&id=${idOf('Heating')}`))).toEqual([
        'Heating',
        'Spanish',
      ])
      expect(await list('?pageSize=2&pageNumber=3')).toMatchObject({
        total: skills.length,
        entities: [{ id: idOf('Warranty') }],
      })
    }))

  test('find the members of a queue, by a part of a name', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { queues } = (await control(emulator, 'GET', '/state')).body
      const members = async (wanted: string) => {
        const path = `/routing/queues/${queues[0].id}/members?skills=${wanted}`
        return namesOf((await ana.ask('GET', path)).body)
      }
      expect(await members('invoice')).toEqual(['Ana Ruiz', 'Dmitri Volkov'])
      expect(await members('span,contract')).toEqual(['Ana Ruiz', 'Dmitri Volkov'])
      expect(await members('Heating')).toEqual([])
    }))
})

describe('a call that asks for skills', () => {
  test('is told with their ids, in REST and in events, and never with a name', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['conversations'])
      await control(emulator, 'POST', `/users/${ana.userId}/presence`, {
        systemPresence: 'On Queue',
      })
      const { conversationId } = (await call(emulator, ['Warranty'])).body
      const id = idOf('Warranty')
      const { body } = await ana.ask('GET', `/conversations/${conversationId}`)
      const told = (wire: Json) =>
        wire.participants.find((one: Json) => one.userId === ana.userId).conversationRoutingData
      expect(told(body).skills).toEqual([{ id, selfUri: `/api/v2/routing/skills/${id}` }])
      const event = await listener.next((frame) => frame.eventBody?.id === conversationId)
      expect(told(event.eventBody).skills).toEqual([{ id }])
    }))

  test.each([[['Juggling']], ['Warranty'], [[7]]])('for %o: there is none', (wanted) =>
    withEmulator(async (emulator) => {
      expect(await call(emulator, wanted)).toMatchObject({ status: 400, body: { field: 'skills' } })
    }),
  )

  test('asks a queue, and nobody directly', () =>
    withEmulator(async (emulator) => {
      const { users } = (await control(emulator, 'GET', '/state')).body
      const direct = { userId: users[0].id, from, skills: ['Warranty'] }
      expect((await control(emulator, 'POST', '/calls', direct)).body.field).toBe('skills')
    }))

  test('waits for who has all of them, while others are rung by what comes after it', () => {
    const stage = createStage()
    stage.setPresence('Dmitri', 'On Queue')
    const both = stage.call('Billing', 0, ['Invoices', 'Warranty'].map(idOf))
    const one = stage.call('Billing', 0, [idOf('Invoices')])
    expect(stage.conversation(both).participants).toHaveLength(2)
    expect(stage.participant(one, 'Dmitri').call.state).toBe('alerting')
    stage.setPresence('Ana', 'On Queue')
    expect(stage.participant(both, 'Ana').call.state).toBe('alerting')
  })
})
