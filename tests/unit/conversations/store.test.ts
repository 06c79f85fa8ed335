import { createEffect, createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { compare } from '~/conversations/conversation'
import { type Conversations, createConversations } from '~/conversations/store'
import type { Conversation as Wire } from '~/genesys/wire'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'

const withId = (wire: Wire, id: string): Wire => ({ ...wire, id })

function withStore<T>(use: (store: Conversations) => T): T {
  return createRoot((dispose) => {
    const store = createConversations({ me: situation.me, now: () => situation.start + 100_000 })
    const result = use(store)
    dispose()
    return result
  })
}

describe('the agent’s conversations', () => {
  test('a ringing call appears, is answered, owes its wrap-up, and leaves', () => {
    withStore((store) => {
      store.apply(situation.ringing)
      expect(store.alerting().map(({ id }) => id)).toEqual([situation.id])
      store.apply(situation.connected)
      expect(store.alerting()).toEqual([])
      expect(store.live()).toBe(true)
      store.apply(situation.wrapupOwed)
      expect(store.live()).toBe(false)
      expect(store.get(situation.id)?.phase).toBe('wrapup')
      store.apply(situation.wrapupGiven)
      expect(store.ids()).toEqual([])
      expect(store.get(situation.id)).toBeUndefined()
    })
  })

  test('a call that was not answered leaves at once', () => {
    withStore((store) => {
      store.apply(situation.ringing)
      store.apply(situation.notAnswered)
      expect(store.ids()).toEqual([])
    })
  })

  test('a conversation in which the agent has no part is passed over, and one that was left goes', () => {
    withStore((store) => {
      store.apply(situation.withoutMe)
      store.apply({})
      expect(store.ids()).toEqual([])
      store.apply(situation.ringing)
      store.apply(situation.withoutMe)
      expect(store.ids()).toEqual([])
    })
  })

  test('the list stays the very same list as long as its order does', () => {
    withStore((store) => {
      store.apply(withId(situation.ringing, 'a'))
      store.apply(withId(situation.connected, 'b'))
      const before = store.ids()
      expect(before).toEqual(['a', 'b'])
      store.apply(withId(situation.muted, 'b'))
      store.apply(withId(situation.ringing, 'a'))
      store.apply(situation.withoutMe)
      expect(store.ids()).toBe(before)
      store.apply(withId(situation.held, 'a'))
      expect(store.ids()).toEqual(['b', 'a'])
    })
  })

  test('the same news twice changes nothing', () => {
    withStore((store) => {
      store.apply(situation.connected)
      const once = JSON.stringify(store.get(situation.id))
      store.apply(situation.connected)
      expect(store.ids()).toEqual([situation.id])
      expect(JSON.stringify(store.get(situation.id))).toBe(once)
    })
  })

  test('news about one conversation disturbs nobody who looks at another', async () => {
    const looks: (string | undefined)[] = []
    const { store, dispose } = createRoot((end) => {
      const made = createConversations({ me: situation.me, now: () => 0 })
      made.apply(withId(situation.connected, 'a'))
      made.apply(withId(situation.connected, 'b'))
      createEffect(() => looks.push(made.get('a')?.phase))
      return { store: made, dispose: end }
    })
    await settled()
    store.apply(withId(situation.held, 'b'))
    await settled()
    expect(looks).toEqual(['connected'])
    store.apply(withId(situation.held, 'a'))
    await settled()
    expect(looks).toEqual(['connected', 'held'])
    dispose()
  })

  test('a reading replaces all: what it does not list is gone', () => {
    withStore((store) => {
      store.apply(withId(situation.ringing, 'a'))
      store.apply(withId(situation.connected, 'b'))
      store.replace([
        withId(situation.held, 'b'),
        withId(situation.ringing, 'c'),
        situation.withoutMe,
      ])
      expect(store.ids()).toEqual(['c', 'b'])
      expect(store.get('b')?.phase).toBe('held')
      store.replace([])
      expect(store.ids()).toEqual([])
    })
  })

  test('a reading with holes in it still gives the rest', () => {
    withStore((store) => {
      const holes = [null, 5, {}, { id: 'x', participants: [null] }, situation.connected]
      store.replace(holes as Wire[])
      expect(store.ids()).toEqual([situation.id])
    })
  })

  test('a reading keeps what only it lacks: when the call was first seen', () => {
    withStore((store) => {
      store.apply(situation.ringing)
      const since = store.get(situation.id)?.since
      store.replace([situation.ringingEvent])
      expect(store.get(situation.id)?.since).toBe(since)
    })
  })
})

test('of two that ring one is answered: nobody sees the other stop ringing for a moment', async () => {
  const seen: string[] = []
  const { store, dispose } = createRoot((end) => {
    const made = createConversations({ me: situation.me, now: () => 0 })
    made.apply(withId(situation.ringing, 'a'))
    made.apply(withId(situation.ringing, 'b'))
    createEffect(() =>
      seen.push(
        made
          .alerting()
          .map(({ id }) => id)
          .join(),
      ),
    )
    return { store: made, dispose: end }
  })
  await settled()
  store.apply(withId(situation.connected, 'a'))
  await settled()
  expect(seen).toEqual(['a,b', 'b'])
  dispose()
})

test('one that has left and comes back is seen by whoever looked for it all the while', async () => {
  const seen: (string | undefined)[] = []
  const { store, dispose } = createRoot((end) => {
    const made = createConversations({ me: situation.me, now: () => 0 })
    made.apply(situation.ringing)
    createEffect(() => seen.push(made.get(situation.id)?.phase))
    return { store: made, dispose: end }
  })
  await settled()
  store.replace([])
  await settled()
  store.apply(situation.connected)
  await settled()
  expect(seen).toEqual(['alerting', undefined, 'connected'])
  dispose()
})

test('many in any order are listed as they matter, as if they had been sorted', () => {
  const wires = [situation.ringing, situation.connected, situation.held, situation.wrapupOwed]
  withStore((store) => {
    for (let at = 0; at < 60; at++) {
      const wire = wires[(at * 7) % 4] ?? situation.held
      store.apply(withId(wire, `${(at * 13) % 20}`))
    }
    expect(store.all()).toEqual([...store.all()].sort(compare))
    expect(store.ids()).toHaveLength(20)
  })
})
