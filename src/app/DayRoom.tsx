import { DayView } from '~/day/DayView'
import { createDay, type Day } from '~/day/store'
import type { Desk } from './desk'
import { openCache } from './lasting'
import { whyNot } from './rights'
import type { RoomProps } from './rooms'

/** One per desk: what was read is not read again at each look. */
const all = new WeakMap<Desk, Day>()

function dayOf(desk: Desk): Day {
  const { me, means, sync } = desk
  const { ask, clock } = means
  const known =
    all.get(desk) ??
    createDay({
      ...{ ask, clock, me: me.id },
      cache: openCache({ me, clock, isClosed: sync.isClosed }),
      whyNot: () => whyNot(desk, 'aggregateConversations'),
    })
  all.set(desk, known)
  return known
}

/** What the agent has done today. */
export function DayRoom(props: RoomProps) {
  return <DayView day={dayOf(props.desk)} />
}
