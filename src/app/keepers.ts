/** What proves the orders that are neither for a call nor of the presence. */
import type { Command, Fact, Verb } from '~/ledger/command'

export interface Keeper {
  proof(command: Command): Fact | undefined
  readBack(command: Command): Promise<unknown>
  /** An event of the topic of the same name. */
  hear?(body: unknown): void
}

export function createKeepers() {
  const keepers = new Map<Verb, Keeper>()
  return {
    of: (verb: Verb) => keepers.get(verb),
    /** From now on the orders of these verbs are proved there. */
    keep(verbs: readonly Verb[], keeper: Keeper) {
      for (const verb of verbs) keepers.set(verb, keeper)
    },
  }
}
