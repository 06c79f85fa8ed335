import { Show } from 'solid-js'
import { t } from '~/language'
import type { Lock } from '~/protocol/protocol'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'

/** Says that the desk is about to lock. Any key or press keeps it open; this button is one to find. */
export function IdleBanner(props: {
  readonly lock: Lock
  readonly now: number
  readonly onStay: () => void
}) {
  /** Of the one minute there is: a clock that was set must not promise more. */
  const seconds = () =>
    props.lock.state === 'closing'
      ? Math.min(60, Math.max(0, Math.ceil((props.lock.at - props.now) / 1000)))
      : 0
  return (
    <Show when={props.lock.state === 'closing'}>
      <Banner
        text={t`Nobody has touched this desk for a while. It is about to lock; calls go on.`}
        ticking={t`Locks in ${seconds()} s.`}
        action={<Button kind="primary" onClick={props.onStay}>{t`Stay`}</Button>}
      />
    </Show>
  )
}
