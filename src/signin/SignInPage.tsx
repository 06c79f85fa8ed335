import { createSignal, Show } from 'solid-js'
import { t } from '~/language'
import type { SignInProblem } from '~/protocol/protocol'
import { Button } from '~/ui/Button'
import { CardPage } from '~/ui/CardPage'
import { Aside } from './Aside'
import { More } from './More'
import styles from './SignInPage.module.css'
import type { Leaving, SignIn } from './signin'
import { problemWords, stayedWords } from './words'

export function SignInPage(props: {
  readonly title: string
  readonly problem: SignInProblem | undefined
  /** On the way to or from the login page. */
  readonly busy: boolean
  /** There are several places to log in to. */
  readonly several: boolean
  readonly signIn: SignIn
}) {
  const [leaving, setLeaving] = createSignal(false)
  const [stayed, setStayed] = createSignal<Exclude<Leaving, 'left'>>()
  const [place, setPlace] = createSignal<string>()
  /** In a frame: what the button does there, and what is in its place once it was pressed. */
  const frame = () => props.signIn.frame
  const words = () => {
    const why = stayed()
    if (why) return stayedWords()[why]
    return props.problem && problemWords()[props.problem]
  }
  const again = () =>
    stayed() !== undefined || (props.problem !== undefined && props.problem !== 'ended')

  async function leave() {
    setStayed(undefined)
    setLeaving(true)
    const leaving = await props.signIn.leave(place())
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
        fallback={<p class={styles.quiet} role="status">{t`Signing you in…`}</p>}
      >
        <Show when={!frame()?.aside()} fallback={frame()?.aside()}>
          <Show when={props.several}>
            <More>
              {({ PlaceChoice }) => <PlaceChoice signIn={props.signIn} onChoose={setPlace} />}
            </More>
          </Show>
          <Button kind="primary" busy={leaving()} onClick={leave}>
            {again() ? t`Try again` : t`Log in with Genesys Cloud`}
          </Button>
          <p class={styles.quiet}>
            {frame()?.hint ?? t`Your browser goes to Genesys Cloud’s own login page and back.`}
          </p>
        </Show>
        <Aside name={t`Problems signing in?`} kind="quiet">
          {({ Problems }, close) => (
            <Problems
              signIn={props.signIn}
              place={place()}
              problem={props.problem}
              onClose={close}
            />
          )}
        </Aside>
      </Show>
    </CardPage>
  )
}
