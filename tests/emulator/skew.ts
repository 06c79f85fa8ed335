import { operationFacts, type Shape, topicBody } from './contract/facts'
import { shifted } from './contract/moments'

/**
 * How far the clock of the server is off, as clients see it. Inside, time stays true: only what is said of
 * it, and heard, is moved, so that alarms and durations hold even when the skew changes meanwhile. What is
 * said of time is known from the official description; data that looks like it stays as it is.
 */
export interface Skew {
  /** Milliseconds; more than 0: the server is ahead. */
  ms: number
  /** An answer on its way out. */
  answer(operation: string, status: number, body: unknown): unknown
  /** The body of an event on its way out. */
  event(topic: string, body: unknown): unknown
  /** A body that came from a client, whose dates are told by the server's clock. */
  body(operation: string, body: unknown): unknown
  /** A value of a client's query. */
  asked(operation: string, name: string, value: string): string
}

function answerShape(operation: string, status: number): Shape | undefined {
  const { answers = {} } = operationFacts[operation] ?? {}
  return answers[status] ?? answers.default ?? undefined
}

export function createSkew(): Skew {
  return {
    ms: 0,
    answer(operation, status, body) {
      if (this.ms === 0) return body
      return shifted(body, answerShape(operation, status), this.ms)
    },
    event(topic, body) {
      if (this.ms === 0) return body
      const { shape, named } = topicBody(topic)
      return shifted(body, shape, this.ms, named)
    },
    body(operation, body) {
      if (this.ms === 0) return body
      return shifted(body, operationFacts[operation]?.body, -this.ms)
    },
    asked(operation, name, value) {
      if (this.ms === 0) return value
      const shape = operationFacts[operation]?.query?.[name]
      return String(shifted(value, shape, -this.ms, undefined, name))
    },
  }
}
