/** The codes that may be chosen for each part of a call, and those that this agent likes to see first. */

import { createSignal } from 'solid-js'
import type { Conversation, Mine } from '~/conversations/conversation'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { ParticipantId, QueueId, WrapupCodeId } from '~/genesys/ids'
import { named } from '~/genesys/values'
import type { Ask } from '~/protocol/protocol'
import type { Cache } from '~/storage/cache'
import type { Settings } from '~/storage/settings'
import { createShared } from '~/storage/shared'
import { staleFirst } from '~/storage/stale'
import type { Code } from './draft'
import { type AllMarks, marksFromStorage, marksToStorage, turned, unmarked, used } from './marks'

export type Codes =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'ready'; readonly codes: readonly Code[] }

export interface CodesParts {
  readonly ask: Ask
  /** The codes of the queues, as they were read before. */
  readonly cache: Cache
  /** Keeps which codes are used, by their ids. */
  readonly settings: Settings
}

/** Milliseconds in which a queue's codes do not change. */
const young = 300_000
const setting = 'codes'

export function createCodes({ ask, cache, settings }: CodesParts) {
  const [codes, setCodes] = createSignal<ReadonlyMap<ParticipantId, Codes>>(new Map())
  const { now: marks, change: mark } = createShared<AllMarks>(
    settings,
    setting,
    marksFromStorage,
    marksToStorage,
  )

  async function load({ id, mine, queue }: Conversation, anew = false) {
    if (!mine || (!anew && codes().get(mine.participantId)?.state === 'ready')) return
    const { participantId } = mine
    const set = (found: Codes) => setCodes((before) => new Map(before).set(participantId, found))
    const params = { conversationId: id, participantId }
    const read = async (lane?: 'background') =>
      codesFromWire(await ask('listWrapupCodes', params, undefined, lane && { lane }))
    set({ state: 'loading' })
    try {
      // They are the queue's. Without one nobody knows whose, and they are read each time.
      if (!queue) set({ state: 'ready', codes: await read() })
      else if (anew) {
        const found = await read()
        set({ state: 'ready', codes: found })
        void cache.keep(`codes ${queue.id}`, found)
      } else
        await staleFirst(cache, {
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
    load: (one: Conversation) => load(one),
    /** Whatever was read before: somebody has just changed them. */
    reload: (one: Conversation) => load(one, true),
    /** Those of one part: a call that came back by another queue may have others. */
    of: (mine: Mine | undefined): Codes =>
      (mine && codes().get(mine.participantId)) ?? { state: 'loading' },
    /** Forgets those of parts that nobody can wrap up any more. */
    keepOnly(parts: ReadonlySet<ParticipantId | undefined>) {
      setCodes((before) => new Map([...before].filter(([part]) => parts.has(part))))
    },
    marks: (queueId: QueueId | undefined) => (queueId && marks().get(queueId)) ?? unmarked,
    /** It was given. */
    use(queueId: QueueId | undefined, code: WrapupCodeId) {
      if (queueId) mark((all) => used(all, queueId, code))
    },
    /** Makes it a favourite of the queue, or none any more. */
    turn(queueId: QueueId | undefined, code: WrapupCodeId) {
      if (!queueId) return
      const on = !marks().get(queueId)?.favourite.includes(code)
      mark((all) => turned(all, queueId, code, on))
    },
  }
}

function codesFromWire(listed: unknown): Code[] {
  return named(Array.isArray(listed) ? listed : []).sort((a, b) => a.name.localeCompare(b.name))
}
