import { describe, expect, test } from 'vitest'
import { operationFacts } from '../../emulator/contract/facts'
import { type Json, signIn, withEmulator } from './visitor'

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

describe('users', () => {
  const namesOf = (body: Json) => body.entities.map((user: Json) => user.name)

  test('are listed in order, page by page, or by id', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const last = await ana.ask('GET', '/users?pageSize=5&pageNumber=3&sortOrder=ascending')
      expect(namesOf(last.body)).toEqual([
        'Maximiliana Konstantinopoulou-Featherstonehaugh',
        'Zoë O’Brien',
      ])
      expect(last.body).toMatchObject({ total: 12, pageCount: 3, pageNumber: 3 })
      const down = await ana.ask('GET', '/users?pageSize=1&sortOrder=descending')
      expect(namesOf(down.body)).toEqual(['Zoë O’Brien'])
      const one = await ana.ask('GET', `/users?id=${ana.userId},nobody&expand=routingStatus`)
      expect(one.body.entities).toMatchObject([{ name: 'Ana Ruiz', routingStatus: {} }])
      const { jabberId } = one.body.entities[0].chat
      const chat = await ana.ask('GET', `/users?jabberId=${encodeURIComponent(jabberId)}`)
      expect(namesOf(chat.body)).toEqual(['Ana Ruiz'])
      expect(namesOf((await ana.ask('GET', '/users?state=inactive')).body)).toEqual([])
      expect((await ana.ask('GET', '/users?state=any')).body.total).toBe(12)
    }))

  test.each([
    [`/users?id=${Array.from({ length: 101 }, (_, index) => index)}`, 'max.user.ids'],
    ['/users?id=nobody', 'general.resource.not.found'],
    ['/users?id=1&jabberId=2', 'bad.request'],
    ['/users/nobody', 'general.resource.not.found'],
    ['/users/search?q64=nonsense', 'bad.request'],
  ])('%s is refused as %s', (path, code) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await ana.ask('GET', path)).body.code).toBe(code)
    }),
  )

  test('are found again by the links of a search', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const body = { query: [{ type: 'MATCH_ALL' }], pageSize: 5, expand: ['presence'] }
      const first = await ana.ask('POST', '/users/search', body)
      const second = await ana.ask('GET', first.body.nextPage.replace('/api/v2', ''))
      expect(second.body).toMatchObject({ pageNumber: 2, total: 12 })
      expect(second.body.results[0].presence.source).toBe('PURECLOUD')
      const firstNames = first.body.results.map((user: Json) => user.name)
      expect(firstNames).not.toContain(second.body.results[0].name)
    }))

  test('tell all there is to tell of oneself, and only that', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { enum: known = [] } = operationFacts.getUsersMe?.query?.expand?.items ?? {}
      expect(known.length).toBeGreaterThan(40)
      const me = await ana.ask('GET', `/users/me?expand=${known}`)
      expect(me.body).toMatchObject({
        authorization: { unusedRoles: [] },
        presenceDefinitions: [{ name: 'Available', primary: true }, ...Array(12).fill({})],
        divisionedPresenceDefinitions: [
          { name: 'Available', type: 'System' },
          ...Array(12).fill({}),
        ],
        adjacents: { superiors: [] },
        token: { authorizedScope: expect.arrayContaining(['users']) },
        autoAnswerSettings: { settings: { call: { enabled: false } } },
        outOfOffice: { active: false },
        conversationSummary: { userId: ana.userId },
      })
      const other = await ana.ask('GET', `/users/${ana.userId}?expand=station,authorization`)
      expect(other.body.authorization).not.toHaveProperty('unusedRoles')
      expect(other.body.station.associatedStation.associatedUser).toMatchObject({ id: ana.userId })
      expect((await ana.ask('GET', `/users/${ana.userId}?state=deleted`)).status).toBe(404)
    }))

  test('have settings of what is answered for them', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = (id: string) => `/users/agentui/agents/autoanswer/${id}/settings`
      const { body } = await ana.ask('GET', path(ana.userId))
      expect(body).toMatchObject({ settings: { call: { enabled: false } } })
      expect((await ana.ask('GET', path('nobody'))).status).toBe(404)
    }))

  test.each([
    ['state', { state: 'active' }],
    ['favorites', { total: 0 }],
    ['routingskills', { total: 3 }],
    ['superiors', []],
    ['directreports', []],
    ['adjacents', { siblings: [] }],
  ])('have %s', (what, answer) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await ana.ask('GET', `/users/${ana.userId}/${what}`)).body).toMatchObject(answer)
    }),
  )
})
