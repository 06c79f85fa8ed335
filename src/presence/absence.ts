/** Out of office: a note to colleagues that the agent is away. Nothing is routed by it. */
import { type Accessor, createSignal } from 'solid-js'
import { time } from '~/genesys/values'
import type { OutOfOffice } from '~/genesys/wirepeople'
import { t } from '~/language'
import type { Ledger } from '~/ledger/ledger'
import type { Ask } from '~/protocol/protocol'
import { awayKey } from './presence'
import type { PresenceStore } from './store'

export interface Absence {
  /** Until when, as it is being typed; kept while the card that has it is closed. */
  readonly typed: Accessor<string>
  type(until: string): void
  /** Until that moment (milliseconds since the epoch), or until it is ended. */
  begin(until: number | undefined): void
  end(): void
}

export function createAbsence(parts: {
  readonly userId: string
  readonly presence: Pick<PresenceStore, 'applyAway'>
  readonly ask: Ask
  readonly ledger: Ledger
  /** As Genesys Cloud dates. */
  readonly now: () => number
}): Absence {
  const { userId, presence, ask, ledger } = parts
  const [typed, type] = createSignal('')
  const put = (name: string, wish: OutOfOffice) =>
    void ledger.run({
      verb: 'out-of-office',
      target: userId,
      which: awayKey(wish),
      name,
      send: (options) => ask('setOutOfOffice', { userId }, wish, options).then(presence.applyAway),
    })
  return {
    ...{ typed, type },
    begin(until) {
      const startDate = new Date(parts.now()).toISOString()
      const wish = { active: true, startDate }
      put(
        t`Out of office`,
        until === undefined
          ? { ...wish, indefinite: true }
          : { ...wish, indefinite: false, endDate: new Date(until).toISOString() },
      )
    },
    end() {
      type('')
      put(t`The end of out of office`, { active: false, indefinite: false })
    },
  }
}

/** "Until 24 Nov 2026, 17:00"; nothing when the agent is in. */
export function awayWords(wire: OutOfOffice | undefined, dated: (at: number) => string) {
  if (!wire?.active) return undefined
  const end = wire.indefinite ? undefined : time(wire.endDate)
  return end === undefined
    ? t`Out of office until you end it`
    : t`Out of office until ${dated(end)}`
}
