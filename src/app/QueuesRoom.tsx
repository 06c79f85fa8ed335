import { t } from '~/language'
import { Room } from '~/ui/Room'
import { PhonePart } from './PhonePart'
import { QueuesPart } from './QueuesPart'
import type { RoomProps } from './rooms'

/** The agent's queues and phone. */
export function QueuesRoom(props: RoomProps) {
  return (
    <Room title={t`Queues and phone`}>
      <PhonePart desk={props.desk} tasks={props.tasks} />
      <QueuesPart desk={props.desk} tasks={props.tasks} now={props.now} />
    </Room>
  )
}
