/**
 * Every command from press to proof. It is sent once; what comes of it is decided by what Genesys
 * Cloud says afterwards, never by hope.
 */
import type { Clock } from '~/clock'
import { type Failure, failureOf, sentence } from '~/genesys/errors'
import {
  type Command,
  type CommandState,
  deafLife,
  type Happening,
  isOver,
  next,
  proofLife,
  type Verb,
} from './command'

export interface Order {
  readonly verb: Verb
  /** What it is about: the id of a conversation or of a user. */
  readonly target: string
  /** How it reads in a sentence: "Hold", "The transfer to Repairs". */
  readonly name: string
  /** Why it may be refused, by the platform's codes, where the room has better words. */
  readonly refusals?: Readonly<Record<string, string>>
  send(): Promise<unknown>
  /** True when the facts have answered it: it is done, or can no longer be. Asked whenever facts change. */
  settled(): boolean
  /** Reads the facts anew. */
  readBack(): Promise<unknown>
}

export interface Ledger {
  /** Sends an order, unless the same one is still under way. Resolves with how it ended; never rejects. */
  run(order: Order): Promise<CommandState>
  /** Facts have changed: what they prove is done. */
  check(): void
}

interface Entry {
  readonly id: number
  readonly order: Order
  state: CommandState
  readonly ended: Promise<CommandState>
  readonly end: (state: CommandState) => void
}

export function createLedger(parts: {
  readonly clock: Clock
  /** Given the commands under way, whenever they change. */
  readonly onPending: (commands: readonly Command[]) => void
  /**
   * Says what went wrong, in one sentence; `about` tells which order of what, `failure` why Genesys Cloud
   * refused it.
   */
  readonly say: (sentence: string, about: string, failure?: Failure) => void
  /** The same was ordered again and is done: what went wrong before is no news any more. */
  readonly unsay: (about: string) => void
  /** False while no event can come: then the facts are looked up early. */
  readonly hears: () => boolean
  /** What was accepted is done, as the facts say, and no event has told of it in time. */
  readonly onDeaf: () => void
}): Ledger {
  const { clock } = parts
  let entries: readonly Entry[] = []
  let lastId = 0

  const tellPending = () =>
    parts.onPending(
      entries.map(({ id, order: { verb, target }, state }) => ({ id, verb, target, state })),
    )

  function change(entry: Entry, happening: Happening) {
    if (isOver(entry.state)) return
    entry.state = next(entry.state, happening)
    if (isOver(entry.state)) {
      entries = entries.filter((other) => other !== entry)
      const about = `${entry.order.verb} ${entry.order.target}`
      const trouble = troubleOf(entry)
      const failure = entry.state.step === 'refused' ? entry.state.failure : undefined
      if (trouble) parts.say(trouble, about, failure)
      else parts.unsay(about)
      entry.end(entry.state)
    }
    tellPending()
  }

  async function follow(entry: Entry) {
    const { order } = entry
    try {
      await order.send()
      change(entry, { kind: 'accepted' })
    } catch (error) {
      // The operation is a name for what has none: of such a failure only the outcome counts.
      change(entry, { kind: 'failed', failure: failureOf(error, 'updateCall') })
      // Refused because the facts are not what the screen says: look at them again.
      if (entry.state.step === 'refused') order.readBack().catch(() => {})
    }
    prove(entry)
    if (entry.state.step === 'accepted') await inTime(entry)
    if (entry.state.step !== 'reading-back') return
    const { why } = entry.state
    const seen = await order.readBack().then(
      () => true,
      () => false,
    )
    prove(entry)
    if (why === 'unproven' && seen && isOver(entry.state) && parts.hears()) parts.onDeaf()
    change(entry, { kind: 'read-back', seen })
  }

  /** Until the proof comes, or its time is over. */
  async function inTime(entry: Entry) {
    let cancel = () => {}
    const late = new Promise<void>((resolve) => {
      cancel = clock.after(proofLife, resolve)
    })
    const cancelLook = parts.hears()
      ? () => {}
      : clock.after(deafLife, () => void entry.order.readBack().catch(() => {}))
    await Promise.race([entry.ended, late])
    cancel()
    cancelLook()
    change(entry, { kind: 'unproven' })
  }

  function prove(entry: Entry) {
    if (!isOver(entry.state) && entry.order.settled()) change(entry, { kind: 'fact' })
  }

  return {
    run(order) {
      const same = entries.find(
        (entry) => entry.order.verb === order.verb && entry.order.target === order.target,
      )
      if (same) return same.ended
      let end: Entry['end'] = () => {}
      const ended = new Promise<CommandState>((resolve) => {
        end = resolve
      })
      const entry: Entry = { id: ++lastId, order, state: { step: 'sent' }, ended, end }
      entries = [...entries, entry]
      tellPending()
      void follow(entry)
      return ended
    },
    check() {
      for (const entry of entries) prove(entry)
    },
  }
}

function troubleOf({ order, state }: Entry): string | undefined {
  switch (state.step) {
    case 'refused':
      return state.failure.kind === 'signed-out'
        ? `${order.name} did not happen: your sign-in had ended. Sign in again, then press it again.`
        : `${order.name} did not happen. ${sentence(state.failure, order.refusals)}`
    case 'failed':
      if (!state.seen)
        return `${order.name}: whether it happened could not be read. It was not sent again.`
      return state.why === 'unanswered'
        ? `Genesys Cloud did not answer. ${order.name} did not happen, as far as can be seen. It was not sent again.`
        : `Genesys Cloud accepted it, but nothing changed. ${order.name} may still come.`
    default:
      return undefined
  }
}
