import { createRoot } from 'solid-js'
import { createConversations } from '~/conversations/store'
import { createLedger } from '~/ledger/ledger'
import type { Sealed } from '~/storage'
import { createWrapup } from '~/wrapup/store'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeEars } from '../fake-ears'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'

export const { id } = situation
export const solved = { id: 'w-1', name: 'Solved' }

/** Keeps what it is given, as text, the way storage does. */
export function fakeSealed(before?: unknown): Sealed & { now(): unknown } {
  let text = JSON.stringify(before)
  return {
    now: () => (text === undefined ? undefined : JSON.parse(text)),
    read: async () => (text === undefined ? undefined : JSON.parse(text)),
    async keep(value) {
      text = JSON.stringify(value)
    },
  }
}

/** A call that owes its wrap-up. */
export function createStage(kept = fakeSealed()) {
  const clock = createManualClock()
  const said: string[] = []
  const fake = fakeAsk({
    listWrapupCodes: () => [{ id: 'w-2', name: 'Zoned' }, solved, { id: 'w-3' }, { name: 'No id' }],
  })
  const ledger = createLedger({
    ...fakeEars,
    clock,
    onPending: () => {},
    say: (text) => said.push(text),
  })
  const { conversations, wrapup } = createRoot(() => {
    const made = createConversations({ me: situation.me, now: clock.now })
    const readBack = async () => made.apply(situation.wrapupGiven)
    const parts = { ask: fake.ask, ledger, conversation: made.get, readBack, kept }
    return { conversations: made, wrapup: createWrapup(parts) }
  })
  conversations.apply(situation.wrapupOwed)
  const owed = conversations.get(id)
  if (!owed) throw new Error('It is not owed.')
  return {
    clock,
    said,
    ...fake,
    kept,
    wrapup,
    owed,
    async submit() {
      void wrapup.submit(owed)
      await settled()
    },
    async hear(wire: typeof situation.wrapupOwed) {
      conversations.apply(wire)
      ledger.check()
      clock.advance(10_000)
      await settled()
    },
  }
}
