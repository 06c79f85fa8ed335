/** What goes wrong on a bad day, one thing after the other, and what of it the desk can do nothing about. */
import type { Random } from '../emulator/random'
import type { Agenda } from './agenda'
import type { Seat } from './desk'
import type { Link } from './link'
import type { Machine } from './machine'
import type { Network } from './network'
import type { Platform } from './platform'

export interface Weather {
  /** Storms, with fair hours of a few minutes between them. */
  storms(): Promise<void>
  /** No more of them, until the answer is called. */
  calm(): () => void
  /** Milliseconds since the epoch: the last storm has ended; undefined while there is one. */
  fairSince(): number | undefined
  /** How often each kind came. */
  readonly counts: Record<string, number>
}

interface Fault {
  readonly kind: string
  readonly [field: string]: unknown
}

const everything = { path: '/api/v2/**' }

export function createWeather(parts: {
  readonly seat: Seat
  readonly agenda: Agenda
  readonly platform: Platform
  readonly machine: Machine
  readonly network: Network
  readonly link: Link
  readonly random: Random
}): Weather {
  const { seat, agenda, platform, machine, network, link, random } = parts
  const { order, fault } = platform
  const { rest } = agenda
  const { id: userId } = seat.desk.me
  const chance = (part: number) => random.next() < part
  const between = (min: number, max: number) => Math.round(random.between(min, max))
  const drop = () => order('POST', '/sockets/drop', { userId })
  let calms = 0
  let fairSince: number | undefined = agenda.now()

  /** Sockets that stay open, and over which nothing comes any more. */
  async function mute() {
    await order('POST', '/sockets/mute', { userId })
    link.deafen()
  }

  /** A fault for so long, of which the desk sees the end a while later. */
  async function faulty(forMs: number, one: Fault, after = 0) {
    const end = link.trouble()
    await fault({ ...everything, userId, forMs, seed: between(1, 1e6), ...one })
    await rest(forMs + after)
    await platform.over()
    end()
  }

  const kinds = {
    drop,
    async 'dropped three times'() {
      for (let time = 0; time < 3; time++) {
        await drop()
        await rest(between(500, 8_000))
      }
    },
    silence: mute,
    closing: () => order('POST', '/sockets/closing', { userId, ms: between(5_000, 60_000) }),
    takeover: () => order('POST', '/sockets/takeover', { userId }),
    'token ended': () => order('POST', '/tokens/expire', { userId }),
    'sign-in revoked': () => order('POST', '/tokens/revoke', { userId }),
    '429': () =>
      faulty(
        20_000,
        { kind: 'status', status: 429, retryAfter: between(2, 30), times: between(1, 3) },
        45_000,
      ),
    '5xx': () =>
      faulty(between(15_000, 60_000), { kind: 'status', status: 503, probability: 0.7 }, 30_000),
    resets: () =>
      faulty(
        between(10_000, 40_000),
        { kind: 'reset', probability: 0.5, phase: random.pick(['before', 'after']) },
        30_000,
      ),
    'slow answers': () =>
      faulty(
        between(30_000, 90_000),
        { kind: 'delay', ms: 1_500, jitterMs: 2_500, probability: 1 },
        10_000,
      ),
    'no answers': () => faulty(between(10_000, 30_000), { kind: 'timeout' }, 40_000),
    async 'events late and twice'() {
      const topic = `v2.users.${userId}.*`
      for (const kind of ['delay', 'reorder', 'duplicate'])
        await order('POST', '/events/faults', {
          kind,
          topic,
          ms: between(50, 900),
          probability: 0.3,
          forMs: 60_000,
          seed: between(1, 1e6),
        })
      await rest(62_000)
      await order('DELETE', '/events/faults')
    },
    async 'no network'() {
      await mute()
      network.up = false
      const told = chance(0.7)
      if (told) seat.tell('offline')
      await rest(between(30_000, 240_000))
      network.up = true
      if (told) seat.tell('online')
    },
    async sleep() {
      await mute()
      machine.sleep()
      await rest(between(20_000, 900_000))
      machine.wake()
    },
    async 'sockets blocked'() {
      network.sockets = random.pick(['refused', 'cut'])
      await drop()
      await rest(between(60_000, 180_000))
      network.sockets = 'open'
    },
  } satisfies Record<string, () => Promise<unknown>>

  const counts: Record<string, number> = {}
  let bag: [string, () => Promise<unknown>][] = []
  /** Each kind as often as the others, in any order. */
  function draw() {
    if (bag.length === 0) bag = Object.entries(kinds)
    return bag.splice(Math.floor(random.between(0, bag.length)), 1)[0]
  }

  return {
    counts,
    fairSince: () => fairSince,
    calm() {
      calms++
      return () => void calms--
    },
    async storms() {
      for (;;) {
        await rest(between(240_000, 480_000))
        if (calms > 0) continue
        const [name, storm] = draw() ?? []
        if (!name || !storm) continue
        fairSince = undefined
        counts[name] = (counts[name] ?? 0) + 1
        await storm()
        fairSince = agenda.now()
      }
    },
  }
}
