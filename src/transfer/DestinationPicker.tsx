import { createEffect, createMemo, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js'
import { t } from '~/language'
import { focusRow, moveThroughRows } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { focusIfLost, focusIsLost } from '~/ui/focus'
import { SearchBox } from '~/ui/SearchBox'
import styles from './DestinationPicker.module.css'
import { DestinationRow, type RowVerb } from './DestinationRow'
import type { Destination, ToContact, ToPerson } from './destination'
import type { Finder } from './finder'
import type { Tab } from './finding'
import { looksLikeNumber } from './number'
import { watchSight } from './sight'

const tabs: readonly (readonly [Tab, string])[] = [
  ['all', t`All`],
  ['people', t`People`],
  ['queues', t`Queues`],
  ['external', t`External`],
  ['recent', t`Recent`],
]

/** What a tab says while nothing is typed and nothing is there. */
const unasked: Readonly<Record<Tab, string>> = {
  all: t`There are no queues. Type a name or a number.`,
  people: t`Type a name. Favourites are listed here.`,
  queues: t`There are no queues. Type a name or a number.`,
  external: t`Type the name of a contact, or a number.`,
  recent: t`Where calls go from here is listed until you sign out.`,
}

/**
 * One search box, and a plain list whose rows hold the verbs. Down goes from the box into the rows, left and right
 * through a row, up from the box to the tabs. Enter in the box goes to the first row and presses nothing: what
 * sends a call is always a button that has the focus.
 */
export function DestinationPicker(props: {
  readonly finder: Finder
  /** Draws somebody's presence. */
  readonly dot: (presence: ToPerson['presence']) => JSX.Element
  readonly verbs: (to: Destination) => readonly RowVerb[]
  /** What is typed now would be thrown away. */
  readonly readonly: boolean
}) {
  let list: HTMLUListElement | undefined
  let above: HTMLDivElement | undefined
  let search: HTMLInputElement | undefined
  /** How many rows there were when more of them were asked for from their end. */
  let cameFrom: number | undefined
  onMount(() => search?.focus())

  const now = () => props.finder.now()
  const rows = () => props.finder.listing().rows
  // When the list goes, what it was given is gone already.
  let latest = props.finder
  createEffect(() => {
    latest = props.finder
  })
  const sight = watchSight<Destination>((seen) => latest.look(seen))
  /** The numbers of each contact that has several. */
  const numbers = createMemo(() => {
    const found = new Map<string, ToContact[]>()
    for (const one of rows())
      if (one.kind === 'contact') found.set(one.id, [...(found.get(one.id) ?? []), one])
    return found
  })
  const heads = createMemo(() =>
    rows().filter((one) => one.kind !== 'contact' || numbers().get(one.id)?.[0] === one),
  )
  const failed = () => {
    const { found } = now()
    return found.state === 'failed' ? found.why : undefined
  }
  /** A number may be typed here. */
  const isCalled = () => now().tab === 'all' || now().tab === 'external'
  const trouble = () => {
    const { number: read, found } = now()
    const said = found.state === 'found' ? found.trouble : undefined
    return isCalled() && read && 'trouble' in read ? read.trouble : said
  }
  const nothing = () => {
    const { found, query, number, tab } = now()
    if (rows().length > 0 || trouble() || found.state === 'failed') return undefined
    if (found.state === 'searching') return t`Searching…`
    const typed = query.trim()
    if (looksLikeNumber(query) && !number && isCalled()) return t`Reading the number…`
    if (!typed) return unasked[tab]
    return tab === 'all'
      ? t`Nobody and no queue is called “${query}”.`
      : t`Nothing is called “${query}” here.`
  }
  const more = () => {
    const { found } = now()
    return !props.readonly && found.state === 'found' && found.next ? found : undefined
  }
  const away = () => props.finder.listing().away
  const isOnMore = () => document.activeElement?.closest('[data-more]') instanceof HTMLElement
  function askMore() {
    if (isOnMore()) cameFrom = heads().length
    props.finder.more()
  }
  const moved = (listed: readonly Destination[]) => {
    // Who went to the end by keyboard goes on with what it brought.
    if (cameFrom !== undefined && !more()?.reading) {
      const isHere = isOnMore() || focusIsLost()
      const row = list?.querySelectorAll<HTMLElement>('[data-row]:not([data-under])')[cameFrom]
      if (isHere && listed.length > cameFrom) focusRow(row)
      cameFrom = undefined
    }
    // The row that had it may be gone.
    focusIfLost(search)
  }
  createEffect(on(heads, moved, { defer: true }))

  function onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }) {
    if (event.key !== 'Enter' || event.target !== search) return moveThroughRows(event, list, above)
    event.preventDefault()
    // What is listed may still be what was typed before.
    if (now().found.state !== 'searching' && !event.isComposing)
      focusRow(list?.querySelector<HTMLElement>('[data-row]'))
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus, which sits in what is inside.
    <div class={styles.picker} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none. */}
      <div ref={above} class={styles.tabs} role="group" aria-label={t`Look in`}>
        <For each={tabs}>
          {([tab, word]) => (
            <button
              type="button"
              class={styles.tab}
              aria-pressed={now().tab === tab}
              aria-disabled={props.readonly ? 'true' : undefined}
              onClick={() => !props.readonly && props.finder.show(tab)}
            >
              {word}
            </button>
          )}
        </For>
      </div>
      <SearchBox
        ref={(input) => {
          search = input
        }}
        name={t`Find a person, queue or number`}
        placeholder={t`Person, queue or number`}
        value={now().query}
        busy={now().found.state === 'searching'}
        readonly={props.readonly}
        onInput={(query) => props.finder.type(query)}
      />
      <div role="status" class={styles.status}>
        <Show when={failed()}>
          {(why) => (
            <>
              <p>{t`The search failed. ${why()}`}</p>
              <Button onClick={() => props.finder.searchAgain()}>{t`Search again`}</Button>
            </>
          )}
        </Show>
        <Show when={trouble()}>{(words) => <p>{words()}</p>}</Show>
        <Show when={props.finder.trouble()}>{(words) => <p>{words()}</p>}</Show>
        <Show when={nothing()}>{(words) => <p>{words()}</p>}</Show>
      </div>
      <ul ref={list} class={styles.list} aria-label={t`Destinations`}>
        <For each={heads()}>
          {(destination) => (
            <DestinationRow
              finder={props.finder}
              destination={destination}
              numbers={numbers().get(destination.id) ?? []}
              dot={props.dot}
              verbs={props.verbs}
              ref={(row) => sight.add(row, destination)}
            />
          )}
        </For>
        <Show when={away() > 0 || now().away}>
          <li class={styles.more} data-row>
            <Button expanded={now().away === true} onClick={() => props.finder.showAway()}>
              {now().away ? t`Hide unreachable` : t`Show unreachable (${away()})`}
            </Button>
          </li>
        </Show>
        <Show when={more()}>
          {(found) => (
            <li class={styles.more} data-row data-more ref={onSight}>
              <Button busy={found().reading === true} onClick={askMore}>{t`Show more`}</Button>
            </li>
          )}
        </Show>
      </ul>
    </div>
  )

  /** Scrolled to, it needs no press. */
  function onSight(row: HTMLElement) {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && askMore())
    seen.observe(row)
    onCleanup(() => seen.disconnect())
  }
}
