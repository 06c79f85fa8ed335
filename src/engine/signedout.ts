import type { Config } from '~/config/config'
import { Failed } from '~/genesys/errors'
import type { OperationName } from '~/genesys/operations'
import type { Session, SignInProblem } from '~/protocol/protocol'

/** What is told when nobody is signed in: where one can log in, and what went wrong, if anything did. */
export function signedOut({ title, sites }: Config, problem?: SignInProblem): Session {
  const several = sites.length > 1 ? { sites: sites.map(({ name }) => name) } : {}
  return { state: 'signed-out', title, ...several, ...(problem ? { problem } : {}) }
}

/** What is asked then is not sent. */
export function none(operation: OperationName): Failed {
  return new Failed({ kind: 'signed-out', outcome: 'refused', operation })
}
