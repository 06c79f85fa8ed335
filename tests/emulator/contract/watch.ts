/** An answer of the API as the emulator made it, before any fault spoils it. */
export interface Answered {
  readonly operation: string
  readonly query: URLSearchParams
  /** As it came. */
  readonly body: string
  readonly status: number
  /** Undefined where there is none. */
  readonly answer: unknown
}

/** An answer of the API as it goes out; what a fault spoils is none. */
export interface Sent {
  /** Empty, where no operation is at the path or none of that method. */
  readonly operation: string
  readonly status: number
  readonly headers: Headers
  /** Empty, where there is no body. */
  readonly text: string
}

/** Somebody who looks at everything the emulator says: tests hold it to the official description. */
export interface Watch {
  answered(seen: Answered): void
  sent?(sent: Sent): void
  /** An event, once for each who is told. */
  published(topic: string, body: unknown): void
}
