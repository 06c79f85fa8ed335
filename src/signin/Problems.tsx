import { createSignal, For, onMount, Show } from 'solid-js'
import { t } from '~/language'
import type { Place, SignInProblem } from '~/protocol/protocol'
import { Copy } from '~/ui/Copy'
import { Aside } from './Aside'
import { advice } from './advice'
import styles from './Problems.module.css'
import { Sheet } from './Sheet'
import { SignInLog } from './SignInLog'
import type { SignIn } from './signin'

/** What to do about a login page that does not come back, and what an administrator wants to know. */
export function Problems(props: {
  readonly signIn: SignIn
  /** The name of the place that is chosen, if one is. */
  readonly place: string | undefined
  readonly problem: SignInProblem | undefined
  readonly onClose: () => void
}) {
  const [place, setPlace] = createSignal<Place>()
  onMount(async () => {
    const places = await props.signIn.engine
      .places(props.place ?? props.signIn.wish)
      .catch(() => undefined)
    setPlace(places?.all.find(({ name }) => name === places.chosen))
  })
  const facts = () => {
    const { name, domain, clientId } = place() ?? {}
    if (!domain) return []
    return [
      [t`Region`, name === domain ? domain : `${name} (${domain})`],
      [t`Client ID`, clientId],
      [t`Return address`, new URL('callback.html', location.href).href],
      ...(props.problem ? [[t`Last problem`, props.problem]] : []),
    ]
  }
  const report = () =>
    [
      t`Minidesk: problem with signing in`,
      t`Time: ${new Date().toISOString()}`,
      ...facts().map((fact) => fact.join(': ')),
    ].join('\n')

  return (
    <Sheet
      title={t`Problems signing in?`}
      onClose={props.onClose}
      actions={
        <>
          <Aside name={t`Sign-in log`}>
            {(_, close) => <SignInLog signIn={props.signIn} onClose={close} />}
          </Aside>
          <Copy text={report} />
        </>
      }
    >
      <p
        class={styles.intro}
      >{t`When Genesys Cloud’s login page says something instead of bringing you back, come back with your browser’s Back button, or open this page again. What it said tells what to do:`}</p>
      <dl class={styles.advice}>
        <For each={advice}>
          {({ says, means, ask }) => (
            <div>
              <dt>{says}</dt>
              <dd>{means}</dd>
              <dd class={styles.ask}>{ask}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={facts().length > 0}>
        <h3 class={styles.title}>{t`For your administrator`}</h3>
        <dl class={styles.facts}>
          <For each={facts()}>
            {([what, value]) => (
              <div>
                <dt>{what}</dt>
                <dd>{value}</dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
    </Sheet>
  )
}
