import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createDay } from '~/day/store'
import { Failed } from '~/genesys/errors'
import { createCache } from '~/storage/cache'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeShelf } from '../fake-storage'
import { settled } from '../settled'

const minute = 60_000
const answer = (count: number) => ({
  results: [{ data: [{ metrics: [{ metric: 'tHandle', stats: { count, sum: 1 } }] }] }],
})

function open(whyNot?: string) {
  const clock = createManualClock()
  const storage = fakeShelf()
  let handled = 1
  const fake = fakeAsk({ aggregateConversations: () => answer(handled) })
  const tab = () =>
    createRoot(() =>
      createDay({
        ...{ ask: fake.ask, clock, me: 'me', whyNot: () => whyNot },
        cache: createCache({ storage, owner: 'o', stamp: 's', clock, isClosed: () => false }),
      }),
    )
  return {
    ...{ clock, tab, fake },
    asked: () => fake.count('aggregateConversations'),
    becomes: (count: number) => {
      handled = count
    },
    async pass(ms: number) {
      clock.advance(ms)
      for (let turn = 0; turn < 5; turn++) await settled()
    },
  }
}

describe('my day', () => {
  test('is read when it is looked at, and every five minutes while it is', async () => {
    const { tab, asked, pass, becomes } = open()
    const day = tab()
    day.open()
    await pass(0)
    expect(day.read()?.figures.handled).toBe(1)
    becomes(2)
    await pass(5 * minute - 1)
    expect(asked()).toBe(1)
    await pass(1)
    expect([asked(), day.read()?.figures.handled]).toEqual([2, 2])
    day.close()
    await pass(60 * minute)
    expect(asked()).toBe(2)
  })

  test('is read once for all tabs, and says as of when', async () => {
    const { tab, asked, pass, clock } = open()
    tab().open()
    await pass(0)
    const at = clock.now()
    await pass(2 * minute)
    const other = tab()
    other.open()
    await pass(0)
    expect([asked(), other.read()?.at, other.next()]).toEqual([1, at, at + 5 * minute])
  })

  test('of yesterday is not shown today', async () => {
    const { tab, pass, asked, fake } = open()
    const day = tab()
    day.open()
    await pass(0)
    day.close()
    await pass(24 * 60 * minute)
    fake.answers.aggregateConversations = () => {
      throw new Failed({ kind: 'offline', outcome: 'refused' } as never)
    }
    day.open()
    await pass(0)
    expect([asked(), day.read()]).toEqual([2, undefined])
  })

  test('that could not be read says so, keeps what it had, and is tried again after a minute', async () => {
    const { tab, pass, asked, fake } = open()
    const day = tab()
    day.open()
    await pass(0)
    const works = fake.answers.aggregateConversations
    fake.answers.aggregateConversations = () => {
      throw new Failed({ kind: 'offline', outcome: 'refused' } as never)
    }
    await pass(5 * minute)
    expect([day.trouble() !== undefined, day.read()?.figures.handled]).toEqual([true, 1])
    Object.assign(fake.answers, { aggregateConversations: works })
    await pass(minute)
    expect([asked(), day.trouble()]).toEqual([3, undefined])
  })

  test('is not asked for without the right to it', async () => {
    const { tab, asked, pass } = open('Your role lacks it')
    tab().open()
    await pass(10 * minute)
    expect(asked()).toBe(0)
  })
})
