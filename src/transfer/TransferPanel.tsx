import { For, onMount, Show } from 'solid-js'
import { moveThroughList } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { Icon } from '~/ui/Icon'
import { Panel } from '~/ui/Panel'
import { SearchBox } from '~/ui/SearchBox'
import styles from './TransferPanel.module.css'
import type { Destination, Transfer } from './transfer'

/** One search box, and a plain list whose rows hold the verb. Arrows go from the box into the rows. */
export function TransferPanel(props: {
  readonly transfer: Exclude<Transfer, { step: 'closed' }>
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
  const nothing = () => {
    const { found, query } = props.transfer
    if (found.state !== 'found' || found.last.length > 0) return undefined
    return query ? `No queue is called “${query}”.` : 'There is no queue to transfer to.'
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
        placeholder="Name of a queue"
        value={props.transfer.query}
        busy={props.transfer.found.state === 'searching'}
        onInput={props.onType}
      />
      <div role="status" class={styles.status}>
        <Show when={failed()}>{(why) => <p>The search failed. {why()}</p>}</Show>
        <Show when={nothing()}>{(words) => <p>{words()}</p>}</Show>
      </div>
      <ul ref={list} class={styles.list} aria-label="Destinations">
        <For each={props.transfer.found.last}>
          {(destination) => (
            <li class={styles.row}>
              <Icon name="queue" />
              <span class={styles.name}>{destination.name}</span>
              <Button
                name={`Transfer to ${destination.name}`}
                busy={sendingTo()?.id === destination.id}
                whyNot={sendingTo() ? 'Another transfer is on its way' : undefined}
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
