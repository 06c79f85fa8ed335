import { Match, Switch } from 'solid-js'
import type { SignedIn } from '~/protocol/protocol'
import type { Again } from '~/signin/again'
import { problemWords } from '~/signin/words'
import { Banner } from '~/ui/Banner'
import { SignInVerbs, stepWords } from './SignInSteps'
import { endingWords, shownEnding } from './standing'

/** Says that the sign-in ends, or has ended, and what to do about it. The desk stays where it is. */
export function StandingBanner(props: {
  readonly session: SignedIn
  readonly now: number
  /** There is something that a way through the login page would disturb. */
  readonly busy: boolean
  readonly again: Again
}) {
  const standing = () => props.session.standing
  const ended = () => {
    const now = standing()
    return now.state === 'ended' ? problemWords()[now.problem] : undefined
  }
  const ending = () => shownEnding(standing(), props.now, props.busy)
  return (
    <Switch>
      <Match when={ended()}>{(words) => <SignInAgain words={words()} again={props.again} />}</Match>
      <Match when={ending()}>
        {(now) => (
          <SignInAgain
            words={endingWords(now().left, now().problem)}
            ticking={now().clock}
            again={props.again}
          />
        )}
      </Match>
    </Switch>
  )
}

function SignInAgain(props: {
  readonly words: string
  readonly ticking?: string
  readonly again: Again
}) {
  const step = () => stepWords(props.again)
  return (
    <Banner
      text={step() ?? props.words}
      ticking={step() ? undefined : props.ticking}
      action={<SignInVerbs again={props.again} />}
    />
  )
}
