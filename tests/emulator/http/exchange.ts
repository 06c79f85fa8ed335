/** One request, read, with the id that its answer and its errors carry. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly body: string
  readonly correlationId: string
}

/** What a host made of it. */
export interface Handled {
  readonly response: Response
  /** Whether it changed anything: what `GET /requests` calls the effect. */
  readonly effect: boolean
}

/** The login host or the API host, as the gateway sees it. */
export interface Host {
  /** The name the request goes by in `GET /requests`. */
  operationOf(exchange: Exchange): string
  /** On whose behalf it comes, as far as it can be told. */
  userOf(exchange: Exchange): string | undefined
  handle(exchange: Exchange): Handled | Promise<Handled>
  /** Whether it only asks, and its answer can be had without an effect. */
  isRead(exchange: Exchange): boolean
  /** Whether scripts of any origin may ask. */
  isShared(path: string): boolean
  /** The body and headers of an error made by a fault. */
  faultResponse(fault: FaultStatus, exchange: Exchange): Response
}

export interface FaultStatus {
  readonly status: number
  readonly code?: string
  /** Seconds. */
  readonly retryAfter?: number
}
