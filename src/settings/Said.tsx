import { createSignal, onCleanup, Show } from 'solid-js'
import type { Clock } from '~/clock'
import { t } from '~/language'
import type { Fate, Settings } from '~/storage/settings'
import styles from './Section.module.css'

/** Milliseconds: it stands over what is there. */
const life = 6_000

/** What became of the last change, when the reader is silent. A change of another tab is no news of this one. */
export function Said(props: { readonly settings: Settings; readonly clock: Clock }) {
  const [said, setSaid] = createSignal<{ readonly words: string }>()
  const words: Readonly<Record<Fate, string | undefined>> = {
    kept: t`Saved`,
    gone: t`Set back to how it comes`,
    unkept: t`Not kept: this browser stores nothing for this page. It holds until you reload.`,
    elsewhere: undefined,
  }
  let cancel = () => {}
  onCleanup(
    props.settings.follow((_name, fate) => {
      const now = words[fate]
      if (!now) return
      // The same again is told again.
      setSaid({ words: now })
      cancel()
      cancel = props.clock.after(life, () => setSaid(undefined))
    }),
  )
  onCleanup(() => cancel())
  return (
    <p class={styles.said} role="status">
      <Show when={said()} keyed>
        {(one) => <span>{one.words}</span>}
      </Show>
    </p>
  )
}
