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
  /** What was chosen, and waits for the end of the work of now. */
  readonly future?: Definition | undefined
}

export interface Agents {
  of(userId: string): Standing | undefined
  /** Whose routing status is IDLE. */
  idle(): Iterable<string>
  setPresence(userId: string, definition: Definition, message?: string): void
  /** As an agent asks for it: in an interaction, off the queue once that has ended. */
  requestPresence(userId: string, definition: Definition, message?: string): void
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
    const { definition, notResponding, future } = after
    const status = routingStatusOf(definition.systemPresence, workOf(userId), notResponding)
    if (future && status !== 'INTERACTING') {
      setPresence(userId, future)
      return
    }
    if (status === 'IDLE') idle.add(userId)
    else idle.delete(userId)
    const moved = status !== before.status
    standings.set(userId, { ...after, status, since: moved ? clock.now() : before.since })
    if (change.definition || change.future)
      changed(userId, moved ? ['presence', 'routingStatus'] : ['presence'])
    else if (moved) changed(userId, ['routingStatus'])
  }

  function setPresence(userId: string, definition: Definition, message?: string): void {
    const before = standings.get(userId)
    put(userId, {
      definition,
      message: message ?? before?.message ?? '',
      modifiedDate: clock.now(),
      notResponding: staysNotResponding(before?.notResponding ?? false, definition.systemPresence),
      future: undefined,
    })
  }

  return {
    of: (userId) => standings.get(userId),
    idle: () => idle,
    setPresence,
    requestPresence(userId, definition, message) {
      const before = standings.get(userId)
      const waits = before?.status === 'INTERACTING' && definition.systemPresence !== 'OnQueue'
      if (!waits) return setPresence(userId, definition, message)
      const said = message === undefined ? {} : { message }
      put(userId, { ...said, future: definition, modifiedDate: clock.now() })
    },
    setNotResponding: (userId, notResponding) => put(userId, { notResponding }),
    refresh: (userId) => put(userId, {}),
  }
}
