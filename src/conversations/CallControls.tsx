import { createMemo, For, type JSX, Show } from 'solid-js'
import { t } from '~/language'
import type { Verb } from '~/ledger/command'
import { Button } from '~/ui/Button'
import styles from './CallControls.module.css'
import { type CallVerb, controlsFor, type Lacks, type Place, placeOf } from './controls'
import { controlWords } from './controlwords'
import type { Conversation } from './conversation'

const order: readonly Place[] = [
  ...(['mute', 'hold', 'keypad', 'transfer', 'consult', 'recording'] as const),
  'end',
]
const openings: readonly Place[] = ['keypad', 'transfer', 'consult']

/** One row in a constant order; End alone at the far right. Arrows lead through it, as Tab does. */
export function CallControls(props: {
  readonly conversation: Conversation
  readonly pending: readonly Verb[]
  /** Why nothing can be ordered at all. */
  readonly whyNot: string | undefined
  /** Why the agent's role does not admit it. */
  readonly lacks: Lacks
  /** Where nobody can be searched there is no transfer. */
  readonly without?: readonly Place[]
  /** What its button has opened. */
  readonly opened?: CallVerb | undefined
  /** Which call it is, where there is more than one on the page. */
  readonly name?: string
  readonly ref?: (row: HTMLDivElement) => void
  readonly onPress: (verb: CallVerb) => void
  /** What is seldom wanted: before End. */
  readonly children?: JSX.Element
}) {
  const controls = createMemo(() => controlsFor(props.conversation, props.pending, props.lacks))
  return (
    <div
      ref={props.ref}
      class={styles.controls}
      role="toolbar"
      aria-label={props.name ?? t`Call`}
      on:keydown={moveThrough}
    >
      <For each={order.filter((place) => !props.without?.includes(place))}>
        {(place) => {
          const control = () => controls().find(({ verb }) => placeOf(verb) === place)
          return (
            <>
              <Show when={place === 'end'}>{props.children}</Show>
              <Show when={control()}>
                {(one) => (
                  <Button
                    tool
                    class={styles[place]}
                    kind={place === 'end' ? 'stop' : 'plain'}
                    on={isOn(one().verb)}
                    icon={controlWords[one().verb].icon}
                    action={place}
                    busy={one().pending}
                    whyNot={props.whyNot ?? one().whyNot}
                    hint={controlWords[one().verb].hint}
                    expanded={openings.includes(place) ? props.opened === place : undefined}
                    onClick={() => props.onPress(one().verb)}
                  >
                    {controlWords[one().verb].word}
                  </Button>
                )}
              </Show>
            </>
          )
        }}
      </For>
    </div>
  )
}

/** What it would take back is on: the button is filled, and its word says how to end it. */
const isOn = (verb: CallVerb) =>
  verb === 'unmute' || verb === 'resume' || verb === 'resume-recording'

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at > 0 ? at - 1 : last),
  Home: () => 0,
  End: (_at, last) => last,
}

function moveThrough(event: KeyboardEvent & { readonly currentTarget: HTMLElement }) {
  const step = steps[event.key]
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(':scope > button')]
  const at = buttons.findIndex((one) => one.matches(':focus'))
  if (!step || at === -1) return
  event.preventDefault()
  buttons[step(at, buttons.length - 1)]?.focus()
}
