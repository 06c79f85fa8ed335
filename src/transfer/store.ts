/** The transfer of each conversation under way: searching, leaving, sending, and coming back. */

import { batch, createComputed, createSignal, onCleanup } from 'solid-js'
import { inTime } from '~/clock'
import { consultOf } from '~/conversations/consult'
import { type Conversation, isLive } from '~/conversations/conversation'
import { offerOf, whyNotAway } from '~/conversations/offer'
import { transfersOf } from '~/conversations/transfers'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { ConversationId } from '~/genesys/ids'
import { t } from '~/language'
import type { Command, Verb } from '~/ledger/command'
import type { Ledger } from '~/ledger/ledger'
import type { Ask } from '~/protocol/protocol'
import type { Settings } from '~/storage/settings'
import { problemOf, troubleOfNote } from './check'
import type { Destination, ToPerson } from './destination'
import { createFinder, type Finder, type FinderParts } from './finder'
import { createSending, isTransferred } from './sending'
import { followSent } from './sent'
import { closed, type Happening, type Intent, next, type Transfer } from './transfer'
import { createUndoSetting, createWindows } from './undo'

export type TransferStore = ReturnType<typeof createTransfers>

/** Milliseconds to look whether somebody is there: a call is not sent away long after the press. */
const patience = 4_000
export const perhaps = t`The call is gone. It may have been transferred after all.`
export const notFromHere = t`Your part in the call has ended, so nothing was transferred from here.`

export interface TransferParts extends FinderParts {
  readonly ask: Ask
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  /** Every conversation there is. */
  readonly all: () => readonly Conversation[]
  /** What is ordered for it, and not done. */
  readonly pending: (id: ConversationId) => readonly Verb[]
  /** Why nothing can be ordered at all, when that is so. */
  readonly whyNot: () => string | undefined
  readonly settings: Settings
  /** Why nobody would answer there now; undefined when somebody may. Rejects with `Failed`. */
  readonly whyAway: (person: ToPerson) => Promise<string | undefined>
  /** Why nobody is called there, or asked to join, by whoever it may be. */
  readonly whyNotThere: (to: Destination) => string | undefined
  /** Says one sentence to the agent. */
  readonly say: (sentence: string) => void
}

/** What else is ordered for a call while it could still be taken back: then it is. */
const others: readonly Verb[] = ['end', 'consult', 'invite', 'complete', 'transfer']

