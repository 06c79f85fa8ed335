import { expect } from 'vitest'
import type { Json } from '../emulator/visitor'
import type { Scene } from './scene'

interface Standing {
  readonly calls: Record<string, string>
  readonly presence: string
  readonly routing: string
}

/** The desk says of the agent exactly what Genesys Cloud says. */
export async function expectTruth(scene: Scene): Promise<void> {
  expect(shownBy(scene)).toEqual(await told(scene))
}

/** What the desk would draw. */
export function shownBy({ desk }: Scene): Standing {
  const calls = desk.conversations.ids().map((id) => {
    const one = desk.conversations.get(id)
    return [id, one?.mine?.muted ? `${one.phase}, muted` : (one?.phase ?? 'gone')]
  })
  return {
    calls: Object.fromEntries(calls),
    presence: desk.presence.current()?.system ?? 'unknown',
    routing: desk.presence.routing()?.status ?? 'unknown',
  }
}

/** From the emulator's own account; only what is owed is not in there, and is asked for by the API. */
async function told({ desk, control, read }: Scene): Promise<Standing> {
  const state = await control('GET', '/state')
  const { entities } = await read('/conversations')
  const me = state.users.find(({ id }: Json) => id === desk.me.id)
  const calls: Record<string, string> = {}
  for (const { id, participants } of state.conversations) {
    const live = participants.findLast(
      ({ userId, state }: Json) => userId === me.id && state !== 'disconnected',
    )
    const owed = entities.find((one: Json) => one.id === id)?.participants.some(owes(me.id))
    if (live) calls[id] = wordFor(live)
    else if (owed) calls[id] = 'wrapup'
  }
  return {
    calls,
    presence: me.presence.toLowerCase().replace(' ', ''),
    routing: me.routingStatus,
  }
}

function wordFor({ state, held, muted }: Json): string {
  return `${held ? 'held' : state}${muted ? ', muted' : ''}`
}

const owes = (me: string) => (one: Json) =>
  one.userId === me && one.startAcwTime !== undefined && one.endAcwTime === undefined
