/** After-call work: the code and the notes of each conversation, and their submission. */
import { createSignal } from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import type { ConversationId, WrapupCodeId } from '~/genesys/ids'
import { named } from '~/genesys/values'
import type { WrapupCode } from '~/genesys/wire'
import type { Ledger } from '~/ledger/ledger'
import type { Ask } from '~/protocol'
import type { Sealed } from '~/storage'

export interface Code {
  readonly id: WrapupCodeId
  readonly name: string
}

export interface Draft {
  readonly code?: Code
  readonly notes: string
}

export type Codes =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly codes: readonly Code[] }

export type WrapupStore = ReturnType<typeof createWrapup>

const empty: Draft = { notes: '' }

export function createWrapup(parts: {
  readonly ask: Ask
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  readonly readBack: (id: ConversationId) => Promise<void>
  /** Outlives the page: what was written comes back after a reload or another log-in. */
  readonly kept: Sealed
  /** Says one sentence to the agent. */
  readonly say: (sentence: string) => void
}) {
  const { ask, ledger } = parts
  const [drafts, setDrafts] = createSignal<ReadonlyMap<ConversationId, Draft>>(new Map())
  const [codes, setCodes] = createSignal<ReadonlyMap<ConversationId, Codes>>(new Map())

  /** Submitted, and not answered yet. */
  const sending = new Set<ConversationId>()
  /** Sent, and nobody could say whether it arrived. */
  const doubtful = new Set<ConversationId>()
  /** The agent knows that nothing is kept; once is enough. */
  let told = false
  /** The notes that the agent was shown a last time. */
  const shown = new Map<ConversationId, string>()

  function without<T>(map: ReadonlyMap<string, T>, id: ConversationId) {
    return new Map([...map].filter(([one]) => one !== id))
  }

  function setFor<T>(map: ReadonlyMap<string, T>, id: ConversationId, value: T) {
    return new Map(map).set(id, value)
  }

  function change(id: ConversationId, part: Partial<Draft>) {
    setDrafts((before) => setFor(before, id, { ...(before.get(id) ?? empty), ...part }))
    save(id)
  }

  /** What was written before this page began. Something written since is newer, and stays. */
  const restored = parts.kept.read().then((value) => {
    setDrafts((now) => new Map([...draftsFromStorage(value), ...now]))
  })

  /** Not before the kept ones are read: one too old would be let go, and this with it. */
  function save(id: ConversationId) {
    void restored.then(async () => {
      if ((await parts.kept.keep(id, drafts().get(id))) || told) return
      told = true
      parts.say('This browser keeps nothing for this page: a reload would lose your notes.')
    })
  }

  function forget(id: ConversationId) {
    setDrafts((before) => without(before, id))
    if (!parts.conversation(id)) setCodes((before) => without(before, id))
    save(id)
  }

  /** Where the card goes, its notes cannot be seen any more: at least they can still be copied. */
  function sayLast(id: ConversationId) {
    const { notes } = drafts().get(id) ?? empty
    const trouble = doubtful.has(id)
      ? 'Genesys Cloud may not have your notes'
      : 'The wrap-up is over, and these notes were not sent'
    if (notes && notes !== shown.get(id)) parts.say(`${trouble}: “${notes}”`)
    shown.set(id, notes)
  }

  async function load({ id, mine }: Conversation) {
    if (!mine || codes().get(id)?.state === 'ready') return
    setCodes((before) => setFor(before, id, { state: 'loading' }))
    try {
      const listed = await ask('listWrapupCodes', {
        conversationId: id,
        participantId: mine.participantId,
      })
      setCodes((before) => setFor(before, id, { state: 'ready', codes: codesFromWire(listed) }))
    } catch {
      setCodes((before) => setFor(before, id, { state: 'failed' }))
    }
  }

  return {
    draft: (id: ConversationId): Draft => drafts().get(id) ?? empty,
    codes: (id: ConversationId): Codes => codes().get(id) ?? { state: 'loading' },
    load,
    choose: (id: ConversationId, code: Code) => change(id, { code }),
    write: (id: ConversationId, notes: string) => change(id, { notes }),
    /** A card has left, or all were read: after-call work has timed out, or was done elsewhere. */
    forgetGone() {
      void restored.then(() => {
        for (const id of new Set([...drafts().keys(), ...codes().keys()])) {
          if (parts.conversation(id) || sending.has(id)) continue
          sayLast(id)
          forget(id)
        }
      })
    },
    async submit(conversation: Conversation) {
      const { id, mine } = conversation
      const { code, notes } = drafts().get(id) ?? empty
      if (!mine || !code) return
      const { participantId, communicationId } = mine
      // A call that came back to the agent may owe a wrap-up for each part: this one is done when another is owed.
      const left = () => {
        const now = parts.conversation(id)
        return now?.phase !== 'wrapup' || now.mine?.communicationId !== communicationId
      }
      let answer: 'accepted' | 'none' | undefined
      let reading: Promise<void> | undefined
      sending.add(id)
      const end = await ledger.run({
        verb: 'wrap-up',
        target: id,
        name: 'The wrap-up',
        send: () =>
          ask(
            'submitWrapup',
            { conversationId: id, participantId, communicationId },
            { code: code.id, name: code.name, ...(notes ? { notes } : {}) },
          ).then(
            () => {
              answer = 'accepted'
            },
            (error: unknown) => {
              answer = 'none'
              throw error
            },
          ),
        // After-call work may time out while this is on its way: that the card has left proves nothing.
        settled: () => answer !== undefined && left(),
        readBack() {
          reading = parts.readBack(id)
          return reading
        },
      })
      sending.delete(id)
      if (answer === 'accepted' && end.step === 'confirmed') return forget(id)
      doubtful.add(id)
      await reading?.catch(() => {})
      if (left()) sayLast(id)
    },
  }
}

function draftsFromStorage(value: unknown): [ConversationId, Draft][] {
  if (!Array.isArray(value)) return []
  return value.flatMap((pair: unknown): [ConversationId, Draft][] => {
    const [id, draft] = Array.isArray(pair) ? pair : []
    const { notes, code } = Object(draft)
    if (typeof id !== 'string' || typeof notes !== 'string') return []
    const { id: codeId, name } = Object(code)
    const known = typeof codeId === 'string' && typeof name === 'string'
    return [[id, { notes, ...(known ? { code: { id: codeId, name } } : {}) }]]
  })
}

function codesFromWire(wires: readonly WrapupCode[]): Code[] {
  return named(wires).sort((a, b) => a.name.localeCompare(b.name))
}
