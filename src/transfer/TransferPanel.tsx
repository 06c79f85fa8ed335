import { createEffect, For, type JSX, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js'
import { moveThroughList } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { focusIfLost, focusIsLost } from '~/ui/focus'
import { Icon } from '~/ui/Icon'
import { Panel } from '~/ui/Panel'
import { SearchBox } from '~/ui/SearchBox'
import type { Destination, ToNumber, ToPerson } from './destination'
import { looksLikeNumber } from './number'
import styles from './TransferPanel.module.css'
import type { Transfer } from './transfer'

/** One search box, and a plain list whose rows hold the verb. Arrows go from the box into the rows. */
export function TransferPanel(props: {
  readonly transfer: Exclude<Transfer, { step: 'closed' }>
  /** Draws somebody's presence. */
  readonly dot: (presence: ToPerson['presence']) => JSX.Element
  /** With what the agent may not do. */
  readonly admitted: (number: ToNumber) => ToNumber
  readonly onType: (query: string) => void
  readonly onSearchAgain: () => void
  /** The page that follows. */
  readonly onMore: () => void
  readonly onSend: (to: Destination) => void
  readonly onClose: () => void
}) {
  let list: HTMLUListElement | undefined
  let search: HTMLInputElement | undefined
  /** How many rows there were when more of them were asked for from their end. */
  let cameFrom: number | undefined
  onMount(() => search?.focus())

  const sendingTo = () => (props.transfer.step === 'sending' ? props.transfer.to : undefined)
  const isOnItsWay = () => props.transfer.step === 'sending' && !props.transfer.looking
  const failed = () => {
    const { found } = props.transfer
    return found.state === 'failed' ? found.why : undefined
  }
  const number = () => props.transfer.number
  const rows = (): readonly Destination[] => {
    const read = number()
    const { last } = props.transfer.found
    return read && 'number' in read ? [props.admitted(read.number), ...last] : last
  }
  const trouble = () => {
    const read = number()
    const { found } = props.transfer
    const said = found.state === 'found' ? found.trouble : undefined
    return read && 'trouble' in read ? read.trouble : said
  }
  const nothing = () => {
    const { found, query } = props.transfer
    if (rows().length > 0 || trouble() || found.state === 'failed') return undefined
    if (found.state === 'searching') return 'Searching…'
    if (looksLikeNumber(query) && !number()) return 'Reading the number…'
    return query.trim()
      ? `Nobody and no queue is called “${query}”.`
      : 'There is no queue to transfer to.'
  }
  const more = () => {
    const { found, step } = props.transfer
    return step === 'choosing' && found.state === 'found' && found.next ? found : undefined
  }
  const isOnMore = () => document.activeElement === list?.lastElementChild?.firstChild
  function askMore() {
    if (isOnMore()) cameFrom = rows().length
    props.onMore()
  }
  const moved = (now: readonly Destination[]) => {
    // Who went to the end by keyboard goes on with what it brought.
    if (cameFrom !== undefined && !more()?.reading) {
      const isHere = isOnMore() || focusIsLost()
      if (isHere && now.length > cameFrom) list?.querySelectorAll('button')[cameFrom]?.focus()
      cameFrom = undefined
    }
    // The row that had it may be gone.
    focusIfLost(search)
  }
  createEffect(on(rows, moved, { defer: true }))

  return (
    <Panel
      title="Transfer"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
        else moveThroughList(event, list)
      }}
      action={
        <Button
          kind="quiet"
          icon="close"
          name="Close transfer"
          whyNot={isOnItsWay() ? 'The transfer is on its way' : undefined}
          onClick={props.onClose}
        />
      }
    >
      <SearchBox
        ref={(input) => {
          search = input
        }}
        name="Find a person, queue or number"
        placeholder="Person, queue or number"
        value={props.transfer.query}
        busy={props.transfer.found.state === 'searching'}
        // What is typed now would be thrown away, whatever becomes of the transfer.
        readonly={sendingTo() !== undefined}
        onInput={props.onType}
      />
      <div role="status" class={styles.status}>
        <Show when={failed()}>
          {(why) => (
            <>
              <p>The search failed. {why()}</p>
              <Button onClick={props.onSearchAgain}>Search again</Button>
            </>
          )}
        </Show>
        <Show when={trouble()}>{(words) => <p>{words()}</p>}</Show>
        <Show when={nothing()}>{(words) => <p>{words()}</p>}</Show>
      </div>
      <ul ref={list} class={styles.list} aria-label="Destinations">
        <For each={rows()}>
          {(destination) => (
            <li class={styles.row}>
              <Switch>
                <Match when={destination.kind === 'queue'}>
                  <Icon name="queue" />
                </Match>
                <Match when={destination.kind === 'number'}>
                  <Icon name="phone" />
                </Match>
                <Match when={destination.kind === 'person' && destination}>
                  {(person) => <span class={styles.mark}>{props.dot(person().presence)}</span>}
                </Match>
              </Switch>
              <span class={styles.name}>
                {destination.name}
                <Show when={destination.whyNot ?? destination.about}>
                  {(words) => <small class={styles.about}>{words()}</small>}
                </Show>
              </span>
              <Button
                name={`Transfer to ${destination.name}`}
                busy={sendingTo()?.id === destination.id}
                whyNot={destination.whyNot ?? otherIsSent(destination)}
                onClick={() => props.onSend(destination)}
              >
                Transfer
              </Button>
            </li>
          )}
        </For>
        <Show when={more()}>
          {(found) => (
            <li class={styles.more} ref={onSight}>
              <Button busy={found().reading === true} onClick={askMore}>
                Show more
              </Button>
            </li>
          )}
        </Show>
      </ul>
    </Panel>
  )

  /** Scrolled to, it needs no press. */
  function onSight(row: HTMLElement) {
    const sight = new IntersectionObserver(([entry]) => entry?.isIntersecting && askMore())
    sight.observe(row)
    onCleanup(() => sight.disconnect())
  }

  function otherIsSent({ id }: Destination) {
    const to = sendingTo()
    return to && to.id !== id ? 'Another transfer is on its way' : undefined
  }
}
