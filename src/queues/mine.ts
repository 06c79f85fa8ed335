/** The agent's own queues, which of them are joined, and the orders that join and leave them. */
import { type Accessor, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { type Failure, failureOf } from '~/genesys/errors'
import type { QueueId, UserId } from '~/genesys/ids'
import { readPages } from '~/genesys/pages'
import { type Named, named, text } from '~/genesys/values'
import { t } from '~/language'
import type { Command, Fact } from '~/ledger/command'
import { lookLater } from '~/ledger/late'
import type { Ledger } from '~/ledger/ledger'
import type { Ask, AskOptions } from '~/protocol/protocol'

export const queueVerbs = ['join-queue', 'leave-queue'] as const

export interface MyQueues {
  /** By name; undefined until they were read. */
  readonly list: Accessor<readonly Named[] | undefined>
  /** There are more than are read. */
  readonly more: Accessor<boolean>
  /** Undefined while nobody knows. */
  joined(id: QueueId): boolean | undefined
  /** Why they could not be read the last time. */
  readonly failed: Accessor<Failure | undefined>
  /** All of them, and which are joined. Never rejects. */
  read(): Promise<void>
  /** Only which are joined. Never rejects. */
  readJoined(options?: AskOptions): Promise<void>
  proof(command: Command): Fact | undefined
  readBack(): Promise<void>
  /** Of all that are named, those that are not so already. */
  set(queues: readonly Named[], joined: boolean): void
}

/** Milliseconds after which it is looked again whether what was ordered is so: the platform takes its time. */
const looks = [0, 700, 1_800]

export function createMyQueues(parts: {
  readonly userId: UserId
  readonly ask: Ask
  readonly clock: Clock
  readonly ledger: Pick<Ledger, 'run' | 'check'>
}): MyQueues {
  const { userId, ask, clock, ledger } = parts
  const [list, setList] = createSignal<readonly Named[]>()
  const [more, setMore] = createSignal(false)
  const [known, setKnown] = createSignal<ReadonlySet<QueueId>>()
  const [failed, setFailed] = createSignal<Failure>()
  let reads = 0

  const pagesOf = (joined: boolean, options?: AskOptions) =>
    readPages(1, (page) => {
      const params = joined ? { ...page, joined: 'true' } : page
      return ask('listMyQueues', params, undefined, options)
    })

  /** Rejects when they cannot be read. The latest reading counts, whatever comes when. */
  async function take(joined: boolean, options?: AskOptions) {
    const mine = ++reads
    try {
      const { all, next } = await pagesOf(joined, options)
      if (mine !== reads) return
      if (!joined) {
        setList(named(all).sort((a, b) => a.name.localeCompare(b.name)))
        setMore(next !== undefined)
      }
      setKnown(new Set(all.flatMap((one) => (one.joined === true ? (text(one.id) ?? []) : []))))
      setFailed(undefined)
    } catch (error) {
      // What was joined a while ago may not be so any more; one that was given up says nothing.
      if (mine === reads && !options?.signal?.aborted) {
        setKnown(undefined)
        setFailed(failureOf(error, 'listMyQueues'))
      }
      throw error
    }
    ledger.check('reading')
  }

  const calmly = (taken: Promise<void>) => taken.catch(() => {})
  /** Without the list there is nothing to be joined: it comes with it. */
  const takeJoined = (options?: AskOptions) => take(list() !== undefined, options)
  const look = (options?: AskOptions) => calmly(takeJoined(options))
  const isSo = (ids: readonly QueueId[], joined: boolean) =>
    known() !== undefined && ids.every((id) => known()?.has(id) === joined)
  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))

  return {
    list,
    more,
    failed,
    joined: (id) => known()?.has(id),
    read: () => calmly(take(false)),
    readJoined: look,
    proof: ({ verb, which = '' }) =>
      isSo(which.split(','), verb === 'join-queue') ? 'queues' : undefined,
    readBack: () => takeJoined(),
    set(queues, joined) {
      const changing = queues.filter(({ id }) => known()?.has(id) !== joined)
      const [first] = changing
      if (!first) return
      const ids = changing.map(({ id }) => id)
      const isOne = changing.length === 1
      const ordered = ledger.run({
        verb: joined ? 'join-queue' : 'leave-queue',
        target: isOne ? first.id : userId,
        which: ids.join(','),
        name: orderName(first, changing.length, joined),
        async send(options) {
          await ask(
            'joinQueues',
            { userId },
            ids.map((id) => ({ id, joined })),
            options,
          )
          for (const ms of looks) {
            if (ms > 0) await wait(ms)
            if (isSo(ids, joined)) return
            await take(true).catch(() => {})
          }
        },
      })
      void ordered.then((command) => lookLater(clock, command, look))
    },
  }
}

function orderName({ name }: Named, count: number, joined: boolean): string {
  if (count === 1) return joined ? t`Joining ${name}` : t`Leaving ${name}`
  return joined ? t`Joining ${count} queues` : t`Leaving ${count} queues`
}
