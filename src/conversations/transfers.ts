/** The transfers of a call as Genesys Cloud tells of them, the latest last. */
import type { UserId } from '~/genesys/ids'
import { objects, text, time, word } from '~/genesys/values'
import type { Conversation } from './conversation'

export type TransferState =
  | 'pending'
  | 'active'
  | 'complete'
  | 'canceled'
  | 'failed'
  | 'timeout'
  | 'unknown'

const states: readonly TransferState[] = [
  'pending',
  'active',
  'complete',
  'canceled',
  'failed',
  'timeout',
]

export interface RecentTransfer {
  readonly id: string
  readonly state: TransferState
  /** Milliseconds since the epoch. */
  readonly issuedAt?: number
  readonly initiatorId?: UserId
  /** A user, or a number; a queue goes by its number. */
  readonly to: { readonly userId?: UserId; readonly address?: string }
  readonly attended: boolean
}

export function transfersOf({ told }: Pick<Conversation, 'told'>): readonly RecentTransfer[] {
  return objects(told.recentTransfers).flatMap((one) => {
    const id = text(one.id)
    if (!id) return []
    const issuedAt = time(one.dateIssued)
    const initiatorId = text(one.initiator?.userId)
    const userId = text(one.destination?.userId)
    const address = text(one.destination?.address)
    return {
      id,
      state: states.find((state) => state === word(one.state)) ?? 'unknown',
      to: { ...(userId ? { userId } : {}), ...(address ? { address } : {}) },
      attended: word(one.transferType) === 'attended',
      ...(issuedAt === undefined ? {} : { issuedAt }),
      ...(initiatorId ? { initiatorId } : {}),
    }
  })
}
