/** After-call work: the code and the notes of each conversation, and their submission. */
import { createComputed, createSignal } from 'solid-js'
import { type Clock, inTime } from '~/clock'
import type { Conversation, Mine } from '~/conversations/conversation'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { ConversationId, ParticipantId } from '~/genesys/ids'
import { named } from '~/genesys/values'
import { isUndone } from '~/ledger/command'
import type { Ledger } from '~/ledger/ledger'
import type { Ask } from '~/protocol/protocol'
import type { Cache } from '~/storage/cache'
import type { Sealed } from '~/storage/sealed'
import { staleFirst } from '~/storage/stale'
import { problemOf } from './check'
import { type Code, type Draft, draftsFromStorage } from './draft'

export type Codes =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'ready'; readonly codes: readonly Code[] }

export type WrapupStore = ReturnType<typeof createWrapup>

const empty: Draft = { notes: '' }
/** Milliseconds for the browser's store, which may never answer. */
const patience = 2_000
/** Milliseconds in which a queue's codes do not change. */
const young = 300_000

export function createWrapup(parts: {
  readonly ask: Ask
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
  /** The codes of the queues, as they were read before. */
  readonly cache: Cache
  /** Says one sentence to the agent. */
  readonly say: (sentence: string) => void
}) {
  const { ask, ledger, clock } = parts
  const [drafts, setDrafts] = createSignal<ReadonlyMap<ConversationId, Draft>>(new Map())
  const [codes, setCodes] = createSignal<ReadonlyMap<ParticipantId, Codes>>(new Map())

  /** Submitted, and not answered yet. */
  const sending = new Set<ConversationId>()
  /** Sent, and nobody could say whether it arrived. */
  const doubtful = new Set<ConversationId>()
  /** The agent knows that nothing is kept; once is enough. */
  let told = false

  function put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V | undefined): ReadonlyMap<K, V> {
    const next = new Map(map)
    if (value === undefined) next.delete(key)
    else next.set(key, value)
    return next
  }

  function change(id: ConversationId, part: Partial<Draft>) {
    setDrafts((before) => put(before, id, { ...(before.get(id) ?? empty), ...part }))
    save(id)
  }

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

  /** Not before the kept ones are read: one too old would be let go, and this with it. */
  async function save(id: ConversationId) {
    await restored
    const kept = parts.kept.keep(id, drafts().get(id))
    if ((await inTime(clock, patience, kept, false)) || told) return
    told = true
    parts.say('This browser keeps nothing for this page: a reload would lose your notes.')
  }

  function forget(id: ConversationId) {
    doubtful.delete(id)
    setDrafts((before) => put(before, id, undefined))
    void save(id)
  }

  /** Where the card goes, its notes cannot be seen any more: at least they can still be copied. */
  function letGo(id: ConversationId) {
    const { notes } = drafts().get(id) ?? empty
    const trouble = doubtful.has(id)
      ? 'Genesys Cloud may not have your notes'
      : 'The wrap-up is over. Unless they were submitted elsewhere, these notes were not sent'
    if (notes) parts.say(`${trouble}: “${notes}”`)
    forget(id)
  }

  // A card has left: after-call work has timed out, or was done elsewhere.
  createComputed(() => {
    if (!parts.known()) return
    void sorted.then(() => {
      const known = parts.known() ?? []
      for (const id of drafts().keys()) if (!parts.conversation(id) && !sending.has(id)) letGo(id)
      const mine = new Set(known.map((id) => parts.conversation(id)?.mine?.participantId))
      setCodes((before) => new Map([...before].filter(([part]) => mine.has(part))))
    })
  })

  async function load({ id, mine, queue }: Conversation) {
    if (!mine || codes().get(mine.participantId)?.state === 'ready') return
    const { participantId } = mine
    const set = (found: Codes) => setCodes((before) => put(before, participantId, found))
    const params = { conversationId: id, participantId }
    const read = async (lane?: 'background') =>
      codesFromWire(await ask('listWrapupCodes', params, undefined, lane && { lane }))
    set({ state: 'loading' })
    try {
      // They are the queue's. Without one nobody knows whose, and they are read each time.
      if (!queue) set({ state: 'ready', codes: await read() })
      else
        await staleFirst(parts.cache, {
          name: `codes ${queue.id}`,
          young,
          read: (behind) => read(behind ? 'background' : undefined),
          put: (value) => set({ state: 'ready', codes: codesFromWire(value) }),
          // Those that are shown stay: they are good until somebody changes them.
          failed() {},
        })
    } catch (error) {
      set({ state: 'failed', why: explained(failureOf(error, 'listWrapupCodes')) })
    }
  }

  return {
    draft: (id: ConversationId): Draft => drafts().get(id) ?? empty,
    /** Those of one part: a call that came back by another queue may have others. */
    codes: (mine: Mine | undefined): Codes =>
      (mine && codes().get(mine.participantId)) ?? { state: 'loading' },
    load,
    choose: (id: ConversationId, code: Code) => change(id, { code }),
    write: (id: ConversationId, notes: string) => change(id, { notes }),
    async submit({ id, mine }: Conversation) {
      const { code, notes } = drafts().get(id) ?? empty
      if (!mine) return
      const problem = problemOf({ code, notes })
      if (problem || !code) return parts.say(`The wrap-up was not sent. ${problem}.`)
      const { participantId, communicationId } = mine
      // A call that came back to the agent may owe a wrap-up for each part: this one is done when another is owed.
      const left = () => {
        const now = parts.conversation(id)
        return now?.phase !== 'wrapup' || now.mine?.communicationId !== communicationId
      }
      sending.add(id)
      const end = await ledger.run({
        verb: 'wrap-up',
        target: id,
        which: communicationId,
        name: 'The wrap-up',
        send: (options) =>
          ask(
            'submitWrapup',
            { conversationId: id, participantId, communicationId },
            { code: code.id, name: code.name, ...(notes ? { notes } : {}) },
            options,
          ),
      })
      sending.delete(id)
      if (end.acceptedAt !== undefined && end.state.step === 'confirmed') return forget(id)
      if (!isUndone(end.state.step)) doubtful.add(id)
      // A refusal may mean that it was over before: the card goes when that is known.
      else await parts.readBack(id).catch(() => {})
      if (left()) letGo(id)
    },
  }
}

function codesFromWire(listed: unknown): Code[] {
  return named(Array.isArray(listed) ? listed : []).sort((a, b) => a.name.localeCompare(b.name))
}
