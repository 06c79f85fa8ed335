import type { Clock } from '~/clock'
import type { Agent } from '../org/organisation'
import type { Definition } from './definitions'
import { type RoutingStatus, routingStatusOf, staysNotResponding, type Work } from './rules'

/** Where an agent stands now. */
export interface Standing {
  readonly definition: Definition
  readonly message: string
  readonly modifiedDate: number
  readonly status: RoutingStatus
  /** Since when the routing status stands. */
  readonly since: number
  readonly notResponding: boolean
}

export interface Agents {
  of(userId: string): Standing | undefined
  /** Whose routing status is IDLE. */
  idle(): Iterable<string>
  setPresence(userId: string, definition: Definition, message?: string): void
  /** The agent let a routed call pass. */
  setNotResponding(userId: string, notResponding: boolean): void
  /** Works the routing status out anew: the agent's work has changed. */
  refresh(userId: string): void
}

interface Options {
  readonly clock: Clock
  readonly users: readonly Agent[]
  readonly workOf: (userId: string) => Work
  /** In the order it is to be told. */
  readonly changed: (userId: string, what: readonly ('presence' | 'routingStatus')[]) => void
}

/** The presence and the routing status of every agent; the second follows from the first and the work. */
export function createAgents({ clock, users, workOf, changed }: Options): Agents {
  const start = clock.now()
  const standings = new Map<string, Standing>(
    users.map(({ id, definition }) => [
      id,
      {
        definition,
        message: '',
        modifiedDate: start,
        status: 'OFF_QUEUE',
        since: start,
        notResponding: false,
      },
    ]),
  )
  const idle = new Set<string>()

  function put(userId: string, change: Partial<Standing>): void {
    const before = standings.get(userId)
    if (!before) return
    const after = { ...before, ...change }
    const { definition, notResponding } = after
    const status = routingStatusOf(definition.systemPresence, workOf(userId), notResponding)
    if (status === 'IDLE') idle.add(userId)
    else idle.delete(userId)
    const moved = status !== before.status
    standings.set(userId, { ...after, status, since: moved ? clock.now() : before.since })
    if (change.definition) changed(userId, moved ? ['presence', 'routingStatus'] : ['presence'])
    else if (moved) changed(userId, ['routingStatus'])
  }

  return {
    of: (userId) => standings.get(userId),
    idle: () => idle,
    setPresence(userId, definition, message) {
      const before = standings.get(userId)
      put(userId, {
        definition,
        message: message ?? before?.message ?? '',
        modifiedDate: clock.now(),
        notResponding: staysNotResponding(
          before?.notResponding ?? false,
          definition.systemPresence,
        ),
      })
    },
    setNotResponding: (userId, notResponding) => put(userId, { notResponding }),
    refresh: (userId) => put(userId, {}),
  }
}
