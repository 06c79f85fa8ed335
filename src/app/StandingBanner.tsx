import { type JSX, Match, Show, Switch } from 'solid-js'
import type { SignedIn } from '~/protocol'
import type { Again } from '~/signin/again'
import { problemWords } from '~/signin/words'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'
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
    return now.state === 'ended' ? problemWords[now.problem] : undefined
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
  const { again } = props
  const step = () => again.step()
  const aside = () => again.aside?.()
  const here = (): JSX.Element => <Button onClick={again.startHere}>Use this tab instead</Button>
  return (
    <Show
      when={!aside() && step() !== 'waiting' && step() !== 'blocked'}
      fallback={
        <Banner
          text={
            aside()?.text ??
            (step() === 'waiting'
              ? 'Sign in in the window that has opened. Your desk stays here.'
              : 'The browser opened no window for the sign-in. Allow pop-ups for this page, or use this tab: what you wrote is kept.')
          }
          action={
            aside()?.action ?? (
              <>
                <Button onClick={again.start}>
                  {step() === 'waiting' ? 'Open it again' : 'Try again'}
                </Button>
                {here()}
              </>
            )
          }
        />
      }
    >
      <Banner
        text={step() === 'failed' ? 'The sign-in could not be begun. Try it again.' : props.words}
        {...(props.ticking ? { ticking: props.ticking } : {})}
        action={
          <Button
            kind="primary"
            busy={step() === 'opening' || step() === 'leaving'}
            onClick={again.start}
          >
            Sign in again
          </Button>
        }
      />
    </Show>
  )
}
