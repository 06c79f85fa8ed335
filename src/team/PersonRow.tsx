import { type JSX, Show } from 'solid-js'
import type { SystemPresence } from '~/genesys/presence'
import { t } from '~/language'
import { Icon } from '~/ui/Icon'
import styles from './PeopleList.module.css'
import type { Colleague } from './pages'
import type { Team } from './store'
import { ageWords, sinceWords, stateWords } from './words'

export interface RowProps {
  readonly team: Team
  readonly dot: (presence: SystemPresence) => JSX.Element
  /** Why they are not called; undefined when they can be. */
  readonly whyNotCall: (one: Colleague) => string | undefined
  readonly onCall: (one: Colleague) => void
  readonly isFavourite: (one: Colleague) => boolean
  readonly onFavourite: (one: Colleague) => void
  /** This is the agent: nobody to call or to mark. */
  readonly isMe: (one: Colleague) => boolean
}

/** One colleague: what they do, since when, and how old that is. */
export function PersonRow(
  props: RowProps & {
    readonly one: Colleague
    /** The keyboard comes in here. */
    readonly tabindex: 0 | -1
  },
) {
  const { team } = props
  const seen = () => team.seen(props.one.id)
  const words = () => {
    const doing = seen()
    if (!doing) return props.one.department
    return [
      stateWords(doing),
      sinceWords(doing, team.now()),
      props.one.department,
      ageWords(doing, team.now()),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  const whyNot = () => props.whyNotCall(props.one)

  return (
    <>
      {props.dot(seen()?.presence ?? 'other')}
      <span class={styles.text}>
        <span class={styles.name} title={props.one.name}>
          {props.isMe(props.one) ? t`${props.one.name} (you)` : props.one.name}
        </span>
        <small class={styles.about} title={words()}>
          {words()}
        </small>
      </span>
      <button
        type="button"
        class={styles.verb}
        tabindex={props.tabindex}
        aria-label={t`Call ${props.one.name}`}
        aria-disabled={whyNot() ? 'true' : undefined}
        aria-description={whyNot()}
        title={whyNot() ?? t`Call ${props.one.name}`}
        onClick={() => !whyNot() && props.onCall(props.one)}
      >
        <Icon name="phone" />
      </button>
      <Show when={!props.isMe(props.one)} fallback={<span class={styles.verb} />}>
        <button
          type="button"
          class={styles.verb}
          tabindex={props.tabindex}
          aria-label={t`Favourite ${props.one.name}`}
          aria-pressed={props.isFavourite(props.one)}
          onClick={() => props.onFavourite(props.one)}
        >
          <Icon name="star" />
        </button>
      </Show>
    </>
  )
}
