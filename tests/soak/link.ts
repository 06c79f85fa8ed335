/** What of Genesys Cloud can reach the desk just now, as whoever makes the weather knows it. */
import type { Connection } from '~/protocol/protocol'
import type { Seat } from './desk'
import type { Machine } from './machine'
import type { Network } from './network'

export interface Link {
  /** Events come, and since when, by the clock; undefined: none does, whatever the desk believes. */
  hearsSince(): number | undefined
  /** What is asked is answered. */
  answers(): boolean
  /** The desk believes a dead socket: it does not ask. */
  isDeceived(): boolean
  /** Milliseconds that it did so at most. */
  slowestNotice(): number
  /** The socket there is now is dead from now on, although it looks open. */
  deafen(): void
  /** What is asked is answered badly, late or never, until the answer is called. */
  trouble(): () => void
  /** After each step. */
  look(now: number): void
}

export function createLink(parts: {
  readonly seat: Seat
  readonly machine: Machine
  readonly network: Network
}): Link {
  const { seat, machine, network } = parts
  let troubles = 0
  let deaf: number | undefined
  let since: number | undefined
  let deceivedSince: number | undefined
  let slowestNotice = 0
  const epochOf = (connection: Connection) =>
    connection.state === 'live' ? connection.epoch : undefined

  const hears = () => {
    const epoch = epochOf(seat.connection())
    return epoch !== undefined && epoch !== deaf && network.up && !machine.asleep()
  }
  const isDeceived = () =>
    deaf !== undefined && epochOf(seat.connection()) === deaf && !machine.asleep()

  return {
    hearsSince: () => since,
    isDeceived,
    slowestNotice: () => slowestNotice,
    answers: () => troubles === 0 && network.up && !machine.asleep() && seat.signedIn(),
    deafen() {
      deaf = epochOf(seat.connection())
      since = undefined
    },
    trouble() {
      troubles++
      return () => void troubles--
    },
    look(now) {
      deceivedSince = isDeceived() ? (deceivedSince ?? now) : undefined
      slowestNotice = Math.max(slowestNotice, now - (deceivedSince ?? now))
      since = hears() ? (since ?? now) : undefined
    },
  }
}
