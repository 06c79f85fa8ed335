import { createMemo, createSignal, Match, onCleanup, Switch } from 'solid-js'
import { t } from '~/language'
import type { Connection } from '~/protocol/protocol'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'
import type { Sync } from './sync'

/** Says when what is on screen may not be the truth, and what is being done about it. */
export function ConnectionBanner(props: {
  readonly connection: Connection
  readonly sync: Sync
  readonly now: number
  readonly onReconnect: () => void
}) {
  const { sync } = props
  const [offline, setOffline] = createSignal(!navigator.onLine)
  const look = () => setOffline(!navigator.onLine)
  for (const event of ['online', 'offline']) {
    addEventListener(event, look)
    onCleanup(() => removeEventListener(event, look))
  }
  const waiting = () =>
    props.connection.state === 'waiting' ? props.connection.retryAt : undefined
  const seconds = () => Math.max(0, Math.ceil(((waiting() ?? 0) - props.now) / 1000))
  // The first connecting is no interruption.
  const isCut = createMemo<boolean>(
    (was) =>
      waiting() !== undefined ||
      (props.connection.state === 'connecting' && (was || sync.wasLive())),
    false,
  )
  return (
    <Switch>
      {/* A Genesys Cloud on this machine answers all the same. */}
      <Match when={offline() && props.connection.state !== 'live'}>
        <Banner
          text={t`This computer is offline. Nothing new shows up, and nothing can be sent.`}
        />
      </Match>
      {/* One banner from the loss to the return: each attempt would be told anew. */}
      <Match when={isCut()}>
        <Banner
          text={t`No live updates from Genesys Cloud: new calls show up late.`}
          ticking={waiting() === undefined ? t`Trying now…` : t`Trying again in ${seconds()} s.`}
          action={
            <Button
              busy={waiting() === undefined}
              onClick={props.onReconnect}
            >{t`Reconnect now`}</Button>
          }
        />
      </Match>
      <Match when={sync.freshness() === 'failed'}>
        <Banner
          text={t`Your conversations could not be read. What is shown may be old.`}
          action={<Button onClick={sync.read}>{t`Read again`}</Button>}
        />
      </Match>
    </Switch>
  )
}
