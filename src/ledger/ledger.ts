/**
 * Every command from press to proof. It is sent once; what comes of it is decided by what Genesys
 * Cloud says afterwards, never by hope.
 */
import { type Clock, inTime } from '~/clock'
import { failureOf } from '~/genesys/errors'
import type { AskOptions } from '~/protocol/protocol'
import {
  after,
  attemptLife,
  type Command,
  type CommandState,
  deafLife,
  type Fact,
  type Happening,
  isOver,
  isUndone,
  type Ordered,
  orderLife,
  proofLife,
  regretLife,
  type Source,
} from './command'

export interface Order extends Omit<Ordered, 'id' | 'pressedAt'> {
  /** When that was not just now. Its time counts from there, whatever it had to wait for. */
  readonly pressedAt?: number
  /** Asks the engine for it. */
  send(options: AskOptions): Promise<unknown>
}

export interface Ledger {
  /**
   * Sends an order: once, if it is pressed twice; and after the one of the same verb and target that is still
   * under way. Resolves with how it ended; never rejects.
   */
  run(order: Order): Promise<Command>
  /** Goes on with one that another page has sent, and will not hear of any more: the facts decide. */
  adopt(ordered: Ordered): Promise<Command>
  /** Facts have changed: what they prove is done. */
  check(by: Source): void
}

interface Entry {
  command: Command
  readonly ended: Promise<Command>
  /** Aborts when it is over: what has not gone out by then is not sent any more. */
  readonly over: AbortController
  /** Another page has sent it. */
  isAdopted?: true
  /** One of its kind, which it waits for: until then what is seen tells of that one. */
  readonly behind: Entry | undefined
}

/** As many as anybody reads again. */
const kept = 50
/** The operation is a name for what has none. */
const tooLate = { kind: 'expired', outcome: 'refused', operation: 'updateCall' } as const

export function createLedger(parts: {
  readonly clock: Clock
  /** Given the last commands, the oldest first, whenever something happens to one. */
  readonly onChange: (commands: readonly Command[]) => void
  /** It is over; or was called undone, and has happened after all. */
  readonly onEnd: (command: Command) => void
  /** The fact that answers it: it is done, or can no longer be. Asked whenever facts change. */
  readonly proof: (command: Command) => Fact | undefined
  /** Reads the facts it is about anew. */
  readonly readBack: (command: Command) => Promise<unknown>
  /** False while no event can come: then the facts are looked up early. */
  readonly hears: () => boolean
  /** What was accepted is done, as the facts say, and no event has told of it in time. */
  readonly onDeaf: (command: Command) => void
}): Ledger {
  const { clock } = parts
  let entries: readonly Entry[] = []

  const tell = () => parts.onChange(entries.map(({ command }) => command))
  const isEnded = ({ command }: Entry) => isOver(command.state)

  const akin = (one: Omit<Order, 'send'>) =>
    entries.filter(({ command: { verb, target } }) => verb === one.verb && target === one.target)
  const isSame = (one: Omit<Order, 'send'>, { name, which }: Command) =>
    one.name + one.which === name + which

  /** Called undone a moment ago, and not ordered again since. */
  function isRegretted(entry: Entry) {
    const { state, endedAt = 0 } = entry.command
    const isRecent = state.step === 'failed' && clock.now() - endedAt < regretLife
    return isRecent && akin(entry.command).at(-1) === entry
  }

  function change(entry: Entry, happening: Happening) {
    if (isEnded(entry) && happening.kind !== 'fact') return
    entry.command = after(entry.command, happening, clock.now())
    if (isEnded(entry)) {
      entry.over.abort()
      parts.onEnd(entry.command)
    }
    tell()
  }

  /** Whether the facts could be read. */
  const readBack = ({ command }: Entry) =>
    parts.readBack(command).then(
      () => true,
      () => false,
    )

  async function follow(entry: Entry, send: Order['send']) {
    const { command, behind } = entry
    let { deadline } = command
    const before = behind && (await ending(behind, deadline - clock.now()))
    if (before?.state.step === 'confirmed') {
      if (isSame(command, before)) change(entry, { ...before.state, kind: 'fact' })
      // It has left nothing to order.
      else if (before.state.fact === 'ended') deadline = 0
    }
    if (clock.now() >= deadline) change(entry, { kind: 'failed', failure: tooLate })
    if (isEnded(entry)) return
    try {
      await send({
        signal: entry.over.signal,
        until: deadline,
        onProgress: (progress) => change(entry, { kind: 'progress', progress }),
      })
      change(entry, { kind: 'accepted' })
    } catch (error) {
      // The operation is a name for what has none: of such a failure only the outcome counts.
      change(entry, { kind: 'failed', failure: failureOf(error, 'updateCall') })
      // Refused because the facts are not what the screen says: look at them again.
      if (isUndone(entry.command.state.step)) void readBack(entry)
    }
    prove(entry, 'answer')
    const hears = parts.hears()
    if (entry.command.state.step === 'accepted') {
      await ending(entry, hears ? proofLife : deafLife)
      change(entry, { kind: 'unproven' })
    }
    // What was accepted, and could have been heard of, has had its time.
    await look(entry, clock.now() + (hears && entry.command.acceptedAt ? 0 : proofLife))
  }

  /** Nobody knows what came of it: the facts decide. Until `last` it may still happen. */
  async function look(entry: Entry, last: number): Promise<void> {
    const { state } = entry.command
    if (state.step !== 'unknown') return
    const left = last - clock.now()
    const seen = await readBack(entry)
    prove(entry, 'reading')
    if (state.why === 'unproven' && seen && isEnded(entry) && parts.hears())
      parts.onDeaf(entry.command)
    // One that could not be read for so long is not tried for as long again.
    if (left > 0 && (seen || clock.now() < last)) {
      await ending(entry, last - clock.now())
      return look(entry, last)
    }
    change(entry, { kind: 'read-back', seen })
  }

  /** Until it has ended, or its time is over. */
  const ending = ({ ended }: Entry, ms: number) => inTime(clock, ms, ended, undefined)

  function prove(entry: Entry, by: Source) {
    const isOpen = isEnded(entry) ? isRegretted(entry) : !entry.behind || isEnded(entry.behind)
    const fact = isOpen && parts.proof(entry.command)
    if (fact) change(entry, { kind: 'fact', fact, by })
  }

  function enter(ordered: Ordered, state: CommandState, behind?: Entry) {
    const over = new AbortController()
    const command: Command = {
      ...ordered,
      state,
      deadline: ordered.pressedAt + orderLife,
      lane: 'action',
      attempts: 0,
    }
    const ended = new Promise<Command>((resolve) => {
      over.signal.onabort = () => resolve(entry.command)
    })
    const entry: Entry = { command, ended, behind, over }
    entries = [...entries, entry].slice(-kept)
    tell()
    return entry
  }

  return {
    run({ send, ...order }) {
      const before = akin(order).findLast((entry) => !isEnded(entry))
      // What another page has sent is another press.
      if (before && !before.isAdopted && isSame(order, before.command)) return before.ended
      const id = crypto.randomUUID()
      const { pressedAt = clock.now() } = order
      const entry = enter({ ...order, id, pressedAt }, { step: 'queued', limited: false }, before)
      void follow(entry, send)
      return entry.ended
    },
    adopt(ordered) {
      const entry = enter(ordered, { step: 'unknown', why: 'reloaded' })
      entry.isAdopted = true
      void look(entry, entry.command.deadline + attemptLife)
      return entry.ended
    },
    check(by) {
      for (const entry of entries) prove(entry, by)
    },
  }
}
