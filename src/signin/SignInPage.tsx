import { createSignal, type JSX, Show } from 'solid-js'
import type { SignInProblem } from '~/protocol'
import { Button } from '~/ui/Button'
import { CardPage } from '~/ui/CardPage'
import styles from './SignInPage.module.css'
import type { Leaving } from './signin'
import { problemWords, stayedWords } from './words'

export function SignInPage(props: {
  readonly title: string
  readonly problem: SignInProblem | undefined
  /** On the way to or from the login page. */
  readonly busy: boolean
  readonly onLeave: () => Promise<Leaving>
  /** In a frame: what the button does there, and what is in its place once it was pressed. */
  readonly hint: string | undefined
  readonly aside: JSX.Element
}) {
  const [leaving, setLeaving] = createSignal(false)
  const [stayed, setStayed] = createSignal<Exclude<Leaving, 'left'>>()
  const words = () => {
    const why = stayed()
    if (why) return stayedWords[why]
    return props.problem && problemWords[props.problem]
  }
  const again = () =>
    stayed() !== undefined || (props.problem !== undefined && props.problem !== 'ended')

  async function leave() {
    setStayed(undefined)
    setLeaving(true)
    const leaving = await props.onLeave()
    setLeaving(false)
    if (leaving !== 'left') setStayed(leaving)
  }

  return (
    <CardPage title={props.title}>
      <div class={styles.alert} role="alert">
        <Show when={!props.busy && words()}>
          {(text) => <p class={styles.problem}>{text()}</p>}
        </Show>
      </div>
      <Show
        when={!props.busy}
        fallback={
          <p class={styles.quiet} role="status">
            Signing you in…
          </p>
        }
      >
        <Show when={!props.aside} fallback={props.aside}>
          <Button kind="primary" busy={leaving()} onClick={leave}>
            {again() ? 'Try again' : 'Log in with Genesys Cloud'}
          </Button>
          <p class={styles.quiet}>
            {props.hint ?? 'Your browser goes to Genesys Cloud’s own login page and back.'}
          </p>
        </Show>
      </Show>
    </CardPage>
  )
}
