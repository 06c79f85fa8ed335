/** The agent's own presence and routing status, and the orders that change them. */

import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import type { UserId } from '~/genesys/ids'
import type { SystemPresence } from '~/genesys/presence'
import { objects, time } from '~/genesys/values'
import type {
  PresenceDefinition,
  RoutingStatus,
  RoutingStatusEvent,
  UserPresence,
} from '~/genesys/wire'
import type { OutOfOffice } from '~/genesys/wirepeople'
import { t } from '~/language'
import type { Command, Fact } from '~/ledger/command'
import type { Ledger } from '~/ledger/ledger'
import type { unlessDone } from '~/ledger/twice'
import type { Ask } from '~/protocol/protocol'
import {
  awayKey,
  choices,
  type Definition,
  definitionFromWire,
  following,
  type Presence,
  presenceFromWire,
  type Routing,
  routingFromWire,
} from './presence'

export interface PresenceStore {
  readonly current: Accessor<Presence | undefined>
  readonly routing: Accessor<Routing | undefined>
  /** Whether the agent is out of office, as Genesys Cloud tells it. */
  readonly away: Accessor<OutOfOffice | undefined>
  readonly choices: Accessor<readonly Definition[]>
  /** The word for the current presence. */
  readonly label: Accessor<string>
  /** The organization's word for a status, whoever is in it. */
  labelOf(definitionId: string | undefined): string | undefined
  readonly onQueue: Accessor<boolean>
  /** Why the queue cannot be joined or left: there is no such status to choose. */
  readonly whyNotQueue: Accessor<string | undefined>
  /** The one that was asked for and has not been confirmed. */
  readonly wanted: Accessor<Definition | undefined>
  define(wires: readonly PresenceDefinition[]): void
  apply(wire: UserPresence): void
  applyRouting(wire: RoutingStatusEvent): void
  applyAway(wire: object): void
  /** All of it, in one question; the answer puts them in their place. */
  read(): Promise<() => void>
  /** Reads all of it anew. */
  readBack(): Promise<void>
  /** The fact that proves an order of this store. */
  proof(command: Command): Fact | undefined
  choose(definition: Definition): void
  /** On or off queue; off goes back to what was before, else to Available. */
  setOnQueue(on: boolean): void
  /** Out of Not Responding. */
  backOnQueue(): void
}

export function createPresence(parts: {
  readonly userId: UserId
  readonly ask: Ask
  readonly clock: Clock
  readonly ledger: Ledger
  /** As Genesys Cloud dates. */
  readonly now: () => number
  readonly locale: string
  /** What is fetched after the first screen. */
  readonly later: () => Promise<{ readonly unlessDone: typeof unlessDone }>
}): PresenceStore {
  const { userId, ask, clock, ledger, now } = parts
  const [definitions, setDefinitions] = createSignal<readonly Definition[]>()
  const [current, setCurrent] = createSignal<Presence>()
  const [routing, setRouting] = createSignal<Routing>()
  const [away, applyAway] = createSignal<OutOfOffice>()
  const [wanted, setWanted] = createSignal<Definition>()
  /** When that was pressed. */
  let pressedAt = 0
  let beforeQueue: string | undefined
  /** When Genesys Cloud dates what is known: an answer dated before that came late. */
  let presenceAt = 0
  let routingAt = 0

  const named = (id: string | undefined) => definitions()?.find((one) => one.id === id)
  const primary = (system: SystemPresence) =>
    definitions()?.find((one) => one.system === system && !one.secondary)
  const onQueue = createMemo(() => current()?.system === 'onqueue')

  function apply(wire: UserPresence | undefined, here?: boolean) {
    const next = wire && presenceFromWire(wire, now())
    if (!next) return
    const date = time(wire.modifiedDate)
    const at = date ?? presenceAt
    if (at < presenceAt) return
    presenceAt = at
    if (!['onqueue', 'offline', 'idle'].includes(next.system)) beforeQueue = next.definitionId
    setCurrent((before) => following(before, { ...next, here }, date !== undefined))
  }

  function applyRouting(wire: RoutingStatus | undefined) {
    const next = wire && routingFromWire(wire, now())
    if (!next) return
    const at = time(wire.startTime) ?? routingAt
    if (at < routingAt) return
    routingAt = at
    setRouting(next)
  }

  const isResponding = () => routing()?.status !== 'NOT_RESPONDING'

  async function read() {
    const before = away()
    const me = await ask('getMe', { expand: 'presence,routingStatus,outOfOffice' })
    return () => {
      apply(me.presence)
      applyRouting(me.routingStatus)
      // It has no date: what was told meanwhile is newer.
      if (me.outOfOffice && away() === before) applyAway(me.outOfOffice)
    }
  }

  const readBack = () => read().then((put) => put())

  /** One change at a time, as the platform wants it; of what is chosen meanwhile the last counts. */
  async function choose(definition: Definition) {
    const busy = wanted() !== undefined
    pressedAt = clock.now()
    setWanted(definition)
    if (busy) return
    let sent: Definition | undefined
    for (let next = wanted(); next && next !== sent; next = wanted()) {
      sent = next
      const { id, label } = next
      await ledger.run({
        ...{
          verb: 'presence',
          target: userId,
          name: t`The change to ${label}`,
          which: id,
          pressedAt,
        },
        send: (options) =>
          ask('setPresence', { userId }, { presenceDefinition: { id } }, options).then((wire) =>
            apply(wire, true),
          ),
      })
    }
    setWanted(undefined)
  }

  return {
    current,
    routing,
    away,
    wanted,
    onQueue,
    whyNotQueue: createMemo(() => {
      if (!definitions()) return t`Your statuses could not be read yet`
      return primary('onqueue') ? undefined : t`Your organization offers no On Queue status`
    }),
    choices: createMemo(() => choices(definitions() ?? [])),
    label: createMemo(() => named(current()?.definitionId)?.label ?? t`Unknown`),
    labelOf: (id) => named(id)?.label,
    define: (wires) =>
      setDefinitions(
        objects(wires).flatMap((wire) => definitionFromWire(wire, parts.locale) ?? []),
      ),
    apply: (wire) => apply(wire),
    applyAway,
    applyRouting: (wire) => applyRouting(wire.routingStatus),
    read,
    readBack,
    proof({ verb, which }) {
      if (verb === 'presence') {
        const now = current()
        return (now?.nextId ?? now?.definitionId) === which ? 'status' : undefined
      }
      if (verb === 'out-of-office') return awayKey(away()) === which ? 'away' : undefined
      return isResponding() ? 'responding' : undefined
    },
    choose: (definition) => void choose(definition),
    setOnQueue(on) {
      const definition = on ? primary('onqueue') : (named(beforeQueue) ?? primary('available'))
      if (definition) void choose(definition)
    },
    backOnQueue() {
      void ledger.run({
        verb: 'back-on-queue',
        target: userId,
        name: t`The return to the queue`,
        send: (options) =>
          ask('setRoutingStatus', { userId }, { status: 'IDLE' }, options).catch(async (error) =>
            (await parts.later()).unlessDone(Promise.reject(error), () =>
              readBack().then(isResponding),
            ),
          ),
      })
    },
  }
}
