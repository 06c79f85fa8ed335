import { t } from '~/language'
import { PresenceMenu } from '~/presence/PresenceMenu'
import { Switch } from '~/ui/Switch'
import type { Desk } from './desk'
import { whyNotQueue } from './rights'
import type { Tasks } from './tasks'

/** Presence, and On Queue beside it. */
export function StatusControls(props: {
  readonly desk: Desk
  readonly now: number
  readonly work: typeof import('./work') | undefined
  readonly tasks: Tasks | undefined
}) {
  const { presence } = props.desk
  const whyNot = () => whyNotQueue(props.desk)
  return (
    <>
      <PresenceMenu
        presence={presence}
        now={props.now}
        whyNotQueue={whyNot()}
        next={props.tasks?.status.next.held()?.label}
        routing={props.work?.routingLine(presence, props.now)}
      />
      <Switch
        name={t`On Queue`}
        action="on-queue"
        on={presence.onQueue()}
        busy={presence.wanted() !== undefined}
        whyNot={props.desk.whyNot() ?? presence.whyNotQueue() ?? whyNot()}
        onChange={presence.setOnQueue}
      />
    </>
  )
}
