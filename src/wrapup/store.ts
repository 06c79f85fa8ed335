/** After-call work: the code and the notes of each conversation, and their submission. */
import { createSignal } from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import type { ConversationId, WrapupCodeId } from '~/genesys/ids'
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
}) {
  const { ask, ledger } = parts
  const [drafts, setDrafts] = createSignal<ReadonlyMap<ConversationId, Draft>>(new Map())
  const [codes, setCodes] = createSignal<ReadonlyMap<ConversationId, Codes>>(new Map())

  function setFor<T>(map: ReadonlyMap<string, T>, id: ConversationId, value: T) {
    return new Map(map).set(id, value)
  }

  function change(id: ConversationId, part: Partial<Draft>) {
    setDrafts((before) => setFor(before, id, { ...(before.get(id) ?? empty), ...part }))
    save()
  }

  /** What was written before this page began. Something written since is newer, and stays. */
  const restored = parts.kept.read().then((value) => {
    setDrafts((now) => new Map([...draftsFromStorage(value), ...now]))
  })

  /** Not before the kept ones are back: they would be overwritten. */
  function save() {
    void restored.then(() => parts.kept.keep([...drafts()]))
  }

  function forget(id: ConversationId) {
    setDrafts((before) => {
      const after = new Map(before)
      after.delete(id)
      return after
    })
    save()
  }

  async function load({ id, mine }: Conversation) {
    if (!mine) return
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
    async submit(conversation: Conversation) {
      const { id, mine } = conversation
      const { code, notes } = drafts().get(id) ?? empty
      if (!mine || !code) return
      const { participantId, communicationId } = mine
      const end = await ledger.run({
        verb: 'wrap-up',
        target: id,
        name: 'The wrap-up',
        send: () =>
          ask(
            'submitWrapup',
            { conversationId: id, participantId, communicationId },
            { code: code.id, name: code.name, ...(notes ? { notes } : {}) },
          ),
        settled: () => parts.conversation(id)?.phase !== 'wrapup',
        readBack: () => parts.readBack(id),
      })
      if (end.step === 'confirmed') forget(id)
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
  return (Array.isArray(wires) ? wires : [])
    .flatMap(({ id, name }) => (id && name ? [{ id, name }] : []))
    .sort((a, b) => a.name.localeCompare(b.name))
}
