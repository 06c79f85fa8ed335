import { t } from '~/language'
import type { Command } from '~/ledger/command'

/** The platform takes its time for it, and may have done a part of it: "nothing changed" would be wrong. */
export function unconfirmed({ verb, name, state }: Command): string | undefined {
  if (verb !== 'join-queue' && verb !== 'leave-queue') return undefined
  if (state.step !== 'failed' || !state.seen || state.why !== 'unproven') return undefined
  return t`Genesys Cloud accepted it. ${name} is not seen in all of them yet: look under Queues and phone.`
}
