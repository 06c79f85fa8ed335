/**
 * How one browser's sign-in fares, put together for people to look at: from the requests that went out, the
 * socket's word, the trail of the sign-in and the clock. Kept here, so that all tabs say the same.
 */
import type { Clock } from '~/clock'
import type { Health, Mishap, SignInHealth, SocketHealth, Use } from '~/protocol/health'
import { nothingYet, watched } from './alerts'
import type { ChannelParts } from './channel'
import type { HttpParts } from './http'
import { createMeter, type Unsent } from './meter'
import { createSleeps } from './sleeps'
import type { Trail } from './trail'

export interface HealthWatch {
  /** Told of every request that went out. */
  readonly note: NonNullable<HttpParts['onSent']>
  /** Told of every request that was given up before it went out, though somebody waited for it. */
  readonly unsent: (unsent: Unsent) => void
  /** The same, and what they say is heard here as well. */
  listening<Parts extends Pick<ChannelParts, 'onConnection' | 'onEvent'>>(parts: Parts): Parts
  following(trail: Trail): Trail
  /** The same, and the time that its answers tell is compared with this machine's. */
  fetching(send: typeof globalThis.fetch): typeof globalThis.fetch
  /** What is, and the alerts as of the last look, however many ask. `left`: milliseconds until the token ends. */
  read(left: number | undefined): Health
}

/** Milliseconds between two looks whether something is wrong. */
const every = 15_000
/** Milliseconds. */
const minute = 60_000
/** Less than this is the way of an answer, whose time is in whole seconds, not the clocks. Milliseconds. */
const way = 2_000

export function createHealth({
  clock,
  use,
  circuit,
}: {
  readonly clock: Clock
  /** What of the allowance is used. */
  readonly use: () => Use
  readonly circuit?: () => Health['circuit']
}): HealthWatch {
  const meter = createMeter(clock)
  const sleeps = createSleeps(clock)
  let watch = nothingYet
  let socket: SocketHealth = { state: 'idle', since: clock.now(), reconnections: 0 }
  let ahead: number | undefined
  let signIn = begun()
  let renewalFailed = false
  let cancel = () => {}

  function begun(): Omit<SignInHealth, 'left'> {
    return { since: clock.now(), renewals: 0, renewalFailures: 0 }
  }

  /** Somebody else's, or nobody's. */
  function clear() {
    cancel()
    meter.clear()
    sleeps.clear()
    watch = nothingYet
    socket = { state: socket.state, since: clock.now(), reconnections: 0 }
    signIn = begun()
    renewalFailed = false
  }

  function wait() {
    const due = clock.now() + every
    cancel = clock.after(every, () => {
      sleeps.woke(due)
      look()
      wait()
    })
  }

  function since(ms: number, isMeant: (one: Mishap) => boolean) {
    const from = clock.now() - ms
    return meter.errors().filter((one) => one.at > from && isMeant(one)).length
  }

  function look() {
    const { used, left, allowance, pausedFor } = use()
    watch = watched(watch, {
      at: clock.now(),
      used: (used.action + used.screen + used.background) / Math.max(1, allowance),
      ...{ left, allowance },
      recent: meter.over(5),
      before: meter.over(55, 5),
      unauthorized: since(5 * minute, ({ status }) => status === 401),
      unavailable: since(2 * minute, ({ status }) => status === 503),
      // A pause may outlast what began it.
      limited: since(2 * minute, ({ status }) => status === 429) + (pausedFor > 0 ? 1 : 0),
      ...{ renewalFailed, renewedAt: signIn.renewedAt },
    })
  }

  function happened(event: string) {
    switch (event) {
      case 'signed-in':
        clear()
        return wait()
      case 'signed-in-again':
      case 'ended':
        renewalFailed = false
        return
      case 'renewed':
        renewalFailed = false
        signIn = { ...signIn, renewedAt: clock.now(), renewals: signIn.renewals + 1 }
        return
      case 'renewal-failed':
      case 'renewal-refused':
        renewalFailed = true
        signIn = { ...signIn, renewalFailures: signIn.renewalFailures + 1 }
        return
      case 'signed-out':
        return clear()
    }
  }

  return {
    note: meter.note,
    unsent: meter.noteUnsent,
    listening: (parts) => ({
      ...parts,
      onConnection(next) {
        if (next.state !== socket.state) {
          const again = next.state === 'live' && next.epoch > 1 ? 1 : 0
          const reconnections = socket.reconnections + again
          socket = { ...socket, state: next.state, since: clock.now(), reconnections }
        }
        parts.onConnection(next)
      },
      onEvent(topic, body) {
        socket = { ...socket, lastEvent: clock.now() }
        parts.onEvent(topic, body)
      },
    }),
    following: (trail) => ({
      ...trail,
      note(event, ...more) {
        happened(event)
        trail.note(event, ...more)
      },
    }),
    fetching: (send) => async (input, init) => {
      const response = await send(input, init)
      const told = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(told)) {
        const off = clock.now() - told
        ahead = Math.abs(off) > way ? off : 0
      }
      return response
    },
    read(left) {
      const now = clock.now()
      return {
        at: now,
        use: use(),
        day: meter.day(),
        recent: meter.over(5),
        operations: meter.operations(),
        minutes: meter.series(),
        errors: meter.errors(),
        alerts: watch.alerts,
        ...{ socket, ahead, sleeps: sleeps.all() },
        signIn: { ...signIn, left },
        circuit: circuit?.(),
      }
    },
  }
}
