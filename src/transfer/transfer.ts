/** A transfer from opening the panel to the call leaving, as a pure progression. */
import type { Destination } from './destination'

/** What the panel was opened for. */
export type Intent = 'transfer' | 'consult' | 'invite'

/** What the panel shows: the choice stays as it was until the call has left. */
interface Open {
  readonly intent: Intent
}

interface To extends Open {
  readonly to: Destination
}

export type Transfer =
  | { readonly step: 'closed' }
  | (Open & { readonly step: 'choosing' })
  /** Nothing has gone out: it is looked first whether anybody is there. */
  | (To & { readonly step: 'looking' })
  /** Nothing has gone out: the agent may take it back until then. Milliseconds since the epoch, and in all. */
  | (To & { readonly step: 'leaving'; readonly until: number; readonly ms: number })
  /** Ordered, and not proven: the panel waits, and nothing can be ordered twice. `as`: what was ordered. */
  | (To & { readonly step: 'sending'; readonly as: Intent })
  /** Somebody is asked to take it; until then the call is here. */
  | (To & { readonly step: 'offered' })

export type Happening =
  | { readonly kind: 'open'; readonly intent: Intent }
  | { readonly kind: 'close' }
  | { readonly kind: 'look'; readonly to: Destination }
  | { readonly kind: 'wait'; readonly to: Destination; readonly until: number; readonly ms: number }
  | { readonly kind: 'send'; readonly to: Destination; readonly as: Intent }
  | { readonly kind: 'offered' }
  | { readonly kind: 'came-back' }

export const closed: Transfer = { step: 'closed' }

export function next(transfer: Transfer, happening: Happening): Transfer {
  switch (happening.kind) {
    case 'open':
      return transfer.step === 'closed' || transfer.step === 'choosing'
        ? { step: 'choosing', intent: happening.intent }
        : transfer
    case 'close':
      // What has gone out is nobody's to close.
      return transfer.step === 'sending' || transfer.step === 'offered' ? transfer : closed
    case 'look':
      return transfer.step === 'choosing'
        ? { ...transfer, step: 'looking', to: happening.to }
        : transfer
    case 'wait': {
      const { to, until, ms } = happening
      return isBefore(transfer)
        ? { step: 'leaving', intent: transfer.intent, to, until, ms }
        : transfer
    }
    case 'send': {
      const { to, as } = happening
      return isBefore(transfer) ? { step: 'sending', intent: transfer.intent, to, as } : transfer
    }
    case 'offered':
      return transfer.step === 'sending'
        ? { step: 'offered', intent: transfer.intent, to: transfer.to }
        : transfer
    case 'came-back':
      return transfer.step === 'closed' || transfer.step === 'choosing'
        ? transfer
        : { step: 'choosing', intent: transfer.intent }
    default:
      return happening satisfies never
  }
}

type Before = Extract<Transfer, { step: 'choosing' | 'looking' | 'leaving' }>

/** Nothing has gone out. */
function isBefore(transfer: Transfer): transfer is Before {
  return ['choosing', 'looking', 'leaving'].includes(transfer.step)
}
