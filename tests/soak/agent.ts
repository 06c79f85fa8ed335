/** The agent of a shift: looks at the desk every few seconds, and does what people do there. */

import { seenOf } from '~/app/destinations'
import { readByIds } from '~/directory/roster'
import { createSeen } from '~/team/seen'
import type { Random } from '../emulator/random'
import type { Agenda } from './agenda'
import { createCalls } from './calls'
import type { Seat } from './desk'
import type { Machine } from './machine'
import type { Platform } from './platform'
import type { Presses } from './presses'

export type Agent = ReturnType<typeof createAgent>

const pauses = ['Break', 'Meeting', 'Busy', 'Training'] as const

export function createAgent(parts: {
  readonly seat: Seat
  readonly agenda: Agenda
  readonly platform: Platform
  readonly machine: Machine
  readonly random: Random
  readonly presses: Presses
}) {
  const { seat, agenda, platform, machine, random, presses } = parts
  const { desk, tasks, line } = seat
  const { me, presence } = desk
  const calls = createCalls(parts)
  const chance = (part: number) => random.next() < part
  const seen = createSeen(
    {
      ...tasks.sight,
      hidden: () => false,
      async people(ids, signal) {
        const people = await readByIds(desk.means.ask, ids, { signal, lane: 'background' })
        return people.map((one) => ({ id: one.id, doing: seenOf(desk, one) }))
      },
    },
    () => {},
  )
  let away = false
  /** Milliseconds since the epoch: until then the agent is not at work. */
  let pausedUntil = 0
  let watched: readonly string[] = []

  function choose(label: string) {
    const one = presence.choices().find((choice) => choice.label === label)
    if (!one || presence.wanted()) return
    presses.add(['setPresence'], me.id, agenda.now())
    presence.choose(one)
  }

  function beOnQueue(on: boolean) {
    if (presence.wanted() || presence.whyNotQueue()) return
    presses.add(['setPresence'], me.id, agenda.now())
    presence.setOnQueue(on)
  }

  /** Presence and routing status. */
  function stand() {
    if (presence.routing()?.status === 'NOT_RESPONDING') {
      if (chance(0.6) || desk.pending(me.id).length > 0) return
      presses.add(['setRoutingStatus'], me.id, agenda.now())
      return presence.backOnQueue()
    }
    const isOn = presence.onQueue()
    if (agenda.now() < pausedUntil) return
    if (!isOn && chance(0.4)) return beOnQueue(true)
    if (!isOn || !chance(0.006)) return
    pausedUntil = agenda.now() + random.between(60_000, 300_000)
    const label = random.pick(pauses)
    if (desk.conversations.ids().length === 0) return choose(label)
    // Once the work of now is done.
    const one = presence.choices().find((choice) => choice.label === label)
    if (!one || tasks.status.next.held()) return
    presses.add(['setPresence'], me.id, agenda.now(), Number.POSITIVE_INFINITY)
    tasks.status.next.choose(one)
  }

  async function lookAround() {
    if (watched.length > 0 ? chance(0.1) : chance(0.006)) {
      const { users } = await platform.state()
      const from = Math.floor(random.between(0, 6))
      watched = watched.length > 0 ? [] : users.slice(from, from + 6).map(({ id }) => id)
      seen.show(watched)
    }
    if (!chance(0.003)) return
    await tasks.mine.read()
    const queues = tasks.mine.list() ?? []
    const one = queues.find(({ name }) => name === random.pick(['Returns', 'Sales', 'Enterprise']))
    const joined = one && tasks.mine.joined(one.id)
    if (!one || joined === undefined || desk.pending(one.id).length > 0) return
    presses.add(['joinQueues'], me.id, agenda.now())
    tasks.mine.set([one], !joined)
  }

  async function act() {
    if (machine.asleep() || away) return
    if (!seat.signedIn()) return chance(0.2) ? seat.signInAgain() : undefined
    line.active()
    if (seat.connection().state === 'taken' && chance(0.2)) return line.reconnect()
    await calls.act()
    stand()
    await lookAround()
  }

  return {
    /** Whom the agent looks at, and what is known of them. */
    watched: () => watched,
    seen,
    async work() {
      for (;;) {
        await agenda.rest(random.between(1_500, 5_000))
        await act()
      }
    },
    /** Leaves the desk as it stands, off queue and without a call, for so long. */
    async leave(ms: number) {
      pausedUntil = agenda.now() + ms + 600_000
      while (desk.conversations.ids().length > 0 || presence.onQueue()) {
        await agenda.rest(5_000)
        if (presence.onQueue() && seat.signedIn()) choose('Meal')
      }
      away = true
      watched = []
      seen.show(watched)
      const from = agenda.now()
      await agenda.rest(ms)
      away = false
      pausedUntil = 0
      return from
    },
    stop: () => seen.stop(),
  }
}
