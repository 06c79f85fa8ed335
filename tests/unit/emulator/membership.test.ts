import { describe, expect, test } from 'vitest'
import { createStage } from './stage'
import { type Json, listenTo, signIn, withEmulator } from './visitor'

describe('joining a queue', () => {
  test('lets its waiting calls ring', () => {
    const { world, user, queue, setPresence, call, participant } = createStage()
    setPresence('Ana', 'On Queue')
    const id = call('Enterprise')
    expect(() => participant(id, 'Ana')).toThrow('takes no part')
    expect(world.membership.join(user('Ana').id, queue('Enterprise').id, true)).toBe(true)
    expect(participant(id, 'Ana').call.state).toBe('alerting')
  })

  test('takes a membership', () => {
    const { world, user, queue } = createStage()
    const [ana, repairs] = [user('Ana').id, queue('Repairs').id]
    expect(world.membership.join(ana, repairs, true)).toBe(false)
    world.membership.add(ana, repairs)
    expect(queue('Repairs').members.get(ana)).toBe(true)
    expect(world.membership.remove(ana, repairs)).toBe(true)
    expect(world.membership.remove(ana, repairs)).toBe(false)
  })

  test('changes the queues joined, and being a member without having joined does not', () => {
    const { world, user, queue, clock } = createStage()
    const [ana, enterprise] = [user('Ana').id, queue('Enterprise').id]
    const before = world.membership.changedAt(ana)
    clock.advance(1000)
    expect(world.membership.remove(ana, enterprise)).toBe(true)
    expect(world.membership.changedAt(ana)).toBe(before)
    world.membership.remove(ana, queue('Billing').id)
    expect(world.membership.changedAt(ana)).toBe(clock.now())
  })

  test('whoever is new to a queue gets its calls, and whoever has left it does not', () => {
    const { world, user, queue, setPresence, call, participant } = createStage()
    const [ana, repairs] = [user('Ana').id, queue('Repairs').id]
    setPresence('Ana', 'On Queue')
    const id = call('Repairs')
    world.membership.add(ana, repairs)
    expect(world.org.queuesOf(ana)).toContain(queue('Repairs'))
    expect(participant(id, 'Ana').call.state).toBe('alerting')
    world.membership.remove(ana, repairs)
    expect(world.org.queuesOf(ana)).not.toContain(queue('Repairs'))
  })

  test('is told by the agent’s activity', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['activity'])
      const { body } = await ana.ask('GET', '/routing/queues/me?joined=false')
      const [{ id, name }] = body.entities
      expect(name).toMatch(/^Enterprise/)
      const before = Date.now()
      const joined = await ana.ask('PATCH', `/users/${ana.userId}/queues/${id}`, {
        id,
        joined: true,
      })
      expect(joined.body).toMatchObject({ id, joined: true })
      const { eventBody } = await listener.next((frame) =>
        frame.eventBody.activeQueueIds?.includes(id),
      )
      expect(Date.parse(eventBody.dateActiveQueuesChanged)).toBeGreaterThanOrEqual(before - 1)
      listener.close()
    }))

  test('several at once is answered before it is done, and passes over strangers', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = `/users/${ana.userId}/queues`
      const all = await ana.ask('GET', '/routing/queues')
      const idOf = (name: string) => all.body.entities.find((one: Json) => one.name === name).id
      const change = [
        { id: idOf('Sales'), joined: false },
        { id: idOf('Repairs'), joined: true },
      ]
      const answer = await ana.ask('PATCH', path, change)
      expect(answer.body.entities).toMatchObject([{ name: 'Sales', joined: true }])
      const names = async (query = '') => {
        const { body } = await ana.ask('GET', `${path}${query}`)
        return body.entities.map((one: Json) => one.name)
      }
      expect(await names()).toEqual(['Billing', 'Returns'])
      expect(await names('?joined=false')).toContain('Sales')
      const stranger = await ana.ask('PATCH', `${path}/${idOf('Repairs')}`, { joined: true })
      expect(stranger).toMatchObject({ status: 404, body: { code: 'resource.not.found' } })
      const unclear = await ana.ask('PATCH', `${path}/${idOf('Sales')}`, { name: 'Sales' })
      expect(unclear.body.code).toBe('general.bad.request')
    }))

  test('for somebody else takes a permission', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const lead = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      const { body } = await lead.ask('GET', `/users/${ana.userId}/queues`)
      const path = (userId: string) => `/users/${userId}/queues/${body.entities[0].id}`
      expect((await ana.ask('PATCH', path(lead.userId), { joined: false })).status).toBe(403)
      expect((await lead.ask('PATCH', path(ana.userId), { joined: false })).body.joined).toBe(false)
    }))
})

