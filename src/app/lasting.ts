/**
 * What does not change during a shift: the statuses of the organization and the names of the agent's
 * queues. What was read before is used at once, and read again behind everything else.
 */

import type { Clock } from '~/clock'
import type { Conversations } from '~/conversations/store'
import { failureOf } from '~/genesys/errors'
import type { ConversationId } from '~/genesys/ids'
import { pageSize } from '~/genesys/pages'
import { sentence } from '~/genesys/sentence'
import { named, objects, pageAfter } from '~/genesys/values'
import { t } from '~/language'
import type { Notices } from '~/notices/store'
import type { PresenceStore } from '~/presence/store'
import type { Ask } from '~/protocol/protocol'
import type { NamedQueue, Queues } from '~/queues/store'
import { type Cache, createCache } from '~/storage/cache'
import { type Cached, staleFirst } from '~/storage/stale'
import { browserStorage } from '~/storage/storage'
import type { Me } from './me'

export interface Lasting {
  /** False when something is missing, and is to be tried again. */
  read(): Promise<boolean>
  /** Reads more of the agent's queues, page by page, for as long as a name is missing. */
  seek(isMissing: () => boolean): Promise<void>
}

/** What it is made of; a desk hands it over. */
export interface LastingParts {
  readonly me: Pick<Me, 'id' | 'organizationId'>
  readonly ask: Ask
  readonly clock: Clock
  readonly presence: Pick<PresenceStore, 'define'>
  readonly queues: Pick<Queues, 'replace'>
  readonly say: Notices['say']
  readonly isClosed: () => boolean
}

/** Counts the shapes of what is kept. */
const schema = 1
/** Milliseconds in which nobody's queues and statuses change: another tab, or a reload, asks nothing. */
const young = 300_000

/** What this browser keeps for one agent. */
export function openCache({
  me,
  clock,
  isClosed,
}: Pick<LastingParts, 'me' | 'clock' | 'isClosed'>): Cache {
  // The name of the chunk changes with anything in it.
  const stamp = `${schema} ${import.meta.url.split('/').at(-1)}`
  const owner = `${me.organizationId}:${me.id}`
  return createCache({ storage: browserStorage, owner, stamp, clock, isClosed })
}

/** Its `seek` looks for the queues of the calls there are. */
export function openLasting(
  parts: LastingParts & {
    readonly conversations: Pick<Conversations, 'ids' | 'get'>
    readonly queues: Pick<Queues, 'name'>
  },
) {
  const { conversations, queues } = parts
  const lasting = createLasting(parts, openCache(parts))
  const isUnnamed = (id: ConversationId) => {
    const queue = conversations.get(id)?.queue
    return queue && !queue.name && !queues.name(queue.id)
  }
  return {
    read: lasting.read,
    seek: () => void lasting.seek(() => conversations.ids().some(isUnnamed)),
  }
}

export function createLasting(parts: LastingParts, cache: Cache): Lasting {
  const { ask, presence, queues, say } = parts
  /** The page of the agent's queues that follows those that were read, if there is one. */
  let next: number | undefined
  let seeking = false

  async function readPage(pageNumber: number, behind: boolean): Promise<QueuePage> {
    const params = { pageSize: `${pageSize}`, pageNumber: `${pageNumber}` }
    const { entities, total } = await ask('listMyQueues', params, undefined, lane(behind))
    return { list: named(entities), next: pageAfter(pageNumber, pageSize, total) }
  }

  function putPage(page: Partial<QueuePage>) {
    next = page.next
    queues.replace(page.list ?? [])
  }

  const statuses = makeThing({
    name: 'statuses',
    not: t`Your statuses could not be read.`,
    async read(behind) {
      const params = { localeCode: 'ALL' }
      const listed = await ask('listPresenceDefinitions', params, undefined, lane(behind))
      // Not who made them, and when.
      return objects(listed.entities).map(
        ({ id, name, type, systemPresence, deactivated, languageLabels }) => ({
          ...{ id, name, type, systemPresence, deactivated, languageLabels },
        }),
      )
    },
    put: (value) => presence.define(Array.isArray(value) ? value : []),
  })
  const mine = makeThing({
    name: 'queues',
    not: t`Your queues could not be read.`,
    read: (behind) => readPage(1, behind),
    put: (value) => putPage(Object(value)),
  })

  /** Read once per desk, however often it is asked for. */
  function makeThing(
    thing: Omit<Cached<unknown>, 'young' | 'failed'> & {
      /** What is said when it could not be read. */
      readonly not: string
    },
  ) {
    let reading: Promise<boolean> | undefined
    /** Refused is an answer too, and the same one in ten seconds. */
    function isAnswer(error: unknown): boolean {
      const failure = failureOf(error, 'getMe')
      if (failure.kind !== 'refused') return false
      void cache.keep(thing.name)
      say(`${thing.not} ${sentence(failure)}`, thing.name, failure)
      return true
    }
    const failed = (error: unknown) => void isAnswer(error)
    return () => {
      reading ??= staleFirst(cache, { ...thing, young, failed }).then(
        () => true,
        (error) => {
          if (isAnswer(error)) return true
          reading = undefined
          return false
        },
      )
      return reading
    }
  }

  return {
    async read() {
      const all = await Promise.all([statuses(), mine()])
      return all.every(Boolean)
    },
    async seek(isMissing) {
      if (seeking) return
      seeking = true
      try {
        while (next && isMissing() && !parts.isClosed()) putPage(await readPage(next, false))
      } catch {
        // At the next event.
      }
      seeking = false
    },
  }
}

interface QueuePage {
  readonly list: readonly NamedQueue[]
  readonly next?: number | undefined
}

const lane = (behind: boolean) => (behind ? ({ lane: 'background' } as const) : undefined)
