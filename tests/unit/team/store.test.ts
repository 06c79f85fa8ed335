import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { Failed } from '~/genesys/errors'
import type { Colleague } from '~/team/pages'
import type { Show } from '~/team/state'
import { createTeam, type TeamParts } from '~/team/store'
import type { Doing } from '~/transfer/destination'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

const at = (presence: Doing['presence'], since = 1, more: Partial<Doing> = {}): Doing => ({
  ...{ presence, word: '', presenceSince: since, outOfOffice: false },
  ...{ routing: 'OFF_QUEUE', ...more },
})
const named = (name: string, doing: Doing): Colleague => ({
  ...{ id: name.toLowerCase(), name, department: '', doing },
})
const five = [
  named('Ana', at('available', 50)),
  named('Ben', at('busy', 10)),
  named('Cy', at('onqueue', 5, { routing: 'INTERACTING', routingSince: 90 })),
  named('Dee', at('offline', 1)),
  named('Eve', at('available', 20)),
]

async function open(everybody: readonly Colleague[] = five, more: Partial<TeamParts> = {}) {
  const clock = createManualClock()
  const start = clock.now()
  const asked: [scope: string, text: string, page: number][] = []
  const watched: (readonly string[])[] = []
  const read: (readonly string[])[] = []
  let tell: (id: string, doing: Doing) => void = () => {}
  let end = () => {}
  /** What they do now. */
  const now = new Map(everybody.map(({ id, doing }) => [id, doing ?? at('other')]))
  const team = createRoot(() =>
    createTeam({
      clock,
      now: clock.now,
      paused: () => false,
      hidden: () => false,
      async read(scope, text, page) {
        asked.push([scope, text, page])
        const found = everybody.filter(({ name }) => name.toLowerCase().includes(text))
        const people = found.slice((page - 1) * 100, page * 100)
        const total = scope === 'all' ? { total: found.length } : {}
        const next = found.length > page * 100 ? { next: page + 1 } : {}
        return { people, ...total, ...next }
      },
      async people(ids) {
        read.push(ids)
        return ids.map((id) => ({ id, doing: now.get(id) ?? at('other') }))
      },
      watch(ids, { signal, onWatching, onDoing }) {
        watched.push(ids)
        tell = (id, doing) => !signal.aborted && onDoing(id, doing)
        onWatching([])
        return new Promise<void>((resolve) => {
          end = resolve
        })
      },
      explain: () => 'Why.',
      ...more,
    }),
  )
  const pass = async (ms: number) => {
    clock.advance(ms)
    await settled()
  }
  team.open()
  await settled()
  team.look({ from: 0, to: Math.min(20, team.count()) })
  await pass(300)
  return {
    ...{ team, asked, watched, read, now, pass },
    /** Milliseconds since it was opened. */
    age: (id: string) => Number(team.seen(id)?.age) - start,
    asOf: () => {
      const news = team.news()
      return typeof news === 'object' ? news.asOf - start : news
    },
    tell: (id: string, doing: Doing) => tell(id, doing),
    end: () => end(),
    rows: () => Array.from({ length: team.count() }, (_, index) => team.at(index)?.name),
  }
}

describe('the order', () => {
  test('is that of names, and by state or time whoever is nearest to a call', async () => {
    const { team, rows } = await open()
    expect(rows()).toEqual(['Ana', 'Ben', 'Cy', 'Dee', 'Eve'])
    team.by('state')
    expect(rows()).toEqual(['Cy', 'Ana', 'Eve', 'Ben', 'Dee'])
    team.by('time')
    expect(rows()).toEqual(['Ben', 'Eve', 'Ana', 'Cy', 'Dee'])
  })

  test.each<[Show, readonly string[]]>([
    ['available', ['Ana', 'Eve']],
    ['onqueue', ['Cy']],
    ['meal', []],
  ])('of those who are %s alone', async (show, names) => {
    const { team, rows } = await open()
    team.restrict(show)
    expect(rows()).toEqual(names)
  })

  test('does not change under the hand: what has changed is counted, and sorted when it is asked for', async () => {
    const { team, rows, tell, pass } = await open()
    team.by('state')
    team.hold(true)
    tell('cy', at('break', 100))
    tell('dee', at('available', 100))
    await pass(60_000)
    expect([rows(), team.moved()]).toEqual([['Cy', 'Ana', 'Eve', 'Ben', 'Dee'], 2])
    // Back to what it was: nothing to sort.
    tell('dee', at('offline', 200))
    expect(team.moved()).toBe(1)
    team.sortAgain()
    expect([rows(), team.moved()]).toEqual([['Ana', 'Eve', 'Ben', 'Cy', 'Dee'], 0])
  })

  test('is made anew by itself when nobody points at it, and not before it has rested', async () => {
    const { team, rows, tell, pass } = await open()
    team.by('state')
    tell('cy', at('break', 100))
    await pass(1_999)
    expect(rows()[0]).toBe('Cy')
    await pass(1)
    expect(rows()).toEqual(['Ana', 'Eve', 'Ben', 'Cy', 'Dee'])
  })
})

