import { createRoot } from 'solid-js'
import { callProof } from '~/conversations/proof'
import { createConversations } from '~/conversations/store'
import { createDial } from '~/dial/store'
import type { Call, Participant, Conversation as Wire } from '~/genesys/wire'
import { type Command, isOver } from '~/ledger/command'
import { createLedger } from '~/ledger/ledger'
import { createSettings } from '~/storage/settings'
import type { Destination } from '~/transfer/destination'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeEars, inWords } from '../fake-ears'
import { fakeShelf } from '../fake-storage'
import { me, time } from '../fixtures/conversations'
import { settled } from '../settled'
import { finderParts } from '../transfer/parts'

export const outside = { kind: 'number', id: '+493055500142', name: '+49 30 55500142' } as const
export const service = { number: '+493055500100', name: 'Larkfield' }
export const billing = { id: 'q-1', name: 'Billing' }

/** A call out, as it is told while it is dialed, or talked, or over. */
export function callOut(id: string, state: Call['state'], far: Partial<Participant> = {}): Wire {
  const call = { state, direction: 'outbound', startAlertingTime: time(0) }
  const address = `tel:${outside.id}`
  return {
    id,
    participants: [
      { id: 'p-me', purpose: 'user', userId: me, calls: [{ id: 'c-me', ...call }] },
      { id: 'p-far', purpose: 'external', address, calls: [{ id: 'c-far', ...call }], ...far },
    ],
  }
}

/** The panel is open, and nothing has been ordered. */
export function createStage(shelf = fakeShelf()) {
  const clock = createManualClock()
  const said: string[] = []
  const told: string[] = []
  const parts = {
    whyNot: undefined as string | undefined,
    hold: undefined as Promise<unknown> | undefined,
    /** The name of whom the organization does not let anybody call. */
    forbidden: undefined as string | undefined,
  }
  let commands: readonly Command[] = []
  /** What a reading of all calls finds. */
  const facts: { listed: Wire[] } = { listed: [] }
  const fake = fakeAsk({ placeCall: () => ({ id: 'out-1' }) })
  const ledger = createLedger({
    ...fakeEars,
    clock,
    onChange: (now) => {
      commands = now
    },
    onEnd: inWords((text) => told.push(text)),
    proof: (command) => callProof(command, undefined, conversations.all()),
    readBack: async () => conversations.replace(facts.listed),
  })
  const settings = createSettings(shelf, 'ana')
  const { conversations, dial } = createRoot(() => {
    const made = createConversations({ me, now: clock.now })
    const created = createDial({
      ...finderParts(clock),
      ...{ ask: fake.ask, ledger, me, settings },
      admit: (to) => (to.name === parts.forbidden ? { ...to, whyNot: 'Not allowed here' } : to),
      calls: made.all,
      conversation: made.get,
      readBack: async (id) => {
        fake.asked.push({ operation: 'getConversation', params: { conversationId: id } })
      },
      pending: () => commands.some(({ verb, state }) => verb === 'dial' && !isOver(state)),
      whyNot: () => parts.whyNot,
      holdOthers: () => parts.hold,
      myQueues: async () => [billing],
      callerIds: [service],
      search: async () => ({ destinations: [{ kind: 'queue', id: 'q-2', name: 'Repairs' }] }),
      say: (text) => said.push(text),
    })
    created.open()
    return { conversations: made, dial: created }
  })
  return {
    ...{ clock, said, told, parts, facts, dial, conversations, settings, shelf },
    ...fake,
    commands: () => commands,
    async call(to: Destination = outside) {
      void dial.call(to)
      await settled()
    },
    async hear(wire: Wire) {
      conversations.apply(wire)
      ledger.check('event')
      await settled()
    },
    async pass(ms: number) {
      for (let left = ms; left > 0; left -= 500) {
        clock.advance(Math.min(500, left))
        await settled()
      }
    },
  }
}
