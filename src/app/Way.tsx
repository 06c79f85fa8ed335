import { useLocation } from '@solidjs/router'
import { Icon, type IconName } from '~/ui/Icon'
import styles from './Offers.module.css'

/** The way to a room: its icon, and its name for whoever does not see it or is not sure. */
export function Way(props: {
  readonly icon: IconName
  readonly room: string
  readonly name: string
}) {
  const location = useLocation()
  const isHere = () => location.pathname === `/${props.room}`
  return (
    <a
      class={styles.way}
      href={`#/${props.room}`}
      aria-label={props.name}
      title={props.name}
      aria-current={isHere() ? 'page' : undefined}
    >
      <Icon name={props.icon} />
    </a>
  )
}
