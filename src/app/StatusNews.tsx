import { Show } from 'solid-js'
import { t } from '~/language'
import styles from '~/notices/Notices.module.css'
import type { News } from '~/presence/changes'
import type { PresenceStore } from '~/presence/store'
import { Button } from '~/ui/Button'
import { Icon } from '~/ui/Icon'
import type { Status } from './status'
import { moment } from './statuswords'

/** A status that was not chosen here, with the way back; and the one that is to follow. */
export function StatusNews(props: {
  readonly status: Status
  readonly presence: PresenceStore
  /** By Genesys Cloud's clock. */
  readonly now: number
}) {
  const { changes, next } = props.status
  return (
    <>
      <Show when={changes.news()}>
        {(news) => (
          <div class={styles.notice} data-calm="">
            <Icon name="bell" />
            <p>{newsWords(news(), props.presence.label(), props.now)}</p>
            <Show when={news().back}>
              {(back) => (
                <Button hint={t`To ${back().label}`} onClick={changes.putBack}>
                  {t`Put me back`}
                </Button>
              )}
            </Show>
            <Button kind="quiet" icon="close" name={t`Dismiss`} onClick={changes.dismiss} />
          </div>
        )}
      </Show>
      <Show when={next.label()}>
        {(label) => (
          <div class={styles.notice} data-calm="">
            <Icon name="after-call" />
            <span>{t`→ ${label()} after this call`}</span>
            <Button onClick={next.cancel}>{t`Cancel`}</Button>
          </div>
        )}
      </Show>
    </>
  )
}

function newsWords({ to, who }: News, label: string, now: number): string {
  const at = moment(to.since, now)
  if (who === 'genesys') return t`Genesys Cloud set you to ${label} at ${at}.`
  if (who === 'source') return t`${to.source ?? ''} set you to ${label} at ${at}.`
  return t`Somebody or another app set you to ${label} at ${at}.`
}
