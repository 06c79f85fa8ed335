/** A transfer that can still be taken back, of a call that is not looked at any more: it is told, and goes on. */

import { createComputed } from 'solid-js'
import type { ConversationId } from '~/genesys/ids'
import { t } from '~/language'
import type { TransferStore } from '~/transfer/store'
import type { Desk } from './desk'

export type Left = (id: ConversationId) => void

export function createLeft(desk: Desk, transfers: TransferStore): Left {
  const told = new Set<ConversationId>()
  const about = (id: ConversationId) => `undo ${id}`
  createComputed(() => {
    const over = transfers.leaving()
    for (const id of told) {
      if (over.includes(id)) continue
      told.delete(id)
      desk.notices.unsay(about(id))
    }
  })
  return (id) => {
    const now = transfers.of(id)
    const call = desk.conversations.get(id)
    if (now.step !== 'leaving' || !call) return
    told.add(id)
    desk.notices.say(
      t`The transfer of ${call.customer.name} to ${now.to.name} goes on. Open the call to take it back.`,
      about(id),
    )
  }
}
