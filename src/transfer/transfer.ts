/** A blind transfer from opening the panel to the call leaving, as a pure progression. */
import type { Destination, Findings } from './destination'

export type Found =
  | { readonly state: 'searching'; readonly last: readonly Destination[] }
  /** `trouble`: what could not be found out, in one sentence. */
  | {
      readonly state: 'found'
      readonly trouble?: string | undefined
      readonly last: readonly Destination[]
    }
  | { readonly state: 'failed'; readonly why: string; readonly last: readonly Destination[] }

export type Transfer =
  | { readonly step: 'closed' }
  | { readonly step: 'choosing'; readonly query: string; readonly found: Found }
  /** Ordered, and not proven: the panel waits, and nothing can be ordered twice. */
  | {
      readonly step: 'sending'
      readonly query: string
      readonly found: Found
      readonly to: Destination
    }

export type Happening =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'type'; readonly query: string }
  | {
      readonly kind: 'found'
      readonly query: string
      readonly findings: Findings
    }
  | { readonly kind: 'not-found'; readonly query: string; readonly why: string }
  | { readonly kind: 'send'; readonly to: Destination }
  | { readonly kind: 'came-back' }

/** What was listed before stays the same row, so that a button does not change under the finger. */
function keepRows(last: readonly Destination[], now: readonly Destination[]): Destination[] {
  const same = (one: Destination) => last.find((old) => JSON.stringify(old) === JSON.stringify(one))
  return now.map((one) => same(one) ?? one)
}

export const closed: Transfer = { step: 'closed' }

export function next(transfer: Transfer, happening: Happening): Transfer {
  switch (happening.kind) {
    case 'open':
      return transfer.step === 'closed'
        ? { step: 'choosing', query: '', found: { state: 'searching', last: [] } }
        : transfer
    case 'close':
      return transfer.step === 'sending' ? transfer : closed
    case 'type':
      return transfer.step === 'choosing'
        ? {
            ...transfer,
            query: happening.query,
            // A number that was half typed is another number: nobody may press it any more.
            found: {
              state: 'searching',
              last: transfer.found.last.filter(({ kind }) => kind !== 'number'),
            },
          }
        : transfer
    case 'found':
      // An answer to what is no longer asked says nothing. While it is sent rows may still come: it may come back.
      return transfer.step !== 'closed' && transfer.query === happening.query
        ? {
            ...transfer,
            found: {
              state: 'found',
              trouble: happening.findings.trouble,
              last: keepRows(transfer.found.last, happening.findings.destinations),
            },
          }
        : transfer
    case 'not-found':
      return transfer.step !== 'closed' && transfer.query === happening.query
        ? { ...transfer, found: { state: 'failed', why: happening.why, last: transfer.found.last } }
        : transfer
    case 'send':
      return transfer.step === 'choosing'
        ? { ...transfer, step: 'sending', to: happening.to }
        : transfer
    case 'came-back':
      return transfer.step === 'sending'
        ? { step: 'choosing', query: transfer.query, found: transfer.found }
        : transfer
    default:
      return happening satisfies never
  }
}
