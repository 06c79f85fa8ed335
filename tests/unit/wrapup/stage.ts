import { createRoot, createSignal } from 'solid-js'
import { callProof } from '~/conversations/proof'
import { createConversations } from '~/conversations/store'
import { createLedger } from '~/ledger/ledger'
import { createCache } from '~/storage/cache'
import type { Sealed } from '~/storage/sealed'
import { createSettings } from '~/storage/settings'
import { createWrapup } from '~/wrapup/store'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeEars, inWords } from '../fake-ears'
import { fakeShelf } from '../fake-storage'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'

export const { id } = situation
export const solved = { id: 'w-1', name: 'Solved' }

/** Keeps what it is given, as text, the way storage does. */
export function fakeSealed(before: unknown = []): Sealed & { now(): unknown } {
  let text = JSON.stringify(before)
  const now = () => JSON.parse(text)
  return {
    now,
    read: async () => now(),
    async keep(at, value) {
      const others = now().filter(([one]: [string]) => one !== at)
      text = JSON.stringify(value === undefined ? others : [...others, [at, value]])
      return true
    },
  }
}

/** A call that owes its wrap-up. */
export function createStage(
  kept = fakeSealed(),
  submitted = Promise.resolve<readonly string[]>([]),
) {
  const clock = createManualClock()
  const shelf = fakeShelf()
  const cache = createCache({
    ...{ storage: shelf, owner: 'ana', stamp: '1', clock },
    isClosed: () => false,
  })
  const settings = createSettings(shelf, 'ana')
  const said: string[] = []
  /** What is found when the conversation is read back. */
  const facts = { wire: situation.wrapupGiven }
  const fake = fakeAsk({
    listWrapupCodes: () => [{ id: 'w-2', name: 'Zoned' }, solved, { id: 'w-3' }, { name: 'No id' }],
  })
  const ledger = createLedger({
    ...fakeEars,
    clock,
    onEnd: inWords((text) => said.push(text)),
    proof: (command) => callProof(command, conversations.get(command.target), conversations.all()),
    readBack: async () => conversations.apply(facts.wire),
  })
  const [isRead, setRead] = createSignal(false)
  const { conversations, wrapup } = createRoot(() => {
    const made = createConversations({ me: situation.me, now: clock.now })
    const readBack = async () => made.apply(facts.wire)
    const say = (text: string) => said.push(text)
    const parts = {
      ask: fake.ask,
      clock,
      ledger,
      conversation: made.get,
      known: () => (isRead() ? made.ids() : undefined),
      readBack,
      ...{ kept, cache, settings, submitted, say },
      ahead: () => 0,
    }
    return { conversations: made, wrapup: createWrapup(parts) }
  })
  conversations.apply(situation.wrapupOwed)
  const owed = conversations.get(id)
  if (!owed) throw new Error('It is not owed.')
  return {
    clock,
    said,
    facts,
    ...fake,
    kept,
    /** All conversations were read. */
    async readAll() {
      setRead(true)
      await settled()
    },
    wrapup,
    settings,
    owed,
    conversation: () => conversations.get(id),
    async submit() {
      void wrapup.submit(owed)
      await settled()
    },
    async hear(wire: typeof situation.wrapupOwed) {
      conversations.apply(wire)
      ledger.check('event')
      clock.advance(10_000)
      await settled()
    },
  }
}
