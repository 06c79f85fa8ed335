import type { Conversation as Wire } from '~/genesys/wire'

/** A list of conversations on screen. */
export interface List {
  replace(wires: readonly Wire[]): void
  apply(wire: Wire): void
  remove(): void
}
