import styles from './Icon.module.css'
import sprite from './icons.svg?url&no-inline'

export type IconName =
  | 'phone'
  | 'phone-end'
  | 'mute'
  | 'unmute'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'queue'
  | 'note'
  | 'check'
  | 'down'
  | 'back'
  | 'search'
  | 'close'
  | 'warning'
  | 'bell'
  | 'sign-out'
  | 'inbox'
  | 'lock'

/** A picture beside a word; it says nothing of its own to a screen reader. */
export function Icon(props: { name: IconName }) {
  return (
    <svg class={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      <use href={`${sprite}#${props.name}`} />
    </svg>
  )
}
