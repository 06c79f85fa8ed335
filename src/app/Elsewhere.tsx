import { useLocation, useNavigate, useParams } from '@solidjs/router'
import {
  createComputed,
  createEffect,
  createMemo,
  Match,
  onCleanup,
  Show,
  Switch,
  untrack,
} from 'solid-js'
import { EndedCall } from '~/dial/EndedCall'
import type { Connection } from '~/protocol/protocol'
import { createLater, DrawLater } from '~/ui/Later'
import type { Desk } from './desk'
import { Nothing } from './Nothing'
import { Offered } from './Offered'
import { nextOwed } from './owed'
import { openWhenPlaced } from './placed'
import type { Tasks } from './tasks'

/** As soon as calls can be worked with. */
const fetchRooms = () => import('./rooms')

/** Where no conversation is open: a room of its own, what comes after a call that has left, or nothing. */
export function Elsewhere(props: {
  readonly desk: Desk
  readonly tasks: Tasks
  readonly connection: Connection
  /** By Genesys Cloud's clock. */
  readonly now: number
}) {
  const { desk, tasks } = props
  const location = useLocation()
  const params = useParams()
  const navigate = useNavigate()
  const rooms = createLater(fetchRooms)
  /** Until it is known which there are, an address is believed. */
  const isRoom = () =>
    rooms.code()
      ? rooms.code()?.rooms[location.pathname] !== undefined
      : /^\/[a-z]+$/.test(location.pathname)
  const offer = createMemo(() => tasks.wrapup.offer(params.id ?? ''))
  /** A call out that is over. */
  const ended = createMemo(() =>
    desk.ended().find((one) => one.id === params.id && one.outbound && one.reached !== true),
  )
  const shows = () => Boolean(isRoom() || offer() || ended())

  createComputed(() => tasks.setAside(shows()))
  onCleanup(() => tasks.setAside(false))
  // What was open has left: the next wrap-up that is owed takes its place.
  createEffect(() => {
    if (!params.id || shows() || !desk.known()) return
    const next = untrack(() => nextOwed(desk.conversations.all()))
    if (next) navigate(`/conversations/${next}`, { replace: true })
  })

  return (
    <Switch fallback={<Nothing desk={desk} connection={props.connection} />}>
      <Match when={isRoom()}>
        <DrawLater later={rooms}>
          {(code) => (
            <Show when={code.rooms[location.pathname]} keyed>
              {(Open) => <Open desk={desk} tasks={tasks} now={props.now} />}
            </Show>
          )}
        </DrawLater>
      </Match>
      <Match when={offer()} keyed>
        {(one) => <Offered conversation={one} desk={desk} tasks={tasks} now={props.now} />}
      </Match>
      <Match when={ended()}>
        {(one) => {
          openWhenPlaced(tasks)
          return <EndedCall ended={one()} dial={tasks.dial} onNew={() => navigate('/call')} />
        }}
      </Match>
    </Switch>
  )
}
