/** A limit of single endpoints, named by operation or by the pattern of a path. */
export interface EndpointLimit {
  readonly method?: string
  readonly operation?: string
  readonly path?: string
  readonly max: number
  /** Whose requests count together. */
  readonly per: 'token' | 'organisation'
}

/** How many requests are taken in a window. `null`: any number. */
export interface LimitSettings {
  /** `token.rate.per.minute` of the platform. */
  readonly token: number | null
  /** `org.app.user.rate.per.minute`: of one user with one client, whatever the token. */
  readonly userApp: number | null
  /** No official limit; other software says 600. */
  readonly organisation: number | null
  readonly operations: readonly EndpointLimit[]
  /**
   * UNSURE in the official documents: `fixed` begins with the first request and is forgotten at its end;
   * in a `rolling` one each request is forgotten by itself.
   */
  readonly window: { readonly kind: 'fixed' | 'rolling'; readonly seconds: number }
  /** Requests a minute that somebody else makes with each token, evenly. */
  readonly foreign: number
  /** Whether answers carry `X-Rate-Limit-*`, which the platform never does. */
  readonly headers: boolean
  /** Whether a 429 carries `Retry-After`; its body says the seconds either way. */
  readonly retryAfterHeader: boolean
}

export const officialLimits: LimitSettings = {
  token: 300,
  userApp: 3000,
  organisation: null,
  operations: [],
  window: { kind: 'fixed', seconds: 60 },
  foreign: 0,
  headers: false,
  retryAfterHeader: true,
}
