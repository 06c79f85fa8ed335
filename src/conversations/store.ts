/** The agent's conversations: what Genesys Cloud last said of each, one signal apiece. */
import { type Accessor, batch, createMemo, createSignal, untrack } from 'solid-js'
import type { UserId } from '~/genesys/ids'
import { objects } from '~/genesys/values'
import type { Conversation as Wire } from '~/genesys/wire'
import {
  type Conversation,
  compare,
  fromWire,
  livePhases,
  type Phase,
  progress,
} from './conversation'

export interface Conversations {
  /** Ringing first, then live, then after-call work: another list when the order or a phase is another. */
  readonly ids: Accessor<readonly string[]>
  /** The calls of some phases. Follows the phases alone, and nothing else of any conversation. */
  idsIn(...phases: readonly Phase[]): readonly string[]
  get(id: string): Conversation | undefined
  /** In the same order. */
  readonly all: Accessor<readonly Conversation[]>
  /**
   * Calls alone. What rings here is answered here: a message or a callback is offered by Genesys Cloud's own
   * desk, which rings for it, and a ring that nothing here could stop would hide the one that can be answered.
   */
  readonly alerting: Accessor<readonly Conversation[]>
  readonly live: Accessor<boolean>
  /** One conversation as an event or an answer tells it. */
  apply(wire: Wire): void
  /** It tells less than was told before: no order of events is promised. `fresh`: heard this moment. */
  isOld(wire: Wire, fresh: boolean): boolean
  /** All of them, as read after a gap. */
  replace(wires: readonly Wire[]): void
}

interface Row {
  readonly read: Accessor<Conversation | undefined>
  readonly set: (next: Conversation | undefined) => void
  /** As it is; nothing here follows the signal. */
  now: Conversation
}

/** News of a call is not older than some calls. */
const kept = 200

/**
 * An event costs its own row alone, however many there are: nothing is sorted, and nobody else looks, unless it
 * moves in the order.
 */
export function createConversations(parts: {
  me: UserId
  now: () => number
  /** What was known and what is known now, nothing once it has left; `told` unless a reading just lacked it. */
  onNews?: (before: Conversation, after: Conversation | undefined, told?: Wire) => void
}): Conversations {
  const rows = new Map<string, Row>()
  const [ids, setIds] = createSignal<readonly string[]>([])
  /** Of the latest that have left too, lest an event that comes late brings them back. */
  const known = new Map<string, number>()

  /** One that is not there may come. */
  const get = (id: string) => rows.get(id)?.read() ?? (ids() && undefined)
  const all = () => ids().flatMap((id) => get(id) ?? [])

  const place = (one: Conversation, among: readonly string[]) => {
    let [from, to] = [0, among.length]
    while (from < to) {
      const middle = (from + to) >> 1
      const other = rows.get(among[middle] ?? '')
      if (other && compare(other.now, one) <= 0) from = middle + 1
      else to = middle
    }
    return from
  }

  /** At once with its place: whoever looks in between would see one ring no more that does. */
  const put = (next: Conversation) => batch(() => show(next))

  function show(next: Conversation) {
    const { id } = next
    const row = rows.get(id)
    const before = row?.now
    if (row) {
      row.now = next
      row.set(next)
    } else {
      const [read, set] = createSignal<Conversation | undefined>(next)
      rows.set(id, { read, set, now: next })
    }
    if (before && compare(before, next) === 0 && before.media === next.media) return
    const others = untrack(ids).filter((other) => other !== id)
    const order = others.toSpliced(place(next, others), 0, id)
    const isMoved = () => order.some((one, at) => one !== untrack(ids)[at])
    const isOther = before?.phase !== next.phase || before.media !== next.media
    if (isOther || isMoved()) setIds(order)
  }

  function remove(id: string) {
    const row = rows.get(id)
    if (!row) return
    rows.delete(id)
    batch(() => {
      setIds((before) => before.filter((other) => other !== id))
      row.set(undefined)
    })
  }

  function apply(wire: Wire) {
    if (!wire?.id) return
    known.delete(wire.id)
    known.set(wire.id, progress(wire, parts.me))
    const [oldest] = known.keys()
    if (known.size > kept && oldest !== undefined) known.delete(oldest)
    const before = rows.get(wire.id)?.now
    const next = fromWire(wire, { me: parts.me, now: parts.now(), ...(before ? { before } : {}) })
    const after = next?.phase === 'over' ? undefined : next
    if (after) put(after)
    else remove(wire.id)
    if (before) parts.onNews?.(before, after, wire)
  }

  const calls = (...phases: readonly Phase[]) =>
    ids().filter((id) => {
      const now = rows.get(id)?.now
      return now?.media === 'call' && phases.includes(now.phase)
    })

  return {
    ids,
    idsIn: calls,
    all,
    get,
    alerting: createMemo(() => calls('alerting').flatMap((id) => get(id) ?? [])),
    live: createMemo(() => calls(...livePhases).length > 0),
    apply,
    isOld(wire, fresh) {
      const before = known.get(wire.id ?? '') ?? 0
      // What was heard during a reading is newer than the reading.
      return (fresh || Number.isFinite(before)) && progress(wire, parts.me) < before
    },
    replace(wires) {
      const told = objects(wires)
      const listed = new Set(told.map(({ id }) => id))
      for (const id of [...rows.keys()]) {
        if (listed.has(id)) continue
        const before = rows.get(id)?.now
        remove(id)
        if (before) parts.onNews?.(before, undefined)
        // It is over, as far as the reading goes: whatever is told of it later is looked up.
        known.set(id, Number.POSITIVE_INFINITY)
      }
      batch(() => told.forEach(apply))
    },
  }
}
