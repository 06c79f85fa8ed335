import type { Config } from '~/config/config'
import type { Session, SignInProblem } from '~/protocol'

/** What is told when nobody is signed in: where one can log in, and what went wrong, if anything did. */
export function signedOut({ title, sites }: Config, problem?: SignInProblem): Session {
  const several = sites.length > 1 ? { sites: sites.map(({ name }) => name) } : {}
  return { state: 'signed-out', title, ...several, ...(problem ? { problem } : {}) }
}
