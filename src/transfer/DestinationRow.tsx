import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { Icon } from '~/ui/Icon'
import styles from './DestinationPicker.module.css'
import { type Destination, oneOf, phoneWord, type ToContact, type ToPerson } from './destination'
import { canBeFavourite } from './favourites'
import type { Finder } from './finder'

/** What can be done with a row. */
export interface RowVerb {
  /** On the button: "Transfer". */
  readonly word: string
  /** In full: "Transfer to Repairs". */
  readonly name: string
  readonly kind?: 'primary' | 'plain'
  readonly busy?: boolean
  /** Why not; absent when it can be pressed. */
  readonly whyNot?: string | undefined
  readonly onPress: () => void
}

interface Props {
  readonly finder: Finder
  readonly destination: Destination
  /** All numbers of a contact; none of anything else. */
  readonly numbers: readonly ToContact[]
  readonly dot: (presence: ToPerson['presence']) => JSX.Element
  readonly verbs: (to: Destination) => readonly RowVerb[]
  /** Told of the element, for seeing whether it is on screen. */
  readonly ref: (row: HTMLElement) => void
}

/** One destination: what speaks for it, and what can be done. */
export function DestinationRow(props: Props) {
  const { finder } = props
  const [open, setOpen] = createSignal(false)
  /** As it is now, under the same row. */
  const to = createMemo(() => finder.seen(props.destination))
  const several = () => props.numbers.length > 1
  const person = () => {
    const one = to()
    return one.kind === 'person' ? one : undefined
  }
  const words = () => {
    const one = to()
    if (one.whyNot || one.kind !== 'contact') return one.whyNot ?? finder.about(one)
    return several() ? one.whose : [one.about, one.whose].filter(Boolean).join(' · ')
  }
  const favourite = () => finder.favourites.has(to())

  return (
    <>
      <li
        ref={props.ref}
        class={styles.row}
        data-row
        onFocusIn={() => finder.point(props.destination)}
        onFocusOut={() => finder.point(undefined)}
        onPointerEnter={() => finder.point(props.destination)}
      >
        <span class={styles.mark}>
          <Switch fallback={<Icon name="phone" />}>
            <Match when={to().kind === 'queue'}>
              <Icon name="queue" />
            </Match>
            <Match when={to().kind === 'contact'}>
              <Icon name="person" />
            </Match>
            <Match when={person()}>{(one) => props.dot(one().presence)}</Match>
          </Switch>
        </span>
        <span class={styles.name}>
          {to().name}
          <Show when={words()}>{(text) => <small class={styles.about}>{text()}</small>}</Show>
        </span>
        <span class={styles.verbs}>
          <Show when={several()} fallback={<Verbs verbs={() => props.verbs(to())} />}>
            <Button
              expanded={open()}
              name={t`Numbers of ${to().name}`}
              onClick={() => setOpen((now) => !now)}
            >{t`${props.numbers.length} numbers`}</Button>
          </Show>
          <Show when={canBeFavourite(to())}>
            <button
              type="button"
              class={styles.star}
              aria-label={t`Favourite ${to().name}`}
              aria-pressed={favourite()}
              onClick={() => finder.favourites.toggle(to())}
            >
              <Icon name="star" />
            </button>
          </Show>
        </span>
      </li>
      <Show when={several() && open()}>
        <For each={props.numbers}>
          {(number) => {
            const named = oneOf(number)
            return (
              <li class={styles.row} data-row data-under>
                <span class={styles.mark}>
                  <Icon name="phone" />
                </span>
                <span class={styles.name}>
                  {phoneWord(number)}
                  <small class={styles.about}>
                    {named.whyNot ?? number.about ?? number.number}
                  </small>
                </span>
                <span class={styles.verbs}>
                  <Verbs verbs={() => props.verbs(named)} />
                </span>
              </li>
            )
          }}
        </For>
      </Show>
    </>
  )
}

/** The same buttons as before, by their words: none changes under the finger. */
function Verbs(props: { readonly verbs: () => readonly RowVerb[] }) {
  const all = createMemo(() => props.verbs())
  return (
    <For each={all().map(({ word }) => word)}>
      {(_word, index) => (
        <Show when={all()[index()]}>
          {(one) => (
            <Button
              kind={one().kind ?? 'plain'}
              name={one().name}
              busy={one().busy ?? false}
              whyNot={one().whyNot}
              onClick={() => one().onPress()}
            >
              {one().word}
            </Button>
          )}
        </Show>
      )}
    </For>
  )
}
