/** Calls that the agent places: to whom, on behalf of which queue, and the one that comes of it. */

import { createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import type { Conversation } from '~/conversations/conversation'
import type { Ended } from '~/conversations/ended'
import { placedCall, placing } from '~/conversations/placed'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { ConversationId, QueueId, UserId } from '~/genesys/ids'
import type { Named } from '~/genesys/values'
import { t } from '~/language'
import type { Ledger } from '~/ledger/ledger'
import type { Ask } from '~/protocol/protocol'
import type { Settings } from '~/storage/settings'
import type { Destination } from '~/transfer/destination'
import { createFinder, type Finder, type FinderParts } from '~/transfer/finder'
import { type CallerId, placedTo, problemOf, requestFor } from './dial'
import { asTyped } from './short'

export type DialStore = ReturnType<typeof createDial>

export interface DialParts extends FinderParts {
  readonly ask: Ask
  readonly clock: Clock
  readonly ledger: Ledger
  readonly me: UserId
  /** All calls there are. */
  readonly calls: () => readonly Conversation[]
  readonly conversation: (id: ConversationId) => Conversation | undefined
  readonly readBack: (id: ConversationId) => Promise<void>
  /** A call is being placed already, by this page or one before it. */
  readonly pending: () => boolean
  /** Why nothing can be ordered at all. */
  readonly whyNot: () => string | undefined
  /** Whoever is talked to hears music first. Resolves when that is answered, done or not; never rejects. */
  readonly holdOthers: () => Promise<unknown> | undefined
  /** The queues that the agent works for. */
  readonly myQueues: () => Promise<readonly Named[]>
  /** Those that the configuration offers. */
  readonly callerIds: readonly CallerId[]
  readonly settings: Settings
  /** Says one sentence to the agent. */
  readonly say: (sentence: string) => void
}

const setting = 'dial'
/** As many calls as anybody calls again. */
const most = 50
/** Milliseconds in which an event tells of a call that was taken; then it is looked up. */
const untold = 1_500

export function createDial(parts: DialParts) {
  const { ask, clock, ledger, me, settings } = parts
  const [finder, setFinder] = createSignal<Finder>()
  const [queues, setQueues] = createSignal<readonly Named[]>([])
  const [trouble, setTrouble] = createSignal<string>()
  const [queueId, setQueueId] = createSignal<QueueId>()
  const [shownNumber, setShownNumber] = createSignal<string>()
  const [to, setTo] = createSignal<Destination>()
  const [last, setLast] = createSignal<Destination>()
  /** To whom the calls were that came of it, as they were ordered: to a colleague, or to a contact. */
  const [ordered, setOrdered] = createSignal<ReadonlyMap<ConversationId, Destination>>(new Map())
  const [began, setBegan] = createSignal<ConversationId>()
  /** Chosen in this page is newer than what was kept. */
  let isChosen = false
  void settings.read(setting).then(
    (value) => {
      const { queueId: kept, callerId: number } = Object(value)
      if (isChosen) return
      if (typeof kept === 'string') setQueueId(kept)
      if (typeof number === 'string') setShownNumber(number)
    },
    () => undefined,
  )

  /** One that the agent no longer works for is not called on behalf of. */
  const onBehalfOf = () => queues().find(({ id }) => id === queueId())?.id
  /** One that is offered no more is not shown to anybody. */
  const callerId = () => parts.callerIds.find(({ number }) => number === shownNumber())
  const isPlacing = () => to() !== undefined || parts.pending()

  function whyNot(): string | undefined {
    return parts.whyNot() ?? (isPlacing() && !to() ? t`Another call is being placed` : undefined)
  }

  function keep() {
    isChosen = true
    const [id, number] = [queueId(), shownNumber()]
    const chosen = { ...(id && { queueId: id }), ...(number && { callerId: number }) }
    void settings.keep(setting, id || number ? chosen : undefined)
  }

  function open() {
    if (finder()) return
    setFinder(createFinder({ ...parts, typed: asTyped }))
    readQueues()
  }

  function readQueues() {
    parts.myQueues().then(
      (read) => {
        setQueues(read)
        setTrouble(undefined)
      },
      (error) => setTrouble(explained(failureOf(error, 'listMyQueues'))),
    )
  }

  function close() {
    finder()?.stop()
    setFinder(undefined)
  }

  async function order(destination: Destination, from: QueueId | undefined, pressedAt: number) {
    const name = t`The call to ${destination.name}`
    const shown = callerId()
    const which = placing(placedTo(destination), parts.calls())
    let id: ConversationId | undefined
    const end = await ledger.run({
      verb: 'dial',
      target: me,
      ...{ which, name, pressedAt },
      async send(options) {
        await parts.holdOthers()
        options.signal?.throwIfAborted()
        const taken = await ask('placeCall', {}, requestFor(destination, from, shown), options)
        id = taken?.id
        if (id) note(id, destination)
        // One that is busy at once may be over before anything tells of it.
        if (id) clock.after(untold, () => void lookUp(id))
      },
    })
    if (end.state.step !== 'confirmed') return
    parts.recents.note(destination)
    const placed = id ?? placedCall(which, parts.calls(), end.acceptedAt !== undefined)?.id
    if (placed) note(placed, destination)
    // What has shown it may be another call out.
    await lookUp(id)
    setBegan(placed)
  }

  const note = (id: ConversationId, to: Destination) =>
    setOrdered((before) => new Map([...before, [id, to] as const].slice(-most)))

  async function lookUp(id: ConversationId | undefined) {
    if (id && began() !== id && !parts.conversation(id)) await parts.readBack(id).catch(() => {})
  }

  return {
    finder,
    open,
    close,
    queues,
    /** Why there are no queues to choose from. */
    trouble,
    queueId: onBehalfOf,
    /** Remembered for the next call, and the next shift. */
    choose(id: QueueId | undefined) {
      setQueueId(id)
      keep()
    },
    /** What whoever is called outside may see; and what they see, if it was chosen. */
    callerIds: parts.callerIds,
    callerId,
    chooseCallerId(number: string | undefined) {
      setShownNumber(number)
      keep()
    },
    whyNot,
    /** Why this one in particular is not called. */
    whyNotTo: (one: Destination) => parts.admit(one).whyNot ?? whyNot(),
    /** Whom a call is being placed to. */
    placing: to,
    /** Whom the last one was to. */
    last,
    /** Whom this call was to, if it was placed here. */
    orderedAs: (id: ConversationId) => ordered().get(id),
    readQueues,
    /** On behalf of whom a number is called again: of whom it was, or of whom is set. */
    againFor(to: Destination, before: Ended['queue']): Named | undefined {
      if (to.kind !== 'number' && to.kind !== 'contact') return undefined
      const known = (id: QueueId | undefined) => queues().find((one) => one.id === id)
      const { id, name } = before ?? {}
      if (id && name && queues().length === 0) return { id, name }
      return known(id) ?? known(queueId())
    },
    /** The call that came of the last order, once it is seen; whoever opens it takes it. */
    began,
    opened: () => setBegan(undefined),
    /**
     * Places one call, however often it is pressed. Resolves when it is there, or is known not to be. `from`: on
     * behalf of this queue, whichever is set.
     */
    async call(destination: Destination, from = onBehalfOf()) {
      if (isPlacing() || parts.whyNot()) return
      const problem = problemOf(destination) ?? parts.admit(destination).whyNot
      if (problem) return parts.say(t`The call was not placed. ${problem}`)
      setBegan(undefined)
      setTo(destination)
      setLast(destination)
      await order(destination, from, clock.now())
      setTo(undefined)
    },
  }
}
