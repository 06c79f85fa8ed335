import { DialPanel } from '~/dial/DialPanel'
import { Dot } from '~/presence/Dot'
import { openWhenPlaced } from './placed'
import type { RoomProps } from './rooms'

/** *New call*: once the call is there, it opens. */
export function Dial(props: RoomProps) {
  const { dial } = props.tasks
  openWhenPlaced(props.tasks)
  return (
    <DialPanel
      dial={dial}
      recent={props.desk.ended()}
      now={props.now}
      dot={(presence) => <Dot system={presence} />}
    />
  )
}
