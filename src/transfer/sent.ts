/** What becomes of a transfer that was sent, as Genesys Cloud goes on telling: by failing it comes back. */

import { createComputed } from 'solid-js'
import { consultOf } from '~/conversations/consult'
import {
  type Conversation,
  currentCall,
  farEnd,
  isEnded,
  isLive,
} from '~/conversations/conversation'
import { isWaiting, myUserId, partyFor, sentFrom } from '~/conversations/offer'
import type { RecentTransfer, TransferState } from '~/conversations/transfers'
import { objects } from '~/genesys/values'
import { t } from '~/language'

interface Seen {
  readonly state: TransferState
  /** It went with a consult, whose end is told as such. */
  readonly isConsult: boolean
}

/** Says once what happened, whether the call is still here or not. */
export function followSent(parts: {
  readonly all: () => readonly Conversation[]
  /** As it was called when it was ordered, when this page has ordered it. */
  readonly nameOf: (call: Conversation) => string | undefined
  readonly say: (sentence: string) => void
}): void {
  let seen: ReadonlyMap<string, Seen> = new Map()
  createComputed(() => {
    const now = new Map<string, Seen>()
    for (const call of parts.all()) {
      if (!call.told.recentTransfers?.length) continue
      for (const transfer of sentFrom(call)) {
        const { id, state, attended } = transfer
        const before = seen.get(id)
        const isConsult = before?.isConsult ?? (attended && consultOf(call) !== undefined)
        now.set(id, { state, isConsult })
        if (!before || isConsult || !isWaiting(before.state)) continue
        const name = parts.nameOf(call) ?? nameFor(call, transfer)
        const words = endWords(call, transfer, name)
        if (words) parts.say(words)
      }
    }
    seen = now
  })
}

/** Whom it was sent to, as far as can be seen. */
export function nameFor(call: Conversation, transfer: RecentTransfer): string {
  return partyFor(call, transfer)?.name ?? transfer.to.address ?? t`whoever it went to`
}

/** What there is to say; nothing when it was taken, taken back, or is still on its way. */
function endWords(call: Conversation, sent: RecentTransfer, name: string): string | undefined {
  const { state } = sent
  if (state !== 'failed' && state !== 'timeout' && state !== 'unknown') return undefined
  if (!isLive(call) && isFarEndGone(call, sent))
    return t`The call ended before ${name} had taken it.`
  const where = isLive(call) ? t`It is still with you.` : t`It is no longer with you.`
  if (state === 'unknown') return t`What became of the transfer to ${name} is not known. ${where}`
  return state === 'timeout'
    ? t`${name} did not take the call in time. ${where}`
    : t`${name} did not take the call. ${where}`
}

/** Of the call, whoever it was sent to: they may go by the same purpose. */
function isFarEndGone(call: Conversation, sent: RecentTransfer): boolean {
  const asked = partyFor(call, sent)?.id
  const others = objects(call.told.participants).filter(
    ({ id }) => id === undefined || id !== asked,
  )
  const far = farEnd(others, myUserId(call) ?? '')
  return far !== undefined && isEnded(currentCall(far))
}
