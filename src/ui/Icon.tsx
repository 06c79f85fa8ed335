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
  | 'star'
  | 'person'
  | 'close'
  | 'warning'
  | 'bell'
  | 'sign-out'
  | 'inbox'
  | 'lock'
  | 'callback'
  | 'message'
  | 'email'
  | 'chat'
  | 'media'
  | 'listen'
  | 'keypad'
  | 'consult'
  | 'record'
  | 'stop-recording'
  | 'pause-recording'
  | 'resume-recording'
  | 'more'
  | 'flag'
  | 'invite'
  | 'after-call'
  | 'queues'
  | 'team'
  | 'settings'
  | 'keyboard'
  | 'sound'
  | 'sound-off'
  | 'day'

/** A picture beside a word; it says nothing of its own to a screen reader. */
export function Icon(props: { name: IconName }) {
  return (
    <svg class={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      <use href={`${sprite}#${props.name}`} />
    </svg>
  )
}