describe('the members of a queue', () => {
  test('come in pages without a total, filtered and expanded', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const queues = await ana.ask('GET', '/routing/queues?name=Billing')
      const [{ id }] = queues.body.entities
      const path = `/routing/queues/${id}/members`
      const first = await ana.ask('GET', `${path}?pageSize=2&expand=presence`)
      expect(first.body).not.toHaveProperty('total')
      expect(first.body.nextUri).toContain('pageNumber=2')
      expect(first.body.entities[0]).toMatchObject({
        name: 'Ana Ruiz',
        joined: true,
        memberBy: 'user',
        routingStatus: { status: 'OFF_QUEUE' },
        user: { presence: { presenceDefinition: { systemPresence: 'Available' } } },
      })
      const last = await ana.ask('GET', `${path}?pageSize=2&pageNumber=2`)
      expect(last.body).not.toHaveProperty('nextUri')
      const names = async (query: string) => {
        const { body } = await ana.ask('GET', `${path}?${query}`)
        return body.entities.map((one: Json) => one.name)
      }
      expect(await names('name=olk')).toEqual(['Dmitri Volkov'])
      expect(await names('presence=MEETING,Break&sortOrder=desc')).toEqual([
        'Zoë O’Brien',
        'Fatima Al-Zahra Benjelloun',
      ])
      expect(await names('routingStatus=IDLE')).toEqual([])
      expect(await names('joined=false')).toEqual([])
      expect(await names('memberBy=group')).toEqual([])
      expect(await names('skills=welding')).toEqual([])
      expect((await ana.ask('GET', `${path}?pageSize=101`)).body.code).toBe('invalid.value')
      const old = await ana.ask('GET', `/routing/queues/${id}/users?joined=true`)
      expect(old.body).toMatchObject({ total: 4, pageCount: 1 })
    }))

  test('are added, changed and deleted by who may', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const lead = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      const queues = await lead.ask('GET', '/routing/queues?name=Repairs')
      const path = `/routing/queues/${queues.body.entities[0].id}/members`
      const own = { id: ana.userId }
      expect((await ana.ask('POST', path, [own])).body.code).toBe('missing.any.permissions')
      expect((await lead.ask('POST', path, [own])).status).toBe(204)
      const left = await lead.ask('PATCH', path, [{ ...own, joined: false }])
      const isAna = ({ id }: Json) => id === ana.userId
      expect(left.body.entities.find(isAna).joined).toBe(false)
      const back = await lead.ask('PATCH', `${path}/${ana.userId}`, { joined: true })
      expect(back.status).toBe(202)
      const joined = await lead.ask('GET', `${path}?joined=true`)
      expect(joined.body.entities.some(isAna)).toBe(true)
      expect((await lead.ask('DELETE', `${path}/${ana.userId}`)).status).toBe(204)
      expect((await lead.ask('DELETE', `${path}/${ana.userId}`)).body.code).toBe(
        'resource.not.found',
      )
      expect((await lead.ask('POST', path, [{ id: 'nobody' }])).status).toBe(404)
    }))
})
