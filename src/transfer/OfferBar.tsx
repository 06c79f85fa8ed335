import { Show } from 'solid-js'
import { t } from '~/language'
import { Around, slot } from '~/ui/Around'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import styles from './ConsultBar.module.css'
import type { Offer } from './offers'

/** Somebody is asked to take the call, and it stays here until they do. */
export function OfferBar(props: {
  readonly offer: Offer
  /** By Genesys Cloud's clock, as the times of calls are. */
  readonly now: number
  readonly pending: boolean
  /** Why nothing can be ordered at all, or the agent's role does not admit it. */
  readonly whyNot: string | undefined
  readonly onCancel: () => void
}) {
  return (
    <section class={styles.bar} aria-label={t`Transfer`}>
      <div class={styles.offer}>
        <p role="status">
          <Around words={t`Waiting for ${slot} to accept`}>
            <b>{props.offer.name}</b>
          </Around>
        </p>
        <Show when={props.offer.since}>
          {(since) => <time>{duration(props.now - since())}</time>}
        </Show>
        <Button
          name={t`Cancel transfer`}
          busy={props.pending}
          whyNot={props.whyNot ?? props.offer.whyNot}
          onClick={props.onCancel}
        >{t`Cancel`}</Button>
      </div>
    </section>
  )
}
