/** A call that has left the desk, for what comes after it: the recent calls, a redial. In memory only. */
import type { ConversationId, QueueId } from '~/genesys/ids'

export interface Ended {
  readonly id: ConversationId
  /** By Genesys Cloud's clock. Milliseconds since the epoch. */
  readonly endedAt: number
  readonly outbound: boolean
  readonly customer: { readonly name: string; readonly address: string }
  readonly queue?: { readonly id: QueueId; readonly name?: string }
  /** How it ended, in one sentence: "Ended by the customer." */
  readonly how: string
  /** Whether who was called has answered; absent where the call came in. */
  readonly reached?: boolean
}
