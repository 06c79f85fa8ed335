/**
 * How far the clock of the server is off, as clients see it. Inside, time stays true: only what is said of
 * it, and heard, is moved, so that alarms and durations hold even when the skew changes meanwhile.
 */
export interface Skew {
  /** Milliseconds; more than 0: the server is ahead. */
  ms: number
  /** A text on its way out: an answer, an event. */
  out(text: string): string
  /** A text that came from a client, whose dates are told by the server's clock. */
  in(text: string): string
}

/** A JSON text that is a moment, or an interval of two, written as `Date` writes it. */
const moment = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`
const moments = new RegExp(`(?<=")${moment}(?:/${moment})?(?=")`, 'g')

function shift(text: string, ms: number): string {
  if (ms === 0) return text
  return text.replaceAll(moments, (found) =>
    found
      .split('/')
      .map((one) => {
        const at = Date.parse(one) + ms
        return Number.isNaN(at) ? one : new Date(at).toISOString()
      })
      .join('/'),
  )
}

export function createSkew(): Skew {
  return {
    ms: 0,
    out(text) {
      return shift(text, this.ms)
    },
    in(text) {
      return shift(text, -this.ms)
    },
  }
}
