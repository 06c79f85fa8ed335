import type { Answer, Ask } from '../emulator/api/ask'
import { handlers } from '../emulator/api/handlers'
import { operationFacts, type Shape } from '../emulator/contract/facts'
import { startQueueCall } from '../emulator/conversation/start'
import { systemDefinition } from '../emulator/presence/definitions'
import { queueFacts } from '../emulator/routing/facts'
import { createWorld, type World } from '../emulator/world'
import { createManualClock } from '../manual-clock'
import { definition } from './schemas'

/** What one operation of the emulator listens to and tells. */
export interface Heard {
  readonly operation: string
  /** Names of its query. */
  readonly query: readonly string[]
  /** Fields of its body, of those described. */
  readonly body: readonly string[]
  /** Fields of its answer; of an entity, when it is a listing. */
  readonly answer: readonly string[]
}

/** An organisation in which something of everything is going on: an agent talks to a customer. */
function createScene() {
  const clock = createManualClock()
  const world = createWorld({
    clock,
    seed: 1,
    redirectUris: [],
    login: 'http://localhost:1',
    sockets: 'ws://localhost:2',
  })
  const { org, conversations } = world
  const [ana, ben] = org.users
  const [queue] = org.queues
  const onQueue = systemDefinition(org.definitions, 'On Queue')
  if (!ana || !ben || !queue || !onQueue) throw new Error('The organisation is empty')
  world.agents.setPresence(ana.id, onQueue)
  const from = { name: 'Derya Kowalczyk', number: '+14635550101' }
  const moment = { at: clock.now(), makeId: world.makeId }
  const call = startQueueCall({ from }, queueFacts(queue), moment)
  conversations.start(call)
  const own = conversations.get(call.id)?.participants.find(({ userId }) => userId === ana.id)
  if (!own) throw new Error('The call has not been offered')
  conversations.apply(call.id, { type: 'answer', participantId: own.id })
  const clientId = world.clients[0]?.id ?? ''
  const channel = world.channels.create({ tokenId: 'tour', userId: ana.id, clientId })
  return { world, ana, ben, queue, call, own, channel, clientId, onQueue }
}

type Scene = ReturnType<typeof createScene>

/** What stands in a path or a body under a name. */
function values({ ana, ben, queue, call, own, channel, onQueue, clientId, world }: Scene) {
  return {
    conversationId: call.id,
    participantId: own.id,
    communicationId: own.call.id,
    queueId: queue.id,
    memberId: ana.id,
    channelId: channel.id,
    definitionId: onQueue.id,
    presenceId: onQueue.id,
    stationId: ana.stationId,
    sourceId: 'PURECLOUD',
    clientId,
    scopeId: 'presence',
    code: queue.codes[0]?.id,
    userId: ben.id,
    address: '+14635550102',
    phoneNumber: '+14635550102',
    speakTo: 'DESTINATION',
    presenceDefinition: { id: world.org.definitions[0]?.id },
    attributes: { account: '1' },
    digits: '1',
    id: queue.id,
    recordingState: 'PAUSED',
    afterCallWorkRequired: true,
  }
}

function ownUser(operation: string): boolean {
  return /Presence|Routingstatus|UserQueue|Station|Outofoffice/.test(operation)
}

/** A body that notes which of its fields are looked at. */
function listeningBody(
  shape: Shape,
  known: Readonly<Record<string, unknown>>,
  heard: Set<string>,
): unknown {
  const described = definition(shape)
  if (described.items) return [listeningBody(described.items, known, heard)]
  const fields = Object.keys(described.properties ?? {})
  const filled = Object.fromEntries(
    fields.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])),
  )
  return new Proxy(filled, {
    get(target, name, receiver) {
      if (typeof name === 'string' && fields.includes(name)) heard.add(name)
      return Reflect.get(target, name, receiver)
    },
    has(target, name) {
      if (typeof name === 'string' && fields.includes(name)) heard.add(name)
      return Reflect.has(target, name)
    },
  })
}

class ListeningQuery extends URLSearchParams {
  readonly heard = new Set<string>()

  override get(name: string) {
    this.heard.add(name)
    return super.get(name)
  }
  override getAll(name: string) {
    this.heard.add(name)
    return super.getAll(name)
  }
  override has(name: string) {
    this.heard.add(name)
    return super.has(name)
  }
}

function fieldsOf(answer: unknown): string[] {
  if (Array.isArray(answer)) return fieldsOf(answer[0])
  if (typeof answer !== 'object' || answer === null) return []
  if ('entities' in answer) return fieldsOf(answer.entities)
  if ('results' in answer) return fieldsOf(answer.results)
  return Object.keys(answer)
}

function ask(scene: Scene, operation: string, query: URLSearchParams, heard: Set<string>): Ask {
  const { world, ana, clientId } = scene
  const known = { ...values(scene), ...(ownUser(operation) && { userId: ana.id }) }
  const facts = operationFacts[operation]
  const { value } = world.tokens.issue({ userId: ana.id, clientId, scopes: [] }, 3600)
  const token = world.tokens.find(value)
  if (!facts || !token) throw new Error(`There is no ${operation}`)
  const params = Object.fromEntries(
    [...facts.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
      name,
      String(Reflect.get(known, name) ?? ''),
    ]),
  )
  const path = facts.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? '')
  const body = facts.body && listeningBody(facts.body, known, heard)
  return { world, user: ana, token, path, params, query, body }
}

function attempt(handler: (ask: Ask) => Answer, asked: Ask): unknown {
  try {
    return handler(asked).body
  } catch {
    // A refusal has listened as well.
    return undefined
  }
}

/** Asks every operation once, and notes what it listened to. */
export function listenIn(): Heard[] {
  return Object.entries(handlers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, handler]) => {
      const scene: { readonly world: World } & Scene = createScene()
      const query = new ListeningQuery()
      const heard = new Set<string>()
      const answer = attempt(handler, ask(scene, operation, query, heard))
      scene.world.close()
      const described = Object.keys(operationFacts[operation]?.query ?? {})
      return {
        operation,
        query: described.filter((name) => query.heard.has(name)),
        body: [...heard].sort(),
        answer: fieldsOf(answer).sort(),
      }
    })
}