export function createTransfers(parts: TransferParts) {
  const { clock, say } = parts
  const [transfers, setTransfers] = createSignal<ReadonlyMap<ConversationId, Transfer>>(new Map())
  const [notes, setNotes] = createSignal<ReadonlyMap<ConversationId, string>>(new Map())
  /** What is looked for stays until the panel closes: a transfer that comes back finds it as it was. */
  const finders = new Map<ConversationId, Finder>()
  /** Sent away, and nobody could say whether that came about. */
  const doubtful = new Set<ConversationId>()
  /** Where each was sent last. */
  const sentTo = new Map<ConversationId, string>()
  /** What was known of each as its time to be taken back began. */
  const begun = new Map<ConversationId, string>()
  const windows = createWindows(clock)
  const undo = createUndoSetting(parts.settings)
  const sending = createSending(parts)
  followSent({ ...parts, nameOf: ({ id }) => sentTo.get(id) })

  const of = (id: ConversationId): Transfer => transfers().get(id) ?? closed

  function happen(id: ConversationId, happening: Happening) {
    const now = next(of(id), happening)
    if (now.step === 'closed') {
      finders.get(id)?.stop()
      finders.delete(id)
    } else if (!finders.has(id)) finders.set(id, createFinder(parts))
    setTransfers((before) =>
      now.step === 'closed' ? without(before, id) : new Map(before).set(id, now),
    )
  }

  /** Something else that takes the call elsewhere. */
  const isOrdered = (id: ConversationId) => parts.pending(id).some((verb) => others.includes(verb))

  /** The call as it is now, if it still is the one that was pressed for, and nothing else was ordered. */
  function still({ id, mine }: Conversation): Conversation | undefined {
    const now = parts.conversation(id)
    const isIt = now && isLive(now) && now.mine?.participantId === mine?.participantId
    return isIt && !isOrdered(id) ? now : undefined
  }

  /** It comes back as it was; `why` is said. */
  function comeBack(id: ConversationId, why?: string) {
    happen(id, { kind: 'came-back' })
    windows.end(id, 'undone')
    if (why) say(why)
  }

  /** Of a call that has left, and of which no order is under way, nothing is kept. */
  function forget() {
    for (const id of new Set([...notes().keys(), ...sentTo.keys(), ...doubtful, ...begun.keys()])) {
      if (parts.conversation(id) || transfers().has(id)) continue
      for (const kept of [sentTo, begun, doubtful]) kept.delete(id)
      setNotes((before) => without(before, id))
    }
  }

  // A call that has ended cannot be transferred: its panel closes, and the agent is told why.
  createComputed(() => {
    for (const [id, { step }] of transfers()) {
      const now = parts.conversation(id)
      const isHere = now && isLive(now)
      if (step === 'offered') {
        if (isHere && offerOf(now)) continue
        happen(id, { kind: 'came-back' })
        // Taken, or ended: what became of it is told beside.
        if (!isHere) happen(id, { kind: 'close' })
      } else if (step !== 'sending' && !isHere) {
        happen(id, { kind: 'close' })
        windows.end(id, 'undone')
        say(doubtful.delete(id) ? perhaps : notFromHere)
      }
    }
    forget()
  })
  onCleanup(() => {
    for (const id of transfers().keys()) windows.end(id, 'undone')
    for (const finder of finders.values()) finder.stop()
  })

  // As long as a transfer can be taken back, what makes it somebody else's turn takes it back.
  createComputed(() => {
    for (const [id, transfer] of transfers()) {
      if (transfer.step !== 'leaving') continue
      const call = parts.conversation(id)
      const why = parts.whyNot()
      const not = t`The transfer to ${transfer.to.name} was not sent.`
      if (why) comeBack(id, `${not} ${why}.`)
      else if (call && traceOf(call) !== begun.get(id))
        comeBack(id, t`${not} Meanwhile somebody else has sent the call on, or consults about it.`)
      else if (isOrdered(id)) comeBack(id)
    }
  })

  /** Why it is not sent to somebody who was offline when they were found. */
  async function whyAway(to: ToPerson): Promise<string | undefined> {
    const looked = parts.whyAway(to).catch((error) => explained(failureOf(error, 'getPresence')))
    return inTime(clock, patience, looked, t`Whether anybody is there could not be seen.`)
  }

  /** False when it was called off, or nobody would answer. */
  async function isThere(id: ConversationId, to: ToPerson): Promise<boolean> {
    happen(id, { kind: 'look', to })
    const away = await whyAway(to)
    // Called off meanwhile, and perhaps sent elsewhere.
    const now = of(id)
    if (now.step !== 'looking' || now.to !== to) return false
    if (away) comeBack(id, t`The transfer to ${to.name} did not happen. ${away}`)
    return !away
  }

  /** False when it was taken back. */
  async function mayLeave(call: Conversation, to: Destination, ms: number): Promise<boolean> {
    const { id } = call
    const until = clock.now() + ms
    begun.set(id, traceOf(call))
    happen(id, { kind: 'wait', to, until, ms })
    const end = await windows.open(id, until)
    const now = of(id)
    if (now.step !== 'leaving' || now.until !== until) return false
    if (end === 'late')
      comeBack(
        id,
        t`The transfer to ${to.name} was not sent: this page was asleep when its time came.`,
      )
    return end === 'over'
  }

  const noted = (id: ConversationId) => (notes().get(id) ?? '').trim()

  /** True when nothing was to be noted, or Genesys Cloud has it. */
  async function note(call: Conversation, name: string, pressedAt: number): Promise<boolean> {
    const text = noted(call.id)
    if (!text || (await sending.note(call, text, pressedAt))) return true
    comeBack(call.id, t`${name} did not go out, because the note could not be passed on.`)
    return false
  }

  async function away(call: Conversation, to: Destination, pressedAt: number) {
    const { id, mine } = call
    const name = t`The transfer to ${to.name}`
    if (!still(call)) return comeBack(id)
    sentTo.set(id, to.name)
    happen(id, { kind: 'send', to, as: 'transfer' })
    if (!(await note(call, name, pressedAt))) return
    // While it travelled, the call may have gone, or be ordered to.
    const now = still(call)
    if (!now) return comeBack(id)
    const end = await sending.transfer(now, to, pressedAt, () => !doubtful.has(id))
    if (end.state.step === 'failed') doubtful.add(id)
    const { state } = end
    const isOver = state.step === 'confirmed'
    if (isOver) parts.recents.note(to)
    if (isOver && state.fact === 'offered') return happen(id, { kind: 'offered' })
    if (isOver) {
      const isIt = () => isTransferred(parts.ask, id, mine?.participantId ?? '').catch(() => false)
      if (end.acceptedAt === undefined && (doubtful.has(id) || !(await isIt()))) say(perhaps)
      doubtful.delete(id)
    }
    leave(id, isOver)
  }

  async function join(call: Conversation, to: Destination, as: 'consult' | 'invite') {
    const { id } = call
    const pressedAt = clock.now()
    happen(id, { kind: 'send', to, as })
    const name =
      as === 'consult' ? t`The consult with ${to.name}` : t`Adding ${to.name} to the call`
    if (as === 'consult' && !(await note(call, name, pressedAt))) return
    const now = still(call)
    if (!now) return comeBack(id)
    const end: Command | undefined = await sending[as](now, to, pressedAt)
    const isDone = end?.state.step === 'confirmed'
    if (isDone) parts.recents.note(to)
    leave(id, isDone)
  }

  /** Gone, it closes; refused, it is as it was. */
  function leave(id: ConversationId, isDone: boolean) {
    batch(() => {
      happen(id, { kind: 'came-back' })
      if (isDone) happen(id, { kind: 'close' })
    })
  }

  return {
    of,
    /** Those that can still be taken back. */
    leaving: () => [...transfers()].filter(([, { step }]) => step === 'leaving').map(([id]) => id),
    /** The search of an open panel. */
    finder: (id: ConversationId) => finders.get(id),
    /** How long a transfer can be taken back. */
    undoSetting: undo,
    /** A line for whoever takes the call, until it leaves. */
    note: (id: ConversationId) => notes().get(id) ?? '',
    write: (id: ConversationId, text: string) =>
      setNotes((before) => new Map(before).set(id, text)),
    open(id: ConversationId, intent: Intent = 'transfer') {
      happen(id, { kind: 'open', intent })
    },
    close(id: ConversationId) {
      happen(id, { kind: 'close' })
      windows.end(id, 'undone')
    },
    /** Not a moment longer. */
    sendNow: (id: ConversationId) => windows.end(id, 'over'),
    undo(id: ConversationId) {
      if (of(id).step === 'leaving') comeBack(id)
    },
    /** Sends the call away, blind; or begins a consult, or asks somebody to join. */
    async send(call: Conversation, to: Destination, as: Intent = 'transfer') {
      const { id, mine } = call
      if (!mine || of(id).step !== 'choosing' || (as === 'transfer' && to.whyNot)) return
      const not = as === 'transfer' ? parts.admit(to).whyNot : parts.whyNotThere(to)
      const known = isOrdered(id) ? underWay : whyNotAway(parts.conversation(id) ?? call)
      const problem = known ?? problemOf(to) ?? not ?? troubleOfNote(noted(id))
      if (problem) return say(`${undone[as]} ${problem}`)
      if (as !== 'transfer') return join(call, to, as)
      const pressedAt = clock.now()
      const seemsAway = to.kind === 'person' && to.presence === 'offline' ? to : undefined
      if (seemsAway && !(await isThere(id, seemsAway))) return
      const ms = undo.seconds() * 1000
      if (ms === 0) return away(call, to, pressedAt)
      // Until then it was no order: its time counts from there.
      if (await mayLeave(call, to, ms)) await away(call, to, clock.now())
    },
  }
}

const underWay = t`An earlier order for this call is still being looked up.`

const undone: Readonly<Record<Intent, string>> = {
  transfer: t`The call was not transferred.`,
  consult: t`Nobody was consulted.`,
  invite: t`Nobody was added to the call.`,
}

/** Changes when anybody sends the call on, or consults about it. */
function traceOf(call: Conversation): string {
  return [transfersOf(call).at(-1)?.id, consultOf(call)?.consulted.id].join(' ')
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const next = new Map(map)
  next.delete(key)
  return next
}
