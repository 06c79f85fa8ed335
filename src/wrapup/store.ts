/** After-call work: the code and the notes of each conversation, and their submission. */

import { createComputed, createSignal, mapArray, untrack } from 'solid-js'
import { type Clock, inTime } from '~/clock'
import type { Conversation } from '~/conversations/conversation'
import { givenWrapup, timedOutCode } from '~/conversations/given'
import type { ConversationId } from '~/genesys/ids'
import { t } from '~/language'
import { isUndone } from '~/ledger/command'
import type { Ledger } from '~/ledger/ledger'
import type { Sealed } from '~/storage/sealed'
import { isOffered } from './afterwork'
import { problemOf } from './check'
import { type CodesParts, createCodes } from './codes'
import { type Code, chosenOf, type Draft, draftsFromStorage } from './draft'
import { createOffers } from './offers'
import { codeGiven } from './submitted'
import { timedOutWords } from './words'

export type WrapupStore = ReturnType<typeof createWrapup>

const empty: Draft = { notes: '' }
/** Milliseconds for the browser's store, which may never answer. */
const patience = 2_000

export interface WrapupParts extends CodesParts {
  readonly clock: Clock
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  /** All conversations there are; undefined before they were read. */
  readonly known: () => readonly ConversationId[] | undefined
  readonly readBack: (id: ConversationId) => Promise<void>
  /** Outlives the page: what was written comes back after a reload or another log-in. */
  readonly kept: Sealed
  /** Those that were submitted by a page that is gone, and are found to have arrived. Never rejects. */
  readonly submitted: Promise<readonly ConversationId[]>
  /** How far this machine's clock is ahead of Genesys Cloud's, in milliseconds. */
  readonly ahead: () => number
  /** Says one sentence to the agent. */
  readonly say: (sentence: string) => void
}

