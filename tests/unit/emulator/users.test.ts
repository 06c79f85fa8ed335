import { describe, expect, test } from 'vitest'
import { searchUsers } from '../../emulator/api/search'
import { createStage } from './stage'
import { type Json, signIn, withEmulator } from './visitor'

const { world } = createStage()

function names(...query: object[]): string[] {
  const { results } = searchUsers({ query, pageSize: 50 }, world.org, ({ name }) => name)
  return results.map(String)
}

describe('searching users', () => {
  const fields = ['name', 'email']

  test.each([
    ['CONTAINS', 'ruiz', ['Ana Ruiz']],
    ['CONTAINS', 'LEFEVRE', ['Chloé Lefèvre-Montgomery']],
    ['STARTS_WITH', 'ruiz', ['Ana Ruiz']],
    ['EXACT', 'li wei', ['Li Wei']],
    ['TERM', 'wei', ['Li Wei']],
    ['CONTAINS', 'nobody', []],
  ])('%s %s', (type, value, found) => {
    expect(names({ fields, type, value })).toEqual(found)
  })

  test('criteria hold together, or one of them, or not', () => {
    const repairs = { fields: ['department'], type: 'EXACT', value: 'Repairs' }
    const ben = { fields, type: 'CONTAINS', value: 'ben ' }
    const ana = { fields, type: 'CONTAINS', value: 'ana' }
    expect(names(repairs, ben)).toEqual(['Ben Okafor'])
    expect(names({ ...ben, operator: 'OR' }, { ...ana, operator: 'OR' })).toContain('Ana Ruiz')
    expect(names(repairs, { ...ben, operator: 'NOT' })).not.toContain('Ben Okafor')
  })

  test('comes in pages', () => {
    const body = { query: [{ type: 'MATCH_ALL' }], pageSize: 5, pageNumber: 2 }
    const found = searchUsers(body, world.org, ({ name }) => name)
    expect(found).toMatchObject({ total: 12, pageCount: 3, pageNumber: 2, types: ['users'] })
    expect(found.results).toHaveLength(5)
    expect(found).toHaveProperty('nextPage')
    expect(found).toHaveProperty('previousPage')
  })
})

describe('the user’s own facts', () => {
  test('come plain, and expanded on request', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await ana.ask('GET', '/users/me')).body).not.toHaveProperty('presence')
      const expand = 'presence,routingStatus,organization,authorization,station'
      const { body } = await ana.ask('GET', `/users/me?expand=${expand}`)
      expect(body).toMatchObject({
        name: 'Ana Ruiz',
        presence: { presenceDefinition: { systemPresence: 'Available' } },
        routingStatus: { userId: ana.userId, status: 'OFF_QUEUE' },
        organization: { name: 'Larkfield Home Services', defaultCountryCode: 'US' },
        authorization: { permissions: expect.arrayContaining(['routing:agent:onqueue']) },
        station: { effectiveStation: { type: 'inin_webrtc_softphone' } },
      })
    }))

  test('a routing status is only ever put back to IDLE', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = `/users/${ana.userId}/routingstatus`
      expect(await ana.ask('PUT', path, { status: 'IDLE' })).toMatchObject({
        status: 400,
        body: { code: 'general.bad.request' },
      })
    }))

  test('nobody sets another’s presence', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
      const path = `/users/${ben.userId}/presences/purecloud`
      const { body } = await ana.ask('GET', '/presence/definitions')
      const { id } = body.entities[0]
      expect((await ana.ask('PATCH', path, { presenceDefinition: { id } })).body.code).toBe(
        'presence.not.authorized.update.other.user.presence',
      )
      const labels = body.entities.map((one: Json) => one.languageLabels.en_US)
      expect(labels).toEqual(expect.arrayContaining(['On Queue', 'Lunch', 'Coaching']))
    }))

  test('queues are found by name, and one’s own without leave', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const found = await ana.ask('GET', '/routing/queues/divisionviews?name=*RS*')
      expect(found.body.entities.map((queue: Json) => queue.name)).toContain('Repairs')
      const own = await ana.ask('GET', '/routing/queues/me?pageSize=1')
      expect(own.body).toMatchObject({ pageSize: 1, entities: [{ name: 'Billing', joined: true }] })
      expect(own.body.nextUri).toContain('pageNumber=2')
    }))
})
