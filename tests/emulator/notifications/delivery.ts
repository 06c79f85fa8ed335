import type { Clock } from '~/clock'
import type { Random } from '../random'
import type { Switches } from '../switches'
import type { EventFault, EventFaults } from './eventfaults'
import type { Outbox } from './outbox'

/** Events leave a little after the answer to the command that caused them. */
const deliveryMs = 5
/** Without a promised order, events of one moment arrive anywhere within. */
const shuffleMs = 100

/** Where the events of a channel go. */
export interface Recipient {
  readonly owner: { readonly userId?: string }
  readonly outbox: Outbox
  /** When the last event that keeps its place leaves. */
  lastLeaves: number
}

interface Options {
  readonly clock: Clock
  readonly random: Random
  readonly switches: Pick<Switches, 'eventOrder'>
  readonly faults: EventFaults
}

/** Sends events on their way: in order, unless a switch or a fault says otherwise. */
export function createDelivery({ clock, random, switches, faults }: Options) {
  function leavesAt(to: Recipient, fault: EventFault | undefined): number {
    const soon = clock.now() + deliveryMs
    if (fault?.kind === 'reorder') return soon + fault.ms
    const at = fault?.kind === 'delay' ? soon + fault.ms : soon
    if (switches.eventOrder === 'shuffled') return at + random.between(0, shuffleMs)
    // What was held up holds up all that follows.
    to.lastLeaves = Math.max(to.lastLeaves, at)
    return to.lastLeaves
  }

  return (to: Recipient, topic: string, text: string): void => {
    const fault = faults.strike(topic, to.owner.userId)
    if (fault?.kind === 'lose') return
    const at = leavesAt(to, fault)
    to.outbox.put(text, at)
    if (fault?.kind === 'duplicate') to.outbox.put(text, at + fault.ms)
  }
}
