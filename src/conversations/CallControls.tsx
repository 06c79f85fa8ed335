import { For } from 'solid-js'
import type { Verb } from '~/ledger/command'
import { Button } from '~/ui/Button'
import styles from './CallControls.module.css'
import { type CallVerb, controlsFor } from './controls'
import type { Conversation } from './conversation'
import { controlWords } from './words'

/** Places in the row. A verb and its opposite share one, so that the button stays while its word changes. */
const places = ['mute', 'hold', 'transfer', 'end'] as const
const opposite: Partial<Record<CallVerb, (typeof places)[number]>> = {
  unmute: 'mute',
  resume: 'hold',
}

/** One row in a constant order; End alone at the far right. */
export function CallControls(props: {
  readonly conversation: Conversation
  readonly pending: readonly Verb[]
  /** Why nothing can be ordered at all. */
  readonly whyNot: string | undefined
  /** Why the agent's role admits no change of the call. */
  readonly lacks?: string | undefined
  /** Why the agent may not, or is doing it; where nobody can be searched there is none. */
  readonly transfer?: { readonly lacks: string | undefined; readonly open: boolean }
  /** Which call it is, where there is more than one on the page. */
  readonly name?: string
  readonly ref?: (row: HTMLDivElement) => void
  readonly onPress: (verb: CallVerb) => void
}) {
  const control = (place: (typeof places)[number]) =>
    controlsFor(props.conversation, props.pending, {
      change: props.lacks,
      transfer: props.transfer?.lacks,
    }).find(({ verb }) => (opposite[verb] ?? verb) === place)
  return (
    <div ref={props.ref} class={styles.controls} role="toolbar" aria-label={props.name ?? 'Call'}>
      <For each={places.filter((place) => props.transfer || place !== 'transfer')}>
        {(place) => {
          const verb = () => control(place)?.verb ?? place
          return (
            <Button
              tool
              class={styles[place]}
              kind={place === 'end' ? 'stop' : 'plain'}
              on={verb() !== place}
              icon={controlWords[verb()].icon}
              busy={control(place)?.pending ?? false}
              whyNot={props.whyNot ?? control(place)?.whyNot}
              expanded={place === 'transfer' ? props.transfer?.open : undefined}
              onClick={() => props.onPress(verb())}
            >
              {controlWords[verb()].word}
            </Button>
          )
        }}
      </For>
    </div>
  )
}
