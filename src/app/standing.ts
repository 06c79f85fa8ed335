/** When the agent is told that a sign-in ends, and in which words. */
import { t } from '~/language'
import type { SignInProblem, Standing } from '~/protocol/protocol'
import { problemWords } from '~/signin/words'

export interface Ending {
  /** Milliseconds. */
  readonly left: number
  /** Such as `4:59`. */
  readonly clock: string
  readonly problem: SignInProblem | undefined
}

const minute = 60_000

/**
 * Somebody who is not `busy` is spared it: the sign-in is renewed at a quiet moment, unless that has failed
 * or the end is near.
 */
export function shownEnding(standing: Standing, now: number, busy: boolean): Ending | undefined {
  if (standing.state !== 'ending') return undefined
  const left = Math.max(0, standing.endsAt - now)
  const { problem, unseen } = standing
  if (!busy && unseen && problem === undefined && left > minute) return undefined
  const seconds = Math.ceil(left / 1000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return { left, clock, problem }
}

/** Changes at ten, five and one minute, and at no other moment: each change is told to a screen reader. */
export function endingWords(left: number, problem: SignInProblem | undefined): string {
  const why = problem ? `${problemWords()[problem]} ` : ''
  return (
    why +
    (left > 5 * minute
      ? t`Your sign-in ends in less than 10 minutes. Sign in again now, and nothing is interrupted.`
      : left > minute
        ? t`Your sign-in ends in less than 5 minutes. Sign in again now, and nothing is interrupted.`
        : t`Your sign-in ends in less than a minute. Sign in again now, and nothing is interrupted.`)
  )
}
