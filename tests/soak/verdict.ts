/** Whether the desk says at a quiet moment exactly what Genesys Cloud says. */
import type { Agent } from './agent'
import type { Seat } from './desk'
import type { Call, State } from './platform'

/** What the desk would draw, or what is so. */
type Standing = Readonly<Record<string, string>>

/** What is wrong, and how; nothing when all is true. */
export function wrongs(seat: Seat, agent: Agent, state: State): ReadonlyMap<string, string> {
  const [is, shown] = [told(seat, agent, state), shownBy(seat, agent)]
  const all = new Set([...Object.keys(is), ...Object.keys(shown)])
  return new Map(
    [...all]
      .filter((what) => is[what] !== shown[what])
      .map((what) => [what, `${what}: ${shown[what]} on the desk, ${is[what]} in truth`]),
  )
}

/** Of whom the desk says that they are told as it happens. */
const live = ({ watched, seen }: Agent) => watched().filter((id) => seen.of(id)?.age === 'live')

function shownBy({ desk }: Seat, agent: Agent): Standing {
  const calls = desk.conversations.all().map((one) => {
    return [one.id, one.mine?.muted ? `${one.phase}, muted` : one.phase]
  })
  const people = live(agent).map((id) => {
    const seen = agent.seen.of(id)
    return [id, seen && `${seen.presence} ${seen.routing}`]
  })
  return {
    ...Object.fromEntries(calls),
    ...Object.fromEntries(people),
    presence: desk.presence.current()?.system ?? 'unknown',
    routing: desk.presence.routing()?.status ?? 'unknown',
  }
}

function told({ desk }: Seat, agent: Agent, { conversations, users }: State): Standing {
  const { id: me } = desk.me
  const own = users.find(({ id }) => id === me)
  const calls = conversations.flatMap((call) => {
    const word = wordFor(call, me)
    return word ? [[call.id, word]] : []
  })
  const looked = live(agent)
  const people = users
    .filter(({ id }) => looked.includes(id))
    .map((one) => [one.id, `${systemOf(one.presence)} ${one.routingStatus}`])
  return {
    ...Object.fromEntries(calls),
    ...Object.fromEntries(people),
    presence: systemOf(own?.presence),
    routing: own?.routingStatus ?? '',
  }
}

const systemOf = (presence = '') => presence.toLowerCase().replace(' ', '')

function wordFor({ participants }: Call, me: string): string | undefined {
  const mine = participants.filter(({ userId }) => userId === me)
  const live = mine.findLast(({ state }) => state !== 'disconnected')
  if (live) return `${live.held ? 'held' : live.state}${live.muted ? ', muted' : ''}`
  return mine.some(({ owesWrapup }) => owesWrapup) ? 'wrapup' : undefined
}
