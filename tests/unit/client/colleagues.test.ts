import { describe, expect, test } from 'vitest'
import { withEmulator } from '../emulator/visitor'
import { given, listenToAll, refusal, signIn } from './agent'
import { goOnQueue, takeCall, takePresence } from './phone'
import { withTime } from './time'

describe('an agent watches a colleague', () => {
  test('by the topics of that colleague, from presence to presence', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
      const of = (suffix: string) => `v2.users.${ben.id}.${suffix}`
      const { heard } = await listenToAll(ana, of('presence'), of('routingStatus'))
      await takePresence(ben, 'Training')
      const told = await heard(of('presence'), () => true)
      expect(told).toMatchObject({
        source: 'PURECLOUD',
        presenceDefinition: { systemPresence: 'TRAINING' },
      })
      await goOnQueue(ben)
      await heard(
        of('presence'),
        ({ presenceDefinition }) => presenceDefinition.systemPresence === 'ON_QUEUE',
      )
      await heard(of('routingStatus'), ({ routingStatus }) => routingStatus.status === 'IDLE')

      const seen = await ana.presence.getUserPresencesPurecloud(ben.id)
      expect(seen.presenceDefinition?.systemPresence).toBe('On Queue')
      const several = await ana.presence.getUsersPresencesPurecloudBulk({ id: [ana.id, ben.id] })
      expect(several.map(({ userId }) => userId)).toEqual([ana.id, ben.id])
      expect((await ana.users.getUserRoutingstatus(ben.id)).status).toBe('IDLE')
    }))

  test('in calls, without hearing of what they are', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
      const topic = `v2.users.${ana.id}.conversationsummary`
      const { heard } = await listenToAll(ben, topic)
      await takeCall(emulator, ana)
      await heard(topic, ({ call }) => call.contactCenter.active === 1)
      const { conversationSummary } = await ben.users.getUser(ana.id, {
        expand: ['conversationSummary'],
      })
      expect(conversationSummary?.call?.contactCenter?.active).toBe(1)
      const calls = refusal(listenToAll(ben, `v2.users.${ana.id}.conversations.calls`))
      expect(await calls).toMatchObject({ status: 403, code: 'notification.unauthorized.topic' })
    }))

  test('who is out of office, from one day to another', () =>
    withTime(async (emulator, pass) => {
      const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
      const topic = `v2.users.${ben.id}.outofoffice`
      const { heard } = await listenToAll(ana, topic)
      const { date } = await ben.users.getUsersMe({ expand: ['date'] })
      const hours = (count: number) =>
        new Date(Date.parse(given(date?.currentDate)) + count * 3_600_000).toISOString()
      const set = await ben.users.putUserOutofoffice(ben.id, {
        active: true,
        startDate: hours(1),
        endDate: hours(2),
      })
      expect(set).toMatchObject({ active: false, indefinite: false, user: { id: ben.id } })
      pass(3_600_000)
      await heard(topic, ({ active }) => active === true)
      expect((await ana.users.getUserOutofoffice(ben.id)).active).toBe(true)
      pass(3_600_000)
      await heard(topic, ({ active }) => active === false)

      await ben.users.putUserOutofoffice(ben.id, { active: true, indefinite: true })
      await heard(topic, ({ indefinite }) => indefinite === true)
      await ben.users.putUserOutofoffice(ben.id, { active: false })
      expect((await ana.users.getUserOutofoffice(ben.id)).active).toBe(false)
      const theirs = ana.users.putUserOutofoffice(ben.id, { active: true, indefinite: true })
      expect((await refusal(theirs)).status).toBe(403)
    }))
})

describe('an agent looks for colleagues', () => {
  test('page by page, forth and back', () =>
    withEmulator(async (emulator) => {
      const { users } = await signIn(emulator)
      const first = await users.getUsers({ pageSize: 5, sortOrder: 'ascending' })
      expect(first).toMatchObject({ pageNumber: 1, pageCount: 3, total: 12 })
      expect(first.previousUri).toBeUndefined()
      const names: (string | undefined)[] = []
      let uri: string | undefined = first.selfUri
      let last = first
      while (uri !== undefined) {
        const pageNumber = Number(new URLSearchParams(uri.split('?')[1]).get('pageNumber'))
        last = await users.getUsers({ pageSize: 5, pageNumber, sortOrder: 'ascending' })
        names.push(...(last.entities ?? []).map(({ name }) => name))
        uri = last.nextUri
      }
      expect(new Set(names).size).toBe(12)
      expect(names[0]).toBe('Ana Ruiz')
      expect(last.previousUri).toContain('pageNumber=2')
      expect(first.lastUri).toContain('pageNumber=3')
      const down = await users.getUsers({ pageSize: 5, sortOrder: 'descending' })
      expect(down.entities?.[0]?.name).toBe(names.at(-1))
      const some = await users.getUsers({
        id: [given(first.entities?.[1]?.id)],
        expand: ['presence', 'station'],
      })
      expect(some.entities).toHaveLength(1)
      expect(some.entities?.[0]?.presence?.presenceDefinition?.systemPresence).toBeDefined()
      expect(await refusal(users.getUsers({ pageNumber: 0 }))).toMatchObject({ status: 400 })
    }))

  test('by a search, whose next page is asked for by the text of its link', () =>
    withEmulator(async (emulator) => {
      const { search } = await signIn(emulator)
      const found = await search.postUsersSearch({
        query: [{ type: 'EXACT', fields: ['department'], value: 'Billing' }],
        pageSize: 2,
        sortBy: 'name',
      })
      expect(found).toMatchObject({ total: 4, pageCount: 2, pageNumber: 1 })
      const q64 = new URLSearchParams(found.nextPage?.split('?')[1]).get('q64')
      const next = await search.getUsersSearch(given(q64 ?? undefined))
      expect(next.pageNumber).toBe(2)
      const names = [...(found.results ?? []), ...(next.results ?? [])].map(({ name }) => name)
      expect(names).toEqual([
        'Ana Ruiz',
        'Dmitri Volkov',
        'Fatima Al-Zahra Benjelloun',
        'Zoë O’Brien',
      ])
    }))
})
