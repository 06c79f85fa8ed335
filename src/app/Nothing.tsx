import { onMount } from 'solid-js'
import { t } from '~/language'
import type { Connection } from '~/protocol/protocol'
import { focusIfLost } from '~/ui/focus'
import { Icon } from '~/ui/Icon'
import type { Desk } from './desk'
import styles from './Nothing.module.css'

/** No conversation is open: what will happen next. */
export function Nothing(props: { readonly desk: Desk; readonly connection: Connection }) {
  const { presence } = props.desk
  let place: HTMLDivElement | undefined
  onMount(() => focusIfLost(place))
  const words = () => {
    if (!presence.onQueue()) return t`Switch on On Queue to take calls.`
    if (presence.routing()?.status === 'NOT_RESPONDING')
      return t`No calls come to you until you are back on queue.`
    return props.connection.state === 'live'
      ? t`You are on queue. A call will ring here.`
      : t`You are on queue. Without live updates a call shows up late.`
  }
  return (
    <div ref={place} class={styles.nothing} tabindex="-1">
      <Icon name="inbox" />
      <p>{words()}</p>
    </div>
  )
}
