import { Failed } from '~/genesys/errors'
import type { OperationName } from '~/genesys/operations'

/** Refused by the engine itself: nothing was sent. */
export function refusal(
  operation: OperationName,
  code = 'not.in.table',
  status = 0,
  message = 'The desk may not ask this.',
): Failed {
  return new Failed({ kind: 'refused', outcome: 'refused', operation, status, code, message })
}
