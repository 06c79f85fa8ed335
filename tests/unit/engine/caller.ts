import { createCircuit } from '~/engine/circuit'
import { createHttp, type Http } from '~/engine/http'
import type { Sent } from '~/engine/meter'
import { createThrottle } from '~/engine/throttle'
import { Failed, type Failure } from '~/genesys/errors'
import { createManualClock, type ManualClock } from '../../manual-clock'
import { settled } from '../settled'

export interface Caller {
  readonly clock: ManualClock
  readonly http: Http
  /** The tokens that were not accepted. */
  readonly unauthorized: string[]
  /** The token of whoever is signed in now: another person, unless `same`. */
  setToken(token: string | undefined, same?: 'same'): void
  /** The machine sleeps: time passes, and the timers come late. */
  sleep(ms: number): void
  /** What was told of every request that went out. */
  readonly noted: readonly Sent[]
  /** How often the network was used. */
  readonly sent: () => number
  /** How a call ends, time passing whenever nothing is on the network. */
  ending(call: Promise<unknown>): Promise<{ value: unknown } | Failure>
}

/** The engine's way to the API, over the real network and by a clock that the test moves. */
export function createCaller(api: string, first: string | undefined): Caller {
  const clock = createManualClock()
  const unauthorized: string[] = []
  const noted: Sent[] = []
  let token = first
  let login = 1
  let sent = 0
  let busy = 0
  let slept = 0
  const wall = { ...clock, now: () => clock.now() + slept }

  const circuit = createCircuit(wall, () => 0)

  const http = createHttp({
    api: () => api,
    clock: wall,
    throttle: createThrottle(wall, { perMinute: 300, perUser: 3000, endpoints: [] }),
    circuit: () => circuit,
    random: () => 0,
    onSent: (sent) => noted.push(sent),
    bearer: {
      login: () => login,
      token: () => token,
      ready(operation) {
        if (!token || unauthorized.includes(token))
          throw new Failed({ kind: 'signed-out', outcome: 'refused', operation })
        return undefined
      },
      refused: (token) => unauthorized.push(token),
    },
    async fetch(input, init) {
      sent++
      busy++
      try {
        return await fetch(input, init)
      } finally {
        busy--
      }
    },
  })

  return {
    clock,
    http,
    unauthorized,
    noted,
    setToken(next, same) {
      token = next
      if (!same) login++
    },
    sleep(ms) {
      slept += ms
    },
    sent: () => sent,
    async ending(call) {
      let end: { value: unknown } | Failure | undefined
      call.then(
        (value) => {
          end = { value }
        },
        (error: unknown) => {
          if (!(error instanceof Failed)) throw error
          end = error.failure
        },
      )
      for (;;) {
        for (let turn = 0; turn < 4; turn++) await settled()
        if (end) return end
        // In small steps: what is being read must not be timed out by the test.
        if (busy === 0) clock.advance(50)
      }
    },
  }
}

/** Something for every parameter of an operation's path. */
export function anyParams(path: string): Record<string, string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return Object.fromEntries(names.map((name) => [name, `some-${name}`]))
}
