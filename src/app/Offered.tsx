import { Show } from 'solid-js'
import { t } from '~/language'
import { Icon } from '~/ui/Icon'
import styles from './Offers.module.css'
import type { OpenProps } from './Task'
import { Wrapup } from './Wrapup'

/** A call that is over, and may still be wrapped up. Who was in it is not told any more: only how it ended. */
export function Offered(props: OpenProps) {
  const { desk } = props
  const { wrapup } = props.tasks
  const one = () => props.conversation
  const queue = () => one().queue?.name ?? desk.queues.name(one().queue?.id)
  const how = () => desk.ended().find(({ id }) => id === one().id)?.how
  return (
    <>
      <header class={styles.head}>
        <a class={styles.back} href="#/" aria-label={t`Back to the list`}>
          <Icon name="back" />
        </a>
        <div>
          <h2 class={styles.who}>{one().customer.name}</h2>
          <p class={styles.about}>
            <Show when={queue()}>{(name) => <>{name()}. </>}</Show>
            {how() ?? t`The call is over.`}
          </p>
        </div>
      </header>
      <Wrapup {...props} onDone={() => void wrapup.submit(one())} />
    </>
  )
}
