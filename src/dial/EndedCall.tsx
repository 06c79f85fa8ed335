import { onMount, Show } from 'solid-js'
import type { Ended } from '~/conversations/ended'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { Pane, Room } from '~/ui/Room'
import styles from './DialPanel.module.css'
import { numberOf } from './dial'
import type { DialStore } from './store'

/** In place of a call that the agent placed and that is over: how it ended, and once more. */
export function EndedCall(props: {
  readonly ended: Ended
  readonly dial: DialStore
  readonly onNew: () => void
}) {
  const { dial } = props
  onMount(dial.readQueues)
  /** As it was ordered, if it was ordered here: to a colleague, or on behalf of a contact. */
  const to = () => dial.orderedAs(props.ended.id) ?? numberOf(props.ended.customer)
  return (
    <Room title={props.ended.customer.name}>
      <Pane>
        <p role="status">{props.ended.how || t`The call is over.`}</p>
        <div class={styles.verbs}>
          <Show when={to()}>
            {(again) => {
              const queue = () => dial.againFor(again(), props.ended.queue)
              return (
                <Button
                  kind="primary"
                  icon="phone"
                  name={redialWords(queue()?.name, again().name)}
                  busy={dial.placing() !== undefined}
                  whyNot={dial.whyNot()}
                  onClick={() => void dial.call(again(), queue()?.id)}
                >
                  {redialWords(queue()?.name)}
                </Button>
              )
            }}
          </Show>
          <Button onClick={props.onNew}>{t`New call`}</Button>
        </div>
      </Pane>
    </Room>
  )
}

function redialWords(queue: string | undefined, name?: string): string {
  if (name) return queue ? t`Redial ${name} on behalf of ${queue}` : t`Redial ${name}`
  return queue ? t`Redial on behalf of ${queue}` : t`Redial`
}
