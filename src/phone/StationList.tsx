import { For, onCleanup, onMount, Show } from 'solid-js'
import { explained } from '~/genesys/forbidden'
import { t } from '~/language'
import { moveThroughRows } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { SearchBox } from '~/ui/SearchBox'
import type { StationFinder } from './finder'
import styles from './Phone.module.css'
import { kindWords } from './phone'
import { type ListedStation, whyNotChosen } from './stations'

/** The phones to choose from, found by name. */
export function StationList(props: {
  readonly finder: StationFinder
  /** The one that is in use. */
  readonly current: string | undefined
  /** The one that has been ordered. */
  readonly wanted: string | undefined
  readonly whyNot: string | undefined
  readonly onUse: (station: ListedStation) => void
  readonly onClose: () => void
}) {
  const { finder } = props
  let box: HTMLInputElement | undefined
  let list: HTMLUListElement | undefined
  onMount(() => {
    finder.search()
    box?.focus()
  })
  onCleanup(finder.stop)

  const about = (one: ListedStation) =>
    [
      one.isOwn ? t`Your own` : '',
      kindWords(one.type),
      one.about === kindWords(one.type) ? '' : one.about,
      one.id === props.current ? t`In use by you` : whyNotChosen(one, finder.names()),
    ]
      .filter(Boolean)
      .join(' · ')
  const why = (one: ListedStation) =>
    one.id === props.current
      ? t`You use this phone already`
      : (whyNotChosen(one, finder.names()) ??
        (props.wanted && props.wanted !== one.id
          ? t`Your phone is being changed`
          : props.wanted
            ? undefined
            : props.whyNot))
  const words = () => {
    if (finder.searching() || finder.failed()) return ''
    const count = finder.found()?.length ?? 0
    if (count === 0) return t`No phone has this in its name.`
    return finder.more() ? t`The first ${count} phones` : ''
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the box and the buttons inside.
    <div
      class={styles.chooser}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          props.onClose()
        } else moveThroughRows(event, list, undefined)
      }}
    >
      <SearchBox
        ref={(input) => {
          box = input
        }}
        name={t`Find a phone`}
        placeholder={t`Name of a phone`}
        value={finder.typed()}
        busy={finder.searching()}
        onInput={finder.type}
      />
      <p class={styles.note}>
        {t`A remote number is listed like any phone. Which number it rings is set up by your administrator.`}
      </p>
      <div class={styles.said} role="status">
        <Show when={words()}>{(said) => <p class={styles.note}>{said()}</p>}</Show>
      </div>
      <Show when={finder.failed()}>
        {(failure) => (
          <div class={styles.verbs} role="alert">
            <p>{t`The phones could not be searched. ${explained(failure())}`}</p>
            <Button onClick={finder.search}>{t`Search again`}</Button>
          </div>
        )}
      </Show>
      <ul ref={list} class={styles.list} aria-label={t`Phones`}>
        <For each={finder.found() ?? []}>
          {(one) => (
            <li class={styles.row} data-row>
              <span class={styles.station}>
                {one.name}
                <small class={styles.note}>{about(one)}</small>
              </span>
              <Button
                name={t`Use ${one.name}`}
                busy={props.wanted === one.id}
                whyNot={why(one)}
                onClick={() => props.onUse(one)}
              >
                {t`Use`}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Show when={finder.more()}>
        <div class={styles.more} data-row>
          <Button busy={finder.searching()} onClick={finder.showMore}>{t`Show more phones`}</Button>
        </div>
      </Show>
    </div>
  )
}
