/**
 * Every command from press to proof. It is sent once; what comes of it is decided by what Genesys
 * Cloud says afterwards, never by hope.
 */
import type { Clock } from '~/clock'
import { failureOf } from '~/genesys/errors'
import type { AskOptions } from '~/protocol/protocol'
import {
  after,
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
  type Source,
} from './command'

export interface Order extends Omit<Ordered, 'id' | 'pressedAt'> {
  /** Asks the engine for it. */
  send(options: AskOptions): Promise<unknown>
}

export interface Ledger {
  /** Sends an order, unless the same one is still under way. Resolves with how it ended; never rejects. */
  run(order: Order): Promise<Command>
  /** Goes on with one that another page has sent, and will not hear of any more: the facts decide. */
  adopt(ordered: Ordered): Promise<Command>
  /** Facts have changed: what they prove is done. */
  check(by: Source): void
}

interface Entry {
  command: Command
  readonly ended: Promise<Command>
  readonly end: (command: Command) => void
  /** Aborts when it is over: what has not gone out by then is not sent any more. */
  readonly over: AbortController
}

/** As many as anybody reads again. */
const kept = 50

export function createLedger(parts: {
  readonly clock: Clock
  /** Given the last commands, the oldest first, whenever something happens to one. */
  readonly onChange: (commands: readonly Command[]) => void
  /** It is over. */
  readonly onEnd: (command: Command) => void
  /** The fact that answers it: it is done, or can no longer be. Asked whenever facts change. */
  readonly proof: (command: Command) => Fact | undefined
  /** Reads the facts it is about anew. */
  readonly readBack: (command: Command) => Promise<unknown>
  /** False while no event can come: then the facts are looked up early. */
  readonly hears: () => boolean
  /** What was accepted is done, as the facts say, and no event has told of it in time. */
  readonly onDeaf: () => void
}): Ledger {
  const { clock } = parts
  let entries: readonly Entry[] = []

  const tell = () => parts.onChange(entries.map(({ command }) => command))
  const isEnded = ({ command }: Entry) => isOver(command.state)

  function change(entry: Entry, happening: Happening) {
    if (isEnded(entry)) return
    entry.command = after(entry.command, happening, clock.now())
    if (isEnded(entry)) {
      entry.over.abort()
      parts.onEnd(entry.command)
      entry.end(entry.command)
    }
    tell()
  }

  async function follow(entry: Entry, send: Order['send']) {
    try {
      await send({
        signal: entry.over.signal,
        onProgress: (progress) => change(entry, { kind: 'progress', progress }),
      })
      change(entry, { kind: 'accepted' })
    } catch (error) {
      // The operation is a name for what has none: of such a failure only the outcome counts.
      change(entry, { kind: 'failed', failure: failureOf(error, 'updateCall') })
      // Refused because the facts are not what the screen says: look at them again.
      if (isUndone(entry.command.state.step)) parts.readBack(entry.command).catch(() => {})
    }
    prove(entry, 'answer')
    if (entry.command.state.step === 'accepted') {
      const cancelLook = parts.hears()
        ? () => {}
        : clock.after(deafLife, () => void parts.readBack(entry.command).catch(() => {}))
      await inTime(entry, proofLife)
      cancelLook()
      change(entry, { kind: 'unproven' })
    }
    await look(entry)
  }

  /** Nobody knows what came of it: the facts decide. */
  async function look(entry: Entry): Promise<void> {
    const { state, deadline } = entry.command
    if (state.step !== 'unknown') return
    const seen = await parts.readBack(entry.command).then(
      () => true,
      () => false,
    )
    prove(entry, 'reading')
    if (state.why === 'unproven' && seen && isEnded(entry) && parts.hears()) parts.onDeaf()
    // Until its deadline it may still go out.
    const left = state.why === 'reloaded' ? deadline - clock.now() : 0
    if (left > 0) {
      await inTime(entry, left)
      return look(entry)
    }
    change(entry, { kind: 'read-back', seen })
  }

  /** Until it has ended, or its time is over. */
  async function inTime({ ended }: Entry, ms: number) {
    let cancel = () => {}
    const late = new Promise<void>((resolve) => {
      cancel = clock.after(ms, resolve)
    })
    await Promise.race([ended, late])
    cancel()
  }

  function prove(entry: Entry, by: Source) {
    const fact = isEnded(entry) ? undefined : parts.proof(entry.command)
    if (fact) change(entry, { kind: 'fact', fact, by })
  }

  function enter({ id, verb, target, name, which, pressedAt }: Ordered, state: CommandState) {
    let end: Entry['end'] = () => {}
    const ended = new Promise<Command>((resolve) => {
      end = resolve
    })
    const command: Command = {
      ...{ id, verb, target, name, which, pressedAt, state },
      deadline: pressedAt + orderLife,
      lane: 'action',
      attempts: 0,
    }
    const entry = { command, ended, end, over: new AbortController() }
    entries = [...entries, entry].slice(-kept)
    tell()
    return entry
  }

  return {
    run(order) {
      const same = entries.find(
        (entry) =>
          !isEnded(entry) &&
          entry.command.verb === order.verb &&
          entry.command.target === order.target,
      )
      if (same) return same.ended
      const id = crypto.randomUUID()
      const entry = enter(
        { ...order, id, pressedAt: clock.now() },
        { step: 'queued', limited: false },
      )
      void follow(entry, order.send)
      return entry.ended
    },
    adopt(ordered) {
      const entry = enter(ordered, { step: 'unknown', why: 'reloaded' })
      void look(entry)
      return entry.ended
    },
    check(by) {
      for (const entry of entries) prove(entry, by)
    },
  }
}
