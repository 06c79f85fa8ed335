import { createRoot } from 'solid-js'
import { callProof } from '~/conversations/proof'
import { createConversations } from '~/conversations/store'
import type { Command } from '~/ledger/command'
import { createLedger } from '~/ledger/ledger'
import type { Destination, Findings, ToPerson } from '~/transfer/destination'
import { createTransfers, type SearchOptions } from '~/transfer/store'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeEars, inWords } from '../fake-ears'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'

export const { id } = situation
export const repairs = { kind: 'queue', id: 'q-2', name: 'Repairs' } as const

/** A connected call, and the searches and orders of its transfer. */
export function createStage() {
  const clock = createManualClock()
  const said: string[] = []
  let commands: readonly Command[] = []
  const searched: string[] = []
  const asked: SearchOptions[] = []
  const whyAway = { of: async (_person: ToPerson): Promise<string | undefined> => undefined }
  const searches = new Map<string, (found: Findings) => void>()
  const failures = new Map<string, (reason: unknown) => void>()
  const fake = fakeAsk({
    transferToQueue: () => ({}),
    transferToAgent: () => ({}),
    transferToAddress: () => ({}),
  })
  const ledger = createLedger({
    ...fakeEars,
    clock,
    onChange: (now) => {
      commands = now
    },
    onEnd: inWords((text) => said.push(text)),
    proof: (command) => callProof(command, conversations.get(command.target)),
  })
  const { conversations, transfers } = createRoot(() => {
    const made = createConversations({ me: situation.me, now: clock.now })
    return {
      conversations: made,
      transfers: createTransfers({
        ask: fake.ask,
        clock,
        ledger,
        conversation: made.get,
        whyAway: (person) => whyAway.of(person),
        country: 'DE',
        say: (text) => said.push(text),
        search(text, options) {
          searched.push(text)
          asked.push(options)
          return new Promise((resolve, reject) => {
            searches.set(text, resolve)
            failures.set(text, reject)
          })
        },
      }),
    }
  })
  conversations.apply(situation.connected)
  return {
    clock,
    said,
    searched,
    ...fake,
    /** How each was searched for. */
    options: asked,
    ...{ whyAway, searches, failures },
    transfers,
    now: () => transfers.of(id),
    commands: () => commands,
    async find(text: string, ...destinations: Destination[]) {
      searches.get(text)?.({ destinations })
      await settled()
    },
    /** An event, as the desk tells it. */
    async hear(wire: typeof situation.connected) {
      conversations.apply(wire)
      ledger.check('event')
      await settled()
    },
    async send(to: Destination = repairs) {
      const one = conversations.get(id)
      if (one) void transfers.send(one, to)
      await settled()
    },
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
  }
}