export function createWrapup(parts: WrapupParts) {
  const { ask, ledger, clock } = parts
  const [drafts, setDrafts] = createSignal<ReadonlyMap<ConversationId, Draft>>(new Map())
  const codes = createCodes(parts)
  const offers = createOffers({ isPrepared: (id) => drafts().has(id) })

  /** Submitted, and not answered yet. */
  const sending = new Set<ConversationId>()
  /** Sent, and nobody could say whether it arrived. */
  const doubtful = new Set<ConversationId>()
  /** Each as it was seen last. */
  const last = new Map<ConversationId, Conversation>()
  /** Being looked up, how they came to an end. */
  const leaving = new Set<ConversationId>()
  /** The agent knows that nothing is kept; once is enough. */
  let told = false

  const draft = (id: ConversationId): Draft => drafts().get(id) ?? empty

  function put(id: ConversationId, draft: Draft | undefined) {
    setDrafts((before) => {
      const next = new Map(before)
      if (draft) next.set(id, draft)
      else next.delete(id)
      return next
    })
    void save(id)
  }

  const change = (id: ConversationId, part: Partial<Draft>) => put(id, { ...draft(id), ...part })

  /** What was written before this page began. Something written since is newer, and stays. */
  const reading = parts.kept.read().then(
    (value) => setDrafts((now) => new Map([...draftsFromStorage(value), ...now])),
    () => undefined,
  )
  const restored = inTime(clock, patience, reading, undefined)
  /** Not before it is known which of them have arrived. */
  const sorted = Promise.all([parts.submitted, restored]).then(([ids]) => {
    for (const id of ids) forget(id)
  })

  /** Being kept, and whether something was written meanwhile. */
  const saving = new Map<ConversationId, boolean>()

  /**
   * Not before the kept ones are read: one too old would be let go, and this with it. What is written while it is
   * being kept is kept at once after that: no queue of keystrokes stands between the last one and the disk.
   */
  async function save(id: ConversationId) {
    const isSaving = saving.has(id)
    saving.set(id, isSaving)
    if (isSaving) return
    await restored
    do {
      saving.set(id, false)
      const kept = parts.kept.keep(id, drafts().get(id))
      if (!(await inTime(clock, patience, kept, false))) warn()
    } while (saving.get(id))
    saving.delete(id)
  }

  function warn() {
    if (told) return
    told = true
    parts.say(t`This browser keeps nothing for this page: a reload would lose your notes.`)
  }

  function forget(id: ConversationId) {
    doubtful.delete(id)
    offers.remove(id)
    put(id, undefined)
  }

  /** Where the card goes, its notes cannot be seen any more: at least they can still be copied. */
  function letGo(id: ConversationId, how?: string) {
    const { notes } = draft(id)
    const trouble = doubtful.has(id)
      ? t`Genesys Cloud may not have your notes`
      : how
        ? t`${how} Your notes were not sent`
        : t`The wrap-up is over. Unless they were submitted elsewhere, these notes were not sent`
    if (notes) parts.say(t`${trouble}: “${notes}”`)
    else if (how) parts.say(how)
    forget(id)
  }

  /** It has left without having been done here: offered still, timed out, or done elsewhere. */
  async function left(id: ConversationId) {
    const seen = last.get(id)
    last.delete(id)
    const owed = seen?.phase === 'wrapup' && !givenWrapup(seen) && seen.mine
    leaving.add(id)
    const code =
      owed && owed.wrapupMs !== undefined
        ? await codeGiven(ask, id, owed.communicationId).catch(() => undefined)
        : undefined
    leaving.delete(id)
    const how = seen && code === timedOutCode ? timedOutWords(seen.customer.name) : undefined
    // It has come back meanwhile: what is written belongs to the part of now.
    if (parts.conversation(id) || offers.get(id)) return how && parts.say(how)
    if (how || drafts().has(id)) letGo(id, how)
  }

  createComputed(
    mapArray(
      () => parts.known() ?? [],
      (id) =>
        createComputed(() => {
          const now = parts.conversation(id)
          if (!now) return
          last.set(id, now)
          // It has come back: what is written belongs to the part of now.
          if (untrack(() => offers.get(id))) offers.remove(id)
        }),
    ),
  )

  // At once, so that what was open stays open: its notes may be in the middle of a word.
  createComputed(() => {
    if (!parts.known()) return
    untrack(() => {
      for (const [id, seen] of last)
        if (!parts.conversation(id) && isOffered(seen)) {
          last.delete(id)
          offers.add(seen, clock.now() - parts.ahead())
        }
    })
  })

  // A card has left: after-call work has timed out, or was done elsewhere.
  createComputed(() => {
    if (!parts.known()) return
    void sorted.then(() => {
      const known = parts.known() ?? []
      const gone = (id: ConversationId) =>
        !(parts.conversation(id) || sending.has(id) || leaving.has(id) || offers.get(id))
      for (const id of new Set([...drafts().keys(), ...last.keys()])) if (gone(id)) void left(id)
      const there = [...known.map((id) => parts.conversation(id)), ...offers.all()]
      codes.keepOnly(new Set(there.map((one) => one?.mine?.participantId)))
    })
  })

  /** Whether this part of it is still to be done: a call that came back may owe a wrap-up for each. */
  const isOwed = ({ id, mine }: Conversation) => {
    const now = parts.conversation(id)
    return now?.phase === 'wrapup' && now.mine?.communicationId === mine?.communicationId
  }

  return {
    draft,
    codes: codes.of,
    load: codes.load,
    reload: codes.reload,
    /** Its time is up, and nothing has told of its end. */
    lookAgain: (id: ConversationId) => void parts.readBack(id).catch(() => {}),
    marks: codes.marks,
    turnFavourite: codes.turn,
    offers: offers.all,
    offer: offers.get,
    choose: (id: ConversationId, code: Code) => change(id, { code }),
    write: (id: ConversationId, notes: string) => change(id, { notes }),
    async submit(conversation: Conversation) {
      const { id, mine, queue } = conversation
      const { notes } = draft(id)
      if (!mine) return
      const code = chosenOf(draft(id), codes.of(mine))
      const problem = problemOf({ ...(code && { code }), notes })
      if (problem || !code) return parts.say(t`The wrap-up was not sent. ${problem ?? ''}.`)
      const { participantId, communicationId } = mine
      sending.add(id)
      const end = await ledger.run({
        verb: 'wrap-up',
        target: id,
        which: communicationId,
        name: t`The wrap-up`,
        send: (options) =>
          ask(
            'submitWrapup',
            { conversationId: id, participantId, communicationId },
            { code: code.id, name: code.name, ...(notes ? { notes } : {}) },
            options,
          ),
      })
      sending.delete(id)
      if (end.acceptedAt !== undefined && end.state.step === 'confirmed') {
        codes.use(queue?.id, code.id)
        return forget(id)
      }
      if (!isUndone(end.state.step)) doubtful.add(id)
      // A refusal may mean that it was over before: the card goes when that is known.
      else await parts.readBack(id).catch(() => {})
      if (!isOwed(conversation) && !(offers.get(id) && isUndone(end.state.step))) letGo(id)
    },
    /** Without a code, where that is allowed. What was written is let go of, and shown once more. */
    async skip(conversation: Conversation) {
      const { id, mine } = conversation
      // Nothing is owed, so there is nothing to be told.
      if (offers.get(id))
        return letGo(id, draft(id).notes ? t`You skipped the wrap-up.` : undefined)
      if (!mine) return
      const { participantId, communicationId } = mine
      sending.add(id)
      const end = await ledger.run({
        verb: 'skip-wrap-up',
        target: id,
        which: communicationId,
        name: t`Skipping the wrap-up`,
        send: (options) =>
          ask(
            'updateCall',
            { conversationId: id, participantId },
            { wrapupSkipped: true },
            options,
          ),
      })
      sending.delete(id)
      if (isOwed(conversation)) return
      const isDone = end.state.step === 'confirmed'
      letGo(id, isDone && draft(id).notes ? t`You skipped the wrap-up.` : undefined)
    },
  }
}