describe('a list', () => {
  const many = Array.from({ length: 950 }, (_, n) =>
    named(`P${`${n}`.padStart(4, '0')}`, at('busy')),
  )

  test('is read where it is looked at, and nowhere else', async () => {
    const { team, asked, pass } = await open(many)
    expect([team.count(), team.known()]).toEqual([950, 100])
    team.look({ from: 745, to: 760 })
    await pass(299)
    expect(asked).toEqual([['all', '', 1]])
    await pass(1)
    expect(asked).toEqual([
      ['all', '', 1],
      ['all', '', 8],
    ])
    expect(team.at(745)?.name).toBe('P0745')
    expect(team.at(300)).toBeUndefined()
    team.by('state')
    expect(team.count()).toBe(200)
    team.readMore()
    await settled()
    expect(team.count()).toBe(300)
    expect(asked.at(-1)).toEqual(['all', '', 2])
  })

  test('is searched by the server while not all of it is here, and by the desk when it is', async () => {
    const { team, asked, pass } = await open(many)
    team.type('p000')
    team.type('p0001')
    await pass(249)
    expect(asked).toHaveLength(1)
    await pass(1)
    expect([asked.at(-1), team.count()]).toEqual([['all', 'p0001', 1], 1])
    const small = await open()
    small.team.type('e')
    await small.pass(1_000)
    expect(small.asked).toHaveLength(1)
    expect(small.rows()).toEqual(['Ben', 'Dee', 'Eve'])
  })

  test('of a queue is read on to the end, five hundred at most', async () => {
    const { team, asked, pass } = await open(many)
    team.choose('a-queue')
    await pass(0)
    expect(asked.filter(([scope]) => scope === 'a-queue').map(([, , page]) => page)).toEqual([
      ...[1, 2, 3, 4, 5],
    ])
    expect([team.count(), team.next()]).toEqual([500, 6])
  })

  test('that cannot be read says why, and is read again when it is asked for', async () => {
    let fails = true
    const { team } = await open([], {
      async read() {
        if (fails) throw new Failed({ kind: 'offline', outcome: 'refused' } as never)
        return { people: five, total: 5 }
      },
    })
    expect(team.trouble()).toBe('Why.')
    fails = false
    team.readAgain()
    await settled()
    expect([team.trouble(), team.count()]).toEqual([undefined, 5])
  })
})

describe('what is seen', () => {
  test('is live of the rows on screen at rest, and of no others', async () => {
    const { team, watched, tell, pass } = await open()
    team.look({ from: 0, to: 5 })
    team.look({ from: 1, to: 3 })
    await pass(300)
    expect(watched.at(-1)).toEqual(['ben', 'cy'])
    expect(team.news()).toBe('live')
    tell('ben', at('meal', 7))
    expect(team.seen('ben')).toMatchObject({ presence: 'meal', age: 'live' })
    team.close()
    tell('ben', at('busy', 8))
    expect(team.seen('ben')).toMatchObject({ presence: 'meal' })
    expect(team.seen('ben')?.age).not.toBe('live')
  })

  test('is never called live while it is not told; it is read again, all of it in one question', async () => {
    const { team, read, now, pass, age, asOf } = await open(five, {
      watch: () => new Promise(() => {}),
    })
    expect(team.news()).toBeUndefined()
    await pass(5_000)
    expect(asOf()).toBe(0)
    now.set('ben', at('training', 9))
    await pass(20_000)
    expect(read).toEqual([])
    await pass(5_000)
    expect(read).toEqual([['ana', 'ben', 'cy', 'dee', 'eve']])
    expect(team.seen('ben')).toMatchObject({ presence: 'training' })
    expect(age('ben')).toBe(30_300)
    expect(asOf()).toBe(30_300)
    await pass(25_000)
    expect(read).toHaveLength(1)
  })

  test('says at once that it is no longer live when its watch ends', async () => {
    const { team, end, pass, asOf } = await open()
    expect(team.news()).toBe('live')
    end()
    await settled()
    expect(asOf()).toBe(300)
    await pass(5_000)
    expect(team.news()).toBe('live')
  })
})
