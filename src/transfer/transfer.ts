/** A blind transfer from opening the panel to the call leaving, as a pure progression. */
import type { Destination, Findings, NextPage, NumberRead } from './destination'

export type Found =
  | { readonly state: 'searching'; readonly last: readonly Destination[] }
  /** `trouble`: what could not be found out, in one sentence. */
  | {
      readonly state: 'found'
      readonly trouble?: string | undefined
      readonly last: readonly Destination[]
      /** Where it goes on. */
      readonly next?: NextPage | undefined
      /** The page that follows is being read. */
      readonly reading?: boolean
    }
  | { readonly state: 'failed'; readonly why: string; readonly last: readonly Destination[] }

interface Open {
  readonly query: string
  /** What the query is as a telephone number. */
  readonly number?: NumberRead
  readonly found: Found
}

export type Transfer =
  | { readonly step: 'closed' }
  | ({ readonly step: 'choosing' } & Open)
  /** Ordered, and not proven: the panel waits, and nothing can be ordered twice. */
  | ({
      readonly step: 'sending'
      readonly to: Destination
      /** Nothing has gone out: it is looked first whether anybody is there. */
      readonly looking: boolean
    } & Open)

export type Happening =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'type'; readonly query: string }
  | { readonly kind: 'number'; readonly query: string; readonly number: NumberRead }
  | { readonly kind: 'found'; readonly query: string; readonly findings: Findings }
  | { readonly kind: 'not-found'; readonly query: string; readonly why: string }
  | { readonly kind: 'search' }
  | { readonly kind: 'more' }
  | { readonly kind: 'found-more'; readonly query: string; readonly findings: Findings }
  | { readonly kind: 'no-more'; readonly query: string; readonly why: string }
  | { readonly kind: 'send'; readonly to: Destination; readonly looking: boolean }
  | { readonly kind: 'found-there' }
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
      return transfer.step === 'sending' && !transfer.looking ? transfer : closed
    case 'type': {
      if (transfer.step !== 'choosing') return transfer
      const { query } = happening
      // Without the number: one that was half typed is somebody else's, and nobody may press it any more.
      return { step: 'choosing', query, found: { state: 'searching', last: transfer.found.last } }
    }
    case 'search':
      return transfer.step === 'choosing'
        ? { ...transfer, found: { state: 'searching', last: transfer.found.last } }
        : transfer
    case 'number':
      return happening.number && asks(transfer, happening)
        ? { ...transfer, number: happening.number }
        : transfer
    case 'found': {
      if (!asks(transfer, happening)) return transfer
      const { trouble, destinations, next } = happening.findings
      const last = keepRows(transfer.found.last, destinations)
      return { ...transfer, found: { state: 'found', trouble, last, next } }
    }
    case 'more': {
      if (transfer.step !== 'choosing') return transfer
      const { found } = transfer
      if (found.state !== 'found' || !found.next) return transfer
      return { ...transfer, found: { ...found, reading: true } }
    }
    case 'found-more': {
      if (!asks(transfer, happening)) return transfer
      const { found } = transfer
      if (found.state !== 'found' || !found.reading) return transfer
      const { trouble, destinations, next } = happening.findings
      // Below what is there: no row moves. What has moved up a page meanwhile is there already.
      const added = destinations.filter(
        ({ kind, id }) => !found.last.some((one) => one.kind === kind && one.id === id),
      )
      const last = [...found.last, ...added]
      return { ...transfer, found: { state: 'found', trouble, last, next } }
    }
    case 'no-more': {
      if (!asks(transfer, happening)) return transfer
      const { found } = transfer
      if (found.state !== 'found') return transfer
      return { ...transfer, found: { ...found, trouble: happening.why, reading: false } }
    }
    case 'not-found': {
      if (!asks(transfer, happening)) return transfer
      const { last } = transfer.found
      return { ...transfer, found: { state: 'failed', why: happening.why, last } }
    }
    case 'send':
      return transfer.step === 'choosing'
        ? { ...transfer, step: 'sending', to: happening.to, looking: happening.looking }
        : transfer
    case 'found-there':
      return transfer.step === 'sending' ? { ...transfer, looking: false } : transfer
    case 'came-back': {
      if (transfer.step !== 'sending') return transfer
      const { to: _to, looking: _looking, ...open } = transfer
      return { ...open, step: 'choosing' }
    }
    default:
      return happening satisfies never
  }
}

/**
 * An answer to what is no longer asked says nothing. While a call is being sent one may still come: the
 * transfer may come back.
 */
function asks<T extends Transfer>(
  transfer: T,
  { query }: { readonly query: string },
): transfer is Exclude<T, { step: 'closed' }> {
  return transfer.step !== 'closed' && transfer.query === query
}
