import { createRoot } from 'solid-js'
import { isOver } from '~/ledger/command'
import { createLedger } from '~/ledger/ledger'
import { unlessDone } from '~/ledger/twice'
import { createPresence, type PresenceStore } from '~/presence/store'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeEars, inWords } from '../fake-ears'
import { start } from '../fixtures/conversations'
import { became, definitions } from '../fixtures/presence'

export const userId = 'ana'

/** It, as of some seconds after the others. */
export const later = (id: string, seconds: number) => ({
  ...became(id),
  modifiedDate: new Date(start + seconds * 1000).toISOString(),
})
export const fetched = async () => ({ unlessDone })

export function createStage(now?: string) {
  const clock = createManualClock()
  const said: string[] = []
  let pending: readonly string[] = []
  const fake = fakeAsk({
    setPresence: ({ body }) =>
      became((body as { presenceDefinition: { id: string } }).presenceDefinition.id),
    getMe: () => ({ presence: became('available'), routingStatus: { status: 'OFF_QUEUE' } }),
    setRoutingStatus: () => ({ status: 'IDLE' }),
  })
  const ledger = createLedger({
    ...fakeEars,
    clock,
    onChange: (commands) => {
      pending = commands.filter(({ state }) => !isOver(state)).map(({ verb }) => verb)
    },
    onEnd: inWords((text) => said.push(text)),
    proof: (command) => presence.proof(command),
    readBack: () => presence.readBack(),
  })
  const presence: PresenceStore = createRoot(() =>
    createPresence({
      userId,
      ask: fake.ask,
      clock,
      ledger,
      later: fetched,
      now: clock.now,
      locale: 'en_US',
    }),
  )
  presence.define(definitions)
  if (now) presence.apply(became(now))
  const chosen = (id: string) => {
    const found = presence.choices().find((one) => one.id === id)
    if (!found) throw new Error(`There is no ${id}.`)
    return found
  }
  const wishes = () =>
    fake.asked.flatMap(({ operation, body }) =>
      operation === 'setPresence'
        ? [(body as { presenceDefinition: { id: string } }).presenceDefinition.id]
        : [],
    )
  return { clock, said, pending: () => pending, ...fake, ledger, presence, chosen, wishes }
}
