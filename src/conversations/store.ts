/** The agent's conversations: what Genesys Cloud last said of each, one signal apiece. */
import { type Accessor, createMemo, createSignal, type Setter } from 'solid-js'
import type { UserId } from '~/genesys/ids'
import { objects } from '~/genesys/values'
import type { Conversation as Wire } from '~/genesys/wire'
import { type Conversation, compare, fromWire, isLive, progress } from './conversation'

export interface Conversations {
  /** Ringing first, then live, then after-call work. */
  readonly ids: Accessor<readonly string[]>
  get(id: string): Conversation | undefined
  readonly alerting: Accessor<readonly Conversation[]>
  readonly live: Accessor<boolean>
  /** One conversation as an event or an answer tells it. */
  apply(wire: Wire): void
  /** It tells less than was told before: no order of events is promised. `fresh`: heard this moment. */
  isOld(wire: Wire, fresh: boolean): boolean
  /** All of them, as read after a gap. */
  replace(wires: readonly Wire[]): void
}

type Row = readonly [Accessor<Conversation>, Setter<Conversation>]

/** News of a call is not older than some calls. */
const kept = 200

export function createConversations(parts: { me: UserId; now: () => number }): Conversations {
  const [rows, setRows] = createSignal<ReadonlyMap<string, Row>>(new Map())
  /** Of the latest that have left too, lest an event that comes late brings them back. */
  const known = new Map<string, number>()

  const all = createMemo(() => [...rows().values()].map(([read]) => read()).sort(compare))
  const ids = createMemo(() => all().map(({ id }) => id), [], {
    equals: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  })

  function put(next: Conversation) {
    const row = rows().get(next.id)
    if (row) row[1](next)
    else setRows((before) => new Map(before).set(next.id, createSignal(next)))
  }

  function remove(id: string) {
    if (!rows().has(id)) return
    setRows((before) => {
      const after = new Map(before)
      after.delete(id)
      return after
    })
  }

  function apply(wire: Wire) {
    if (!wire?.id) return
    known.delete(wire.id)
    known.set(wire.id, progress(wire, parts.me))
    const [oldest] = known.keys()
    if (known.size > kept && oldest !== undefined) known.delete(oldest)
    const before = rows().get(wire.id)?.[0]()
    const next = fromWire(wire, { me: parts.me, now: parts.now(), ...(before ? { before } : {}) })
    if (next && next.phase !== 'over') put(next)
    else remove(wire.id)
  }

  return {
    ids,
    get: (id) => rows().get(id)?.[0](),
    alerting: createMemo(() => all().filter(({ phase }) => phase === 'alerting')),
    live: createMemo(() => all().some(isLive)),
    apply,
    isOld(wire, fresh) {
      const before = known.get(wire.id ?? '') ?? 0
      // What was heard during a reading is newer than the reading.
      return (fresh || Number.isFinite(before)) && progress(wire, parts.me) < before
    },
    replace(wires) {
      const all = objects(wires)
      const listed = new Set(all.map(({ id }) => id))
      for (const id of rows().keys()) {
        if (listed.has(id)) continue
        remove(id)
        // It is over, as far as the reading goes: whatever is told of it later is looked up.
        known.set(id, Number.POSITIVE_INFINITY)
      }
      for (const wire of all) apply(wire)
    },
  }
}
