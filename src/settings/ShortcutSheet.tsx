import { For, Show } from 'solid-js'
import { t } from '~/language'
import { type Action, actionWords, groups } from './actions'
import type { Chord } from './chords'
import styles from './ShortcutSheet.module.css'

const hide = (link: HTMLElement) => link.closest<HTMLElement>('[popover]')?.hidePopover()

/** All keys as they are now. It hides nothing for long: Escape, or a press elsewhere, closes it, and the keys work meanwhile. */
export function ShortcutSheet(props: {
  readonly ref: (sheet: HTMLDivElement) => void
  readonly of: (action: Action) => Chord | undefined
  readonly label: (chord: Chord) => string
}) {
  return (
    <div
      ref={props.ref}
      popover="auto"
      role="dialog"
      aria-label={t`Keyboard shortcuts`}
      tabindex="-1"
      class={styles.sheet}
      // Not by autofocus, which a frame of another site may not have.
      onToggle={({ newState, currentTarget }) => newState === 'open' && currentTarget.focus()}
    >
      <h2>{t`Keyboard shortcuts`}</h2>
      <For each={groups}>
        {(group) => (
          <section>
            <h3>{group.name}</h3>
            <dl class={styles.keys}>
              <For each={group.actions}>
                {(action) => (
                  <>
                    <dt>{actionWords[action]}</dt>
                    <dd>
                      <Show when={props.of(action)} fallback={t`None`}>
                        {(chord) => <kbd class={styles.chord}>{props.label(chord())}</kbd>}
                      </Show>
                    </dd>
                  </>
                )}
              </For>
            </dl>
          </section>
        )}
      </For>
      <p>{t`In the notes of a wrap-up Ctrl+Enter is Done. Escape closes what is open; it never ends a call.`}</p>
      <p>
        {/* biome-ignore lint/a11y/useValidAnchor: it leads there; the sheet closes behind it. */}
        <a href="#/settings" onClick={(event) => hide(event.currentTarget)}>
          {t`Change them in the settings`}
        </a>
      </p>
    </div>
  )
}
