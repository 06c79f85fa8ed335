import { createSignal, createUniqueId, For, onMount, Show } from 'solid-js'
import { t } from '~/language'
import type { Places } from '~/protocol/protocol'
import styles from './PlaceChoice.module.css'
import type { SignIn } from './signin'

/** Where to log in, of the places that the configuration offers. The last one is chosen already. */
export function PlaceChoice(props: {
  readonly signIn: SignIn
  readonly onChoose: (name: string) => void
}) {
  const id = createUniqueId()
  const [places, setPlaces] = createSignal<Places>()
  onMount(() => void props.signIn.engine.places(props.signIn.wish).then(setPlaces, () => {}))
  return (
    <Show when={places()} keyed>
      {({ all, chosen }) => (
        <div class={styles.choice}>
          <label for={id}>{t`Region`}</label>
          <select
            id={id}
            class={styles.select}
            onInput={(event) => props.onChoose(event.currentTarget.value)}
          >
            <For each={all}>
              {({ name }) => (
                <option value={name} selected={name === chosen}>
                  {name}
                </option>
              )}
            </For>
          </select>
        </div>
      )}
    </Show>
  )
}
