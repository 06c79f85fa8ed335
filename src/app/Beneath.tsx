import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Connection } from '~/protocol/protocol'
import { WhichTab } from '~/ring/WhichTab'
import { createPages } from '~/storage/pages'
import { askBeforeClosing } from './closing'
import type { HealthProps } from './Health'
import { HealthBanner } from './HealthBanner'
import { Lacking } from './Lacking'
import { createRinger } from './ringer'
import { ringingOf } from './ringing'
import { StatusNews } from './StatusNews'
import { followSleep } from './slept'
import { Taken } from './Taken'
import { TurnBanner } from './TurnBanner'
import type { Tasks } from './tasks'

/** What the dock says beside what an agent has to know at once. */
export function Beneath(
  props: HealthProps & {
    readonly connection: Connection
    readonly now: number
    readonly tasks: Tasks | undefined
    readonly onReconnect: () => void
  },
) {
  const navigate = useNavigate()
  const { id, organizationId } = props.desk.me
  const now = () => props.now
  followSleep(props.desk, now)
  askBeforeClosing(props.desk, createPages({ owner: `${organizationId}:${id}` }), now)
  const ringing = ringingOf(props.desk)
  const ringer =
    ringing &&
    createRinger({
      ...{ desk: props.desk, ringing },
      session: () => props.session,
      connection: () => props.connection,
      onOpen: (id) => navigate(`/conversations/${id}`),
    })
  return (
    <>
      <Show when={props.tasks}>
        {(tasks) => (
          <StatusNews
            status={tasks().status}
            presence={props.desk.presence}
            now={props.now - props.desk.ahead()}
          />
        )}
      </Show>
      <Taken connection={props.connection} onReconnect={props.onReconnect} />
      <TurnBanner commands={props.desk.commands()} now={props.now} />
      <Lacking scopes={props.session.lacking} />
      <HealthBanner {...props} />
      <Show when={ringer} keyed>
        {({ tabs, ringHere }) => (
          <WhichTab
            where={tabs.where()}
            several={tabs.several()}
            onRingHere={() => void ringHere()}
          />
        )}
      </Show>
    </>
  )
}
