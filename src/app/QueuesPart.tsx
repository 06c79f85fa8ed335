import { createSignal, onCleanup, onMount } from 'solid-js'
import type { QueueId } from '~/genesys/ids'
import { t } from '~/language'
import { type Command, isOver } from '~/ledger/command'
import { observe } from '~/queues/figures'
import { queueVerbs } from '~/queues/mine'
import { QueuesPane } from '~/queues/QueuesPane'
import { ageOf } from '~/transfer/confidence'
import type { ToQueue } from '~/transfer/destination'
import { watchSight } from '~/transfer/sight'
import { createSights } from '~/transfer/sights'
import { sightOf } from './finding'
import { watchJoined } from './joined'
import { RoleLacks } from './RoleLacks'
import { whyNot } from './rights'
import type { RoomProps } from './rooms'

const isMine = ({ verb }: Command) => queueVerbs.some((one) => one === verb)

/** The agent's queues; how it goes in those on screen is looked at as in a transfer. */
export function QueuesPart(props: RoomProps) {
  const { desk, tasks } = props
  const { mine } = tasks
  const opened = desk.means.clock.now()
  const [seen, setSeen] = createSignal<readonly ToQueue[]>([])
  const base = sightOf(desk)
  const sights = createSights({
    ...base,
    observe: (ids, signal) =>
      observe(desk.means.ask, ids, { signal, lane: 'background' }, base.now),
    paused: () => desk.locked() || document.visibilityState === 'hidden',
  })
  const rows = watchSight<ToQueue>((shown) => {
    setSeen(shown)
    sights.show(shown)
  })
  onCleanup(sights.stop)
  onMount(() => void mine.read())
  watchJoined(desk, mine, () => void tasks.phone.read({ lane: 'background' }))

  const orders = () => desk.commands().filter(isMine)
  /** The last one for several, until something else was ordered after its end. */
  const order = () => {
    const last = orders().findLast(
      ({ target, pressedAt }) => target === desk.me.id && pressedAt >= opened,
    )
    return last && isOver(last.state) && last !== orders().at(-1) ? undefined : last
  }
  const wanted = (id: QueueId) => {
    const order = orders().find(
      ({ which, state }) => !isOver(state) && which?.split(',').includes(id),
    )
    return order && mine.joined(id) !== (order.verb === 'join-queue')
      ? order.verb === 'join-queue'
      : undefined
  }
  const age = () => {
    const ages = seen().flatMap(({ id }) => {
      const at = sights.queue(id)?.age
      return typeof at === 'number' ? at : []
    })
    const told = ages.length > 0 ? ageOf(Math.min(...ages), sights.now()) : ''
    return told ? t`Waiting calls, read ${told}.` : ''
  }

  return (
    <QueuesPane
      mine={mine}
      figures={(id) => sights.queue(id)}
      now={props.now}
      whyNot={desk.whyNot() ?? whyNot(desk, 'joinQueues')}
      wanted={wanted}
      order={order()}
      trouble={sights.trouble()}
      age={age()}
      drawn={(row, queue) => rows.add(row, { kind: 'queue', ...queue })}
      lacks={<RoleLacks desk={desk} operations={['joinQueues']} />}
    />
  )
}
