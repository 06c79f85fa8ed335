import { describe, expect, test } from 'vitest'
import { spell } from '../../emulator/presence/definitions'
import { labelsFor } from '../../emulator/presence/labels'
import { control, type Json, signIn, type Visitor, withEmulator } from './visitor'

async function definitions(visitor: Visitor, query = ''): Promise<Json[]> {
  const { body } = await visitor.ask('GET', `/presence/definitions${query}`)
  return body.entities
}

describe('what a presence is called', () => {
  const labels = { en_US: 'Lunch', de: 'Mittagessen' }

  test.each([
    ['ALL', labels],
    ['de', { de: 'Mittagessen' }],
    ['ja', { en_US: 'Lunch' }],
  ])('%s', (locale, found) => {
    expect(labelsFor(labels, locale)).toEqual(found)
  })

  test.each([
    ['words', 'On Queue'],
    ['capitals', 'ON_QUEUE'],
    ['joined', 'OnQueue'],
  ] as const)('REST spells it in %s: %s', (spelling, text) => {
    expect(spell('OnQueue', spelling)).toBe(text)
  })

  test('the switch turns how REST spells it, and not the events', () =>
    withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const { userId } = ana
        await control(emulator, 'POST', `/users/${userId}/presence`, { systemPresence: 'On Queue' })
        const own = await ana.ask('GET', `/users/${userId}/presences/purecloud`)
        expect(own.body.presenceDefinition.systemPresence).toBe('OnQueue')
        const me = await ana.ask('GET', '/users/me?expand=presence')
        expect(me.body.presence.presenceDefinition.systemPresence).toBe('OnQueue')
      },
      { switches: { presenceSpelling: 'joined' } },
    ))
})

describe('presence definitions', () => {
  test('come in one language or all, without those no longer in use', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const all = await definitions(ana, '?localeCode=ALL')
      const lunch = all.find((one) => one.name === 'Lunch')
      expect(lunch.languageLabels).toMatchObject({ en_US: 'Lunch', de: 'Mittagessen' })
      const german = await definitions(ana, '?localeCode=de')
      expect(german.find(({ id }) => id === lunch.id).languageLabels).toEqual({ de: 'Mittagessen' })
      expect(all.map(({ name }) => name)).not.toContain('Stocktaking')
      const gone = await definitions(ana, '?deactivated=TRUE')
      expect(gone).toMatchObject([{ name: 'Stocktaking', deactivated: true, type: 'User' }])
      expect(await definitions(ana, `?divisionId=${ana.userId}`)).toEqual([])
      const one = await ana.ask('GET', `/presence/definitions/${lunch.id}?localeCode=fr`)
      expect(one.body.languageLabels).toEqual({ fr: 'Déjeuner' })
      expect((await ana.ask('GET', '/presence/definitions/none')).body.code).toBe(
        'presenceservice.organizationpresence.organizationpresencenotfound',
      )
    }))

  test('come in pages from the deprecated resource', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { body } = await ana.ask('GET', '/presencedefinitions?pageSize=5&localeCode=ALL')
      expect(body).toMatchObject({ pageSize: 5, total: 13, pageCount: 3 })
      const all = await ana.ask('GET', '/presencedefinitions?deleted=ALL')
      expect(all.body.total).toBe(14)
      const one = await ana.ask('GET', `/presencedefinitions/${body.entities[0].id}`)
      expect(one.body.name).toBe('Available')
      const system = await ana.ask('GET', '/systempresences')
      expect(system.body.map((found: Json) => found.name)).toContain('ON_QUEUE')
      expect((await ana.ask('GET', '/presence/settings')).body).toMatchObject({
        requestingOffQueueEnabled: false,
      })
    }))
})

describe('presences', () => {
  test('are set by any spelling of the source, and not to what is no longer in use', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = `/users/${ana.userId}/presences`
      const all = await definitions(ana)
      const { id } = all.find(({ name }) => name === 'Coaching')
      const set = await ana.ask('PATCH', `${path}/PURECLOUD`, { presenceDefinition: { id } })
      expect(set.body.presenceDefinition).toMatchObject({ id, systemPresence: 'Meeting' })
      const noted = await ana.ask('PATCH', `${path}/purecloud`, { message: 'Room 3' })
      expect(noted.body).toMatchObject({ message: 'Room 3', presenceDefinition: { id } })
      expect((await ana.ask('GET', `${path}/PURECLOUD`)).body.message).toBe('Room 3')
      expect((await ana.ask('GET', `${path}/elsewhere`)).status).toBe(404)
      expect((await ana.ask('PATCH', `${path}/purecloud`, {})).body.code).toBe('bad.request')
      const [gone] = await definitions(ana, '?deactivated=true')
      const change = { presenceDefinition: { id: gone.id } }
      expect((await ana.ask('PATCH', `${path}/purecloud`, change)).body.code).toBe('invalid.value')
    }))

  test('of several people come together', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const people = await ana.ask('GET', '/users?pageSize=3')
      const ids = people.body.entities.map((one: Json) => one.id)
      const path = '/users/presences/purecloud/bulk'
      const { body } = await ana.ask('GET', `${path}?id=${ids}`)
      expect(body.map((one: Json) => one.userId)).toEqual(ids)
      const upper = await ana.ask('GET', `/users/presences/PURECLOUD/bulk?id=${ids[0]}`)
      expect(upper.body).toHaveLength(1)
      const many = Array.from({ length: 51 }, () => ids[0])
      expect((await ana.ask('GET', `${path}?id=${many}`)).body.code).toBe('max.user.presences')
      expect((await ana.ask('GET', `${path}?id=nobody`)).body.code).toBe(
        'presenceservice.usernotfound',
      )
    }))

  test('of others are set by a team lead, and never to On Queue', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const lead = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      const all = await definitions(ana)
      const change = (systemPresence: string) => {
        const { id } = all.find((one) => one.systemPresence === systemPresence)
        return [{ id: ana.userId, presenceDefinition: { id } }]
      }
      const path = '/users/presences/bulk'
      expect((await ana.ask('PUT', path, change('Away'))).status).toBe(403)
      expect((await lead.ask('PUT', path, change('Away'))).body).toMatchObject([
        { id: ana.userId, presenceDefinition: { systemPresence: 'Away' } },
      ])
      expect((await lead.ask('PUT', path, change('OnQueue'))).body.code).toBe(
        'endpoint.does.not.support.on.queue',
      )
    }))

  test('a fault can say that the last change is still being worked on', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = `/users/${ana.userId}/presences/purecloud`
      const code = 'presenceservice.conflict'
      await control(emulator, 'POST', '/faults', {
        method: 'PATCH',
        kind: 'status',
        status: 409,
        code,
      })
      expect((await ana.ask('PATCH', path, { message: 'Back soon' })).body).toMatchObject({
        code,
        message: 'A previous update request has not yet completed',
      })
    }))
})

describe('a routing status', () => {
  test('of whom nobody knows is off queue', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await ana.ask('GET', '/users/nobody/routingstatus')).body).toEqual({
        userId: 'nobody',
        status: 'OFF_QUEUE',
      })
    }))

  test('may be taken without effect', () =>
    withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const path = `/users/${ana.userId}/routingstatus`
        expect(await ana.ask('PUT', path, { status: 'INTERACTING' })).toMatchObject({
          status: 200,
          body: { status: 'OFF_QUEUE' },
        })
      },
      { switches: { routingStatusTaken: 'any' } },
    ))
})
