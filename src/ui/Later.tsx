import { type Accessor, createSignal, type JSX, Show } from 'solid-js'
import { t } from '~/language'
import { Button } from './Button'
import styles from './Later.module.css'

/** Code that is fetched ahead of its moment. Once it is here it is used without a pause. */
export interface Later<Code> {
  readonly code: Accessor<Code | undefined>
  readonly failed: Accessor<boolean>
  load(): void
}

/** Begins to fetch at once. */
export function createLater<Code>(fetchIt: () => Promise<Code>): Later<Code> {
  const [code, setCode] = createSignal<Code>()
  const [failed, setFailed] = createSignal(false)
  function load() {
    setFailed(false)
    fetchIt().then(
      (fetched) => setCode(() => fetched),
      () => setFailed(true),
    )
  }
  load()
  return { code, failed, load }
}

/** Draws with it, or says that it could not be fetched. */
export function DrawLater<Code>(props: {
  readonly later: Later<Code>
  readonly children: (code: Code) => JSX.Element
}) {
  return (
    <Show
      when={props.later.code()}
      keyed
      fallback={
        <Show when={props.later.failed()}>
          <div class={styles.failed}>
            <p role="alert">{t`This part of the desk could not be loaded.`}</p>
            <Button onClick={props.later.load}>{t`Try again`}</Button>
          </div>
        </Show>
      }
    >
      {(code) => props.children(code)}
    </Show>
  )
}
