import { randomUUID } from 'node:crypto'
import type { Clock } from '~/clock'
import { createRandom } from '../random'
import { topicPattern } from '../wildcards'

export const eventFaultKinds = ['delay', 'duplicate', 'reorder', 'lose'] as const
export type EventFaultKind = (typeof eventFaultKinds)[number]

/** Something that happens to events on their way: once for each channel that is told. */
export interface EventFaultSpec {
  readonly kind: EventFaultKind
  /** A topic without `?`; `*` stands for a part without a point, `**` for anything. */
  readonly topic?: string
  /** Whose channels. */
  readonly userId?: string
  /** None: no end. */
  readonly times?: number
  /** Of those that fit, the share that is struck; none: all. */
  readonly probability?: number
  readonly seed?: number
  /** How long it can strike from now on. */
  readonly forMs?: number
  /** How late it comes, or its second copy. */
  readonly ms: number
}

export interface EventFault extends EventFaultSpec {
  readonly id: string
  /** How often it has struck. */
  readonly count: number
  /** Only of one that was given so long. */
  readonly msLeft?: number
}

export interface EventFaults {
  add(spec: EventFaultSpec): string
  list(): readonly EventFault[]
  /** False: there is no such fault. */
  remove(id: string): boolean
  clear(): void
  /** The fault that strikes this event on its way to this user, counted. */
  strike(topic: string, userId: string | undefined): EventFault | undefined
}

interface Standing {
  fault: EventFault
  readonly until: number
  readonly strikes: (topic: string) => boolean
}

export function createEventFaults(clock: Pick<Clock, 'now'>): EventFaults {
  const faults = new Map<string, Standing>()

  return {
    add(spec) {
      const id = randomUUID()
      const { topic, probability, seed = 1, forMs = Number.POSITIVE_INFINITY } = spec
      const pattern = topic === undefined ? undefined : topicPattern(topic)
      const random = createRandom(seed)
      const strikes = (told: string) =>
        (pattern?.(told) ?? true) && (probability === undefined || random.next() < probability)
      const until = clock.now() + forMs
      faults.set(id, { fault: { ...spec, id, count: 0 }, until, strikes })
      return id
    },
    list: () =>
      [...faults.values()].map(({ fault, until }) => ({
        ...fault,
        ...(fault.forMs !== undefined && { msLeft: Math.max(0, until - clock.now()) }),
      })),
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    strike(topic, userId) {
      for (const entry of faults.values()) {
        const { fault, until, strikes } = entry
        if (clock.now() >= until) continue
        if (fault.times !== undefined && fault.count >= fault.times) continue
        if (fault.userId !== undefined && fault.userId !== userId) continue
        if (!strikes(topic)) continue
        entry.fault = { ...fault, count: fault.count + 1 }
        return entry.fault
      }
      return undefined
    },
  }
}
