import { Show } from 'solid-js'
import { t } from '~/language'
import { Icon, type IconName } from '~/ui/Icon'
import styles from './Account.module.css'
import type { Desk } from './desk'
import type { HealthProps } from './Health'
import { HealthEntry } from './HealthEntry'
import { SignOut } from './SignOut'
import type { Tasks } from './tasks'

/** What the account's card has once its code is here. */
export function Account(
  props: HealthProps & {
    readonly desk: Desk
    readonly tasks: Tasks | undefined
    readonly onSignOut: () => void
  },
) {
  return (
    <>
      <SignOut {...props} />
      <Show when={props.tasks && !props.desk.locked()}>
        <Entry icon="settings" room="settings" name={t`Settings`} />
        <Entry icon="day" room="day" name={t`My day`} />
      </Show>
      <HealthEntry {...props} />
    </>
  )
}

/** The way to a room. */
function Entry(props: { readonly icon: IconName; readonly room: string; readonly name: string }) {
  return (
    <a
      class={styles.way}
      href={`#/${props.room}`}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    >
      <Icon name={props.icon} />
      {props.name}
    </a>
  )
}
