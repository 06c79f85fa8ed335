import { createSignal, For, Show } from 'solid-js'
import { t } from '~/language'
import type { Settings } from '~/storage/settings'
import { Button } from '~/ui/Button'
import { type Action, actionWords, groups, standard } from './actions'
import { type Chord, chordOf } from './chords'
import { type Keymap, keysSetting, type Problem } from './keymap'
import { problemWords } from './problems'
import { Section } from './Section'
import section from './Section.module.css'
import styles from './ShortcutSheet.module.css'

/** Which keys do what, to be changed by pressing others. */
export function ShortcutsSection(props: {
  readonly keymap: Keymap
  readonly settings: Settings
  readonly label: (chord: Chord) => string
}) {
  return (
    <Section
      title={t`Shortcuts`}
      note={t`They work while you type, too; single characters only elsewhere. A key does what its button does, and says why where that cannot be pressed.`}
      settings={props.settings}
      names={[keysSetting]}
    >
      <For each={groups}>
        {(group) => (
          <>
            <h4>{group.name}</h4>
            <ul class={section.rows} aria-label={group.name}>
              <For each={group.actions}>{(action) => <Row {...props} action={action} />}</For>
            </ul>
          </>
        )}
      </For>
    </Section>
  )
}

function Row(props: {
  readonly action: Action
  readonly keymap: Keymap
  readonly label: (chord: Chord) => string
}) {
  const { action, keymap } = props
  const [choosing, setChoosing] = createSignal(false)
  const [trouble, setTrouble] = createSignal('')
  const name = actionWords[action]
  const chord = () => keymap.of(action)

  const tell = (problem: Problem | undefined, tried: Chord) =>
    setTrouble(problem ? problemWords(problem, props.label(tried)) : '')

  function choose(event: KeyboardEvent) {
    if (!choosing()) return
    // A way out is left: these lead on, or back.
    const isWayOut = event.key === 'Tab' || event.key === 'Escape'
    if (isWayOut) setChoosing(false)
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const tried = isWayOut || event.repeat ? undefined : chordOf(event)
    if (!tried) return
    const problem = keymap.assign(action, tried)
    tell(problem, tried)
    if (!problem) setChoosing(false)
  }

  return (
    <li>
      <span>{name}</span>
      <span
        class={section.keys}
        data-takes-keys={choosing() ? '' : undefined}
        on:keydown={choose}
        on:focusout={() => setChoosing(false)}
      >
        <Show when={chord()} fallback={t`None`}>
          {(keys) => <kbd class={styles.chord}>{props.label(keys())}</kbd>}
        </Show>
        <Button
          name={choosing() ? t`Press the new keys for: ${name}` : t`Change the keys for: ${name}`}
          on={choosing()}
          onClick={() => {
            setTrouble('')
            setChoosing((before) => !before)
          }}
        >
          {choosing() ? t`Press the new keys` : t`Change`}
        </Button>
        <Show when={chord()}>
          <Button
            kind="quiet"
            name={t`Remove the keys for: ${name}`}
            onClick={() => {
              setTrouble('')
              keymap.unassign(action)
            }}
          >
            {t`Remove`}
          </Button>
        </Show>
        <Show when={keymap.isChanged(action)}>
          <Button
            kind="quiet"
            name={t`Reset the keys for: ${name}`}
            onClick={() => tell(keymap.reset(action), standard[action])}
          >
            {t`Reset`}
          </Button>
        </Show>
      </span>
      <Show when={trouble()}>
        {(why) => (
          <p class={section.trouble} role="alert">
            {why()}
          </p>
        )}
      </Show>
    </li>
  )
}
