/**
 * Commands that outlive their page. Each is kept, for as long as nobody knows what became of it, by the page
 * that follows it; when that page is gone another takes it over, reads the facts, and says what they show.
 * It is never sent again.
 */

import { createComputed, onCleanup } from 'solid-js'
import { inTime } from '~/clock'
import type { ConversationId } from '~/genesys/ids'
import { type Command, isOver, type Verb } from '~/ledger/command'
import { fromStorage, toStorage } from '~/ledger/kept'
import { afterReload } from '~/ledger/words'
import type { Ask } from '~/protocol/protocol'
import type { Claim } from '~/storage/claim'
import type { Sealed } from '~/storage/sealed'
import { isHandedOver, isTransferred } from '~/transfer/sending'
import { isSubmitted } from '~/wrapup/submitted'
import type { Desk } from './desk'

/** Where the end of the agent's part does not tell it: what does. */
const lookUps: Readonly<
  Partial<Record<Verb, (ask: Ask, id: ConversationId, which: string) => Promise<boolean>>>
> = {
  transfer: isTransferred,
  complete: isHandedOver,
  'wrap-up': isSubmitted,
}

/** Milliseconds for the browser's store, which may never answer. */
const patience = 2_000

/** Resolves with the calls whose wrap-up was taken although its page was gone before it heard of that. */
export function followUnconfirmed(
  desk: Desk,
  kept: Sealed,
  claim: Claim,
): Promise<readonly ConversationId[]> {
  const { ask, clock, ledger, say } = desk.means
  /** Those this page follows, and what ends that. */
  const followed = new Map<string, () => void>()
  let left = false
  const alone = (id: string, what: () => Promise<void>) => claim(`order ${id}`, what)

  function keepUntilOver(command: Command) {
    const { id } = command
    let isEnded = false
    const ended = new Promise<void>((resolve) => {
      followed.set(id, () => {
        isEnded = true
        resolve()
      })
    })
    void alone(id, async () => {
      if (isEnded) return
      await kept.keep(id, toStorage(command))
      await ended
      // A desk that is built anew in the same page goes on with it.
      if (!left) await kept.keep(id)
    })
  }

  createComputed(() => {
    for (const command of desk.commands()) {
      const over = isOver(command.state)
      if (over) {
        followed.get(command.id)?.()
        followed.delete(command.id)
      } else if (!followed.has(command.id)) keepUntilOver(command)
    }
  })
  onCleanup(() => {
    left = true
    for (const end of followed.values()) end()
  })

  /** Facts that are as new as this page. */
  const known = new Promise<void>((resolve) => createComputed(() => desk.known() && resolve()))
  const all = async () => {
    const pairs = await inTime(clock, patience, kept.read(), [])
    return new Map<string, unknown>(Array.isArray(pairs) ? pairs : [])
  }

  async function takeOver(id: string): Promise<ConversationId[]> {
    const ordered = fromStorage(id, (await all()).get(id))
    // Another page has said it meanwhile.
    if (!ordered || left) return []
    followed.set(id, () => {})
    // A clock that was set back meanwhile would have it wait for ever.
    const pressedAt = Math.min(ordered.pressedAt, clock.now())
    const end = await ledger.adopt({ ...ordered, pressedAt })
    if (left) return []
    const { verb, target, which = '' } = ordered
    const isIt = lookUps[verb]
    const asked = isIt?.(ask, target, which)
    const isDone = end.state.step === 'confirmed' ? await asked?.catch(() => false) : undefined
    // Told that it did not happen, it may yet: the desk takes that back.
    const about = end.state.step === 'failed' ? `${verb} ${target}` : undefined
    say(afterReload(end, isDone), about)
    await kept.keep(id)
    return verb === 'wrap-up' && isDone ? [target] : []
  }

  async function takeOverAll() {
    // Whatever is pressed from now on is in there as well, and claimed.
    const ids = [...(await all()).keys()]
    if (ids.length === 0) return []
    await known
    const submitted: ConversationId[] = []
    const one = (id: string) => alone(id, async () => void submitted.push(...(await takeOver(id))))
    await Promise.all(ids.map(one))
    return submitted
  }
  return takeOverAll().catch(() => [])
}
