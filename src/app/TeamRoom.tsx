import { useNavigate } from '@solidjs/router'
import { listEverybody, listMembers, type Page, readByIds } from '~/directory/roster'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { OperationName } from '~/genesys/operations'
import { Dot } from '~/presence/Dot'
import type { Colleague } from '~/team/pages'
import { createTeam, type Scope, type Team } from '~/team/store'
import { TeamView } from '~/team/TeamView'
import type { ToPerson } from '~/transfer/destination'
import type { Desk } from './desk'
import { seenOf } from './destinations'
import { openCache } from './lasting'
import { readMyQueues } from './myqueues'
import type { RoomProps } from './rooms'
import type { Tasks } from './tasks'

/** One per desk: who comes back from a call finds it as they left it. */
const all = new WeakMap<Desk, Team>()

const operationFor = (scope: Scope): OperationName =>
  scope === 'all' ? 'searchUsers' : scope === 'favourites' ? 'listUsers' : 'listQueueMembers'

function teamOf(desk: Desk, { favourites, sight }: Tasks): Team {
  const known = all.get(desk)
  if (known) return known
  const { ask } = desk.means

  async function read(
    scope: Scope,
    text: string,
    page: number,
    signal: AbortSignal,
  ): Promise<Page> {
    const options = { signal }
    if (scope === 'all') return listEverybody(ask, text, page, options)
    if (scope !== 'favourites') return listMembers(ask, scope, text, page, options)
    const ids = favourites.all().flatMap((one) => (one.kind === 'person' ? one.id : []))
    if (ids.length === 0) return { people: [] }
    return { people: [...(await readByIds(ask, ids, options))].sort(byName) }
  }

  const team = createTeam({
    ...sight,
    hidden: () => document.visibilityState === 'hidden',
    async read(scope, text, page, signal) {
      const { people, ...rest } = await read(scope, text, page, signal)
      return {
        ...rest,
        people: people.map((one) => ({
          ...{ id: one.id, name: one.name, department: one.department },
          doing: seenOf(desk, one),
        })),
      }
    },
    async people(ids, signal) {
      const people = await readByIds(ask, ids, { signal, lane: 'background' })
      return people.map((one) => ({ id: one.id, doing: seenOf(desk, one) }))
    },
    explain: (error, scope) => explained(failureOf(error, operationFor(scope))),
  })
  all.set(desk, team)
  return team
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)

/** Whoever else works here, and what they do. */
export function TeamRoom(props: RoomProps) {
  const { desk, tasks } = props
  const navigate = useNavigate()
  const to = ({ id, name, department }: Colleague): ToPerson => ({
    ...{ kind: 'person', id, name, department, presence: 'other' },
    ...(id === desk.me.id ? { isMe: true } : {}),
  })

  return (
    <TeamView
      team={teamOf(desk, tasks)}
      dot={(presence) => <Dot system={presence} />}
      queues={() => {
        const { me, means, sync } = desk
        const { clock } = means
        return readMyQueues(means.ask, openCache({ me, clock, isClosed: sync.isClosed }))
      }}
      ahead={desk.ahead()}
      isMe={({ id }) => id === desk.me.id}
      whyNotCall={(one) => tasks.dial.whyNotTo(to(one))}
      onCall={(one) => {
        tasks.dial.open()
        tasks.dial.finder()?.type(one.name)
        navigate('/call')
      }}
      isFavourite={(one) => tasks.favourites.has(to(one))}
      onFavourite={(one) => tasks.favourites.toggle(to(one))}
    />
  )
}
