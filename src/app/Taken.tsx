import { Show } from 'solid-js'
import { t } from '~/language'
import type { Connection } from '~/protocol/protocol'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'

/** Who listens in place of this desk. It is not fought over: each would take it from the other for ever. */
const takenWords: Readonly<Record<Extract<Connection, { state: 'taken' }>['by'], string>> = {
  'same-app': t`Minidesk has been opened somewhere else, and listens there in place of this desk: new calls show up late here.`,
  'other-app': t`Another app listens in place of this desk: new calls show up late here.`,
  unknown: t`Something else listens in place of this desk: new calls show up late here.`,
}

/** Something else hears what this desk should, until the agent takes it back. */
export function Taken(props: {
  readonly connection: Connection
  readonly onReconnect: () => void
}) {
  return (
    <Show when={props.connection.state === 'taken' && props.connection}>
      {(taken) => (
        <Banner
          text={takenWords[taken().by]}
          action={<Button onClick={props.onReconnect}>{t`Take back`}</Button>}
        />
      )}
    </Show>
  )
}
