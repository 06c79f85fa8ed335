import { Match, Switch } from 'solid-js'
import type { Connection } from '~/protocol'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'
import type { Freshness } from './desk'

/** Says when what is on screen may not be the truth, and what is being done about it. */
export function ConnectionBanner(props: {
  readonly connection: Connection
  /** It has been live before: the first connecting is no interruption. */
  readonly wasLive: boolean
  readonly freshness: Freshness
  readonly now: number
  readonly onReconnect: () => void
  readonly onReadAgain: () => void
}) {
  const waiting = () => (props.connection.state === 'waiting' ? props.connection : undefined)
  const seconds = (at: number) => Math.max(0, Math.ceil((at - props.now) / 1000))
  return (
    <Switch>
      <Match when={waiting()}>
        {(one) => (
          <Banner
            text={`No live updates from Genesys Cloud. Trying again in ${seconds(one().retryAt)} s. Your calls are not affected.`}
            action={<Button onClick={props.onReconnect}>Reconnect now</Button>}
          />
        )}
      </Match>
      <Match when={props.connection.state === 'connecting' && props.wasLive}>
        <Banner text="Reconnecting to Genesys Cloud…" />
      </Match>
      <Match when={props.freshness === 'failed'}>
        <Banner
          text="Your conversations could not be read. What is shown may be old."
          action={<Button onClick={props.onReadAgain}>Read again</Button>}
        />
      </Match>
    </Switch>
  )
}
