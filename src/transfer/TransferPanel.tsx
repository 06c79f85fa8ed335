import { For, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import { moveThroughList } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { Icon } from '~/ui/Icon'
import { Panel } from '~/ui/Panel'
import { SearchBox } from '~/ui/SearchBox'
import type { Destination, ToPerson } from './destination'
import styles from './TransferPanel.module.css'
import type { Transfer } from './transfer'

/** One search box, and a plain list whose rows hold the verb. Arrows go from the box into the rows. */
export function TransferPanel(props: {
  readonly transfer: Exclude<Transfer, { step: 'closed' }>
  /** Draws somebody's presence. */
  readonly dot: (presence: ToPerson['presence']) => JSX.Element
  readonly onType: (query: string) => void
  readonly onSend: (to: Destination) => void
  readonly onClose: () => void
}) {
  let list: HTMLUListElement | undefined
  let search: HTMLInputElement | undefined
  onMount(() => search?.focus())

  const sendingTo = () => (props.transfer.step === 'sending' ? props.transfer.to : undefined)
  const failed = () => {
    const { found } = props.transfer
    return found.state === 'failed' ? found.why : undefined
  }
  const trouble = () => {
    const { found } = props.transfer
    return found.state === 'found' ? found.trouble : undefined
  }
  const nothing = () => {
    const { found, query } = props.transfer
    if (found.last.length > 0 || trouble()) return undefined
    if (found.state === 'searching') return 'Searching…'
    if (found.state === 'failed') return undefined
    return query.trim()
      ? `Nobody and no queue is called “${query}”.`
      : 'There is no queue to transfer to.'
  }

  return (
    <Panel
      title="Transfer"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
        else moveThroughList(event, list)
      }}
      action={<Button kind="quiet" icon="close" name="Close transfer" onClick={props.onClose} />}
    >
      <SearchBox
        ref={(input) => {
          search = input
        }}
        name="Find a person, queue or number"
        placeholder="Person, queue or number"
        value={props.transfer.query}
        busy={props.transfer.found.state === 'searching'}
        onInput={props.onType}
      />
      <div role="status" class={styles.status}>
        <Show when={failed()}>{(why) => <p>The search failed. {why()}</p>}</Show>
        <Show when={trouble()}>{(words) => <p>{words()}</p>}</Show>
        <Show when={nothing()}>{(words) => <p>{words()}</p>}</Show>
      </div>
      <ul ref={list} class={styles.list} aria-label="Destinations">
        <For each={props.transfer.found.last}>
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
                whyNot={
                  destination.whyNot ?? (sendingTo() ? 'Another transfer is on its way' : undefined)
                }
                onClick={() => props.onSend(destination)}
              >
                Transfer
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}
