import { createRoot, createSignal } from 'solid-js'
import { callProof } from '~/conversations/proof'
import { createConversations } from '~/conversations/store'
import type { Command, Verb } from '~/ledger/command'
import { createLedger } from '~/ledger/ledger'
import { createSettings } from '~/storage/settings'
import type { Destination, Findings, ToPerson } from '~/transfer/destination'
import type { SearchOptions } from '~/transfer/finder'
import { createTransfers } from '~/transfer/store'
import type { Intent } from '~/transfer/transfer'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeEars, inWords } from '../fake-ears'
import { fakeShelf } from '../fake-storage'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'
import { finderParts } from './parts'

export const { id } = situation
export const repairs = { kind: 'queue', id: 'q-2', name: 'Repairs' } as const

/** Every operation that sends a call somewhere, taken. */
const taken = {
  ...{ transferToQueue: () => ({}), transferToAgent: () => ({}), transferToAddress: () => ({}) },
  ...{ transferToContact: () => ({}), setAttributes: () => ({}), invite: () => ({}) },
  ...{ consultQueue: () => ({}), consultAgent: () => ({}), consultAddress: () => ({}) },
  ...{ consultContact: () => ({}), changeConsult: () => ({}), cancelConsult: () => ({}) },
  updateCall: () => ({}),
}

/** A connected call, and the searches and orders of its transfer. `undo`: seconds; at once is out of the way. */
export function createStage(undo: unknown = 0) {
  const clock = createManualClock()
  const said: string[] = []
  let commands: readonly Command[] = []
  const searched: string[] = []
  const asked: SearchOptions[] = []
  const whyAway = { of: async (_person: ToPerson): Promise<string | undefined> => undefined }
  /** Whom the organization does not let anybody call. */
  const forbidden: { name?: string } = {}
  const searches = new Map<string, (found: Findings) => void>()
  const failures = new Map<string, (reason: unknown) => void>()
  const [whyNot, setWhyNot] = createSignal<string>()
  const [pending, setPending] = createSignal<readonly Verb[]>([])
  const kept = new Map<string, unknown>([['settings:o:a:undo', undo]])
  const fake = fakeAsk(taken)
  const ledger = createLedger({
    ...fakeEars,
    clock,
    onChange: (now) => {
      commands = now
    },
    onEnd: inWords((text) => said.push(text)),
    proof: (command) => callProof(command, conversations.get(command.target)),
  })
  const { conversations, transfers, leave } = createRoot((leave) => {
    const made = createConversations({ me: situation.me, now: clock.now })
    return {
      leave,
      conversations: made,
      transfers: createTransfers({
        ask: fake.ask,
        ledger,
        conversation: made.get,
        all: made.all,
        whyNot,
        pending,
        settings: createSettings(fakeShelf(kept), 'o:a'),
        whyAway: (person) => whyAway.of(person),
        ...finderParts(clock),
        whyNotThere: (to) => (to.name === forbidden.name ? 'Not allowed here' : undefined),
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
    ...{ whyAway, searches, failures, forbidden, kept, ledger, conversations },
    /** Why nothing can be ordered; what else is ordered. */
    ...{ setWhyNot, setPending },
    transfers,
    /** The desk is left. */
    leave,
    now: () => ({ ...transfers.of(id), ...transfers.finder(id)?.now() }),
    finder: () => {
      const finder = transfers.finder(id)
      if (!finder) throw new Error('The panel is not open.')
      return finder
    },
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
    async send(to: Destination = repairs, as: Intent = 'transfer') {
      // What was set is read by then.
      await settled()
      const one = conversations.get(id)
      if (one) void transfers.send(one, to, as)
      await settled()
    },
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
  }
}
