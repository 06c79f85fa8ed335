import type { Ask, Handler } from '../emulator/api/ask'
import { preservesIdleTime } from '../emulator/api/gate'
import { handlers } from '../emulator/api/handlers'
import { routeOf } from '../emulator/api/routes'
import { operationFacts, type Shape } from '../emulator/contract/facts'
import type { Watch } from '../emulator/contract/watch'
import { createScene, type Scene, valuesOf } from './scene'
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

/** A body with everything it may be told, and one that notes what of it is looked at. */
interface Bodies {
  readonly plain: unknown
  readonly listening: unknown
}

function bodiesOf(
  shape: Shape,
  known: Readonly<Record<string, unknown>>,
  heard: Set<string>,
): Bodies {
  const described = definition(shape)
  if (described.items) {
    const { plain, listening } = bodiesOf(described.items, known, heard)
    return { plain: [plain], listening: [listening] }
  }
  const fields = Object.keys(described.properties ?? {})
  const plain = Object.fromEntries(
    fields.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])),
  )
  function note(name: string | symbol): void {
    if (typeof name === 'string' && fields.includes(name)) heard.add(name)
  }
  const listening = new Proxy(plain, {
    get(target, name, receiver) {
      note(name)
      return Reflect.get(target, name, receiver)
    },
    has(target, name) {
      note(name)
      return Reflect.has(target, name)
    },
  })
  return { plain, listening }
}

/** A query that notes which of its names are looked for. */
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

/** Asks for everything that can be expanded, and for a search. */
function questionFor(operation: string): ListeningQuery {
  const query = new ListeningQuery()
  const { items } = operationFacts[operation]?.query?.expand ?? {}
  for (const value of items?.enum ?? []) query.append('expand', value)
  const criteria = { query: [{ type: 'MATCH_ALL' }] }
  if (operationFacts[operation]?.query?.q64) {
    query.set('q64', Buffer.from(JSON.stringify(criteria)).toString('base64'))
  }
  return query
}

function fieldsOf(answer: unknown): string[] {
  if (Array.isArray(answer)) return fieldsOf(answer[0])
  if (typeof answer !== 'object' || answer === null) return []
  if ('entities' in answer) return fieldsOf(answer.entities)
  if ('results' in answer) return fieldsOf(answer.results)
  return Object.keys(answer)
}

/** Which conversation's participant, and which user, an operation of this name is about. */
function paramsFor(operation: string, scene: Scene, values: ReturnType<typeof valuesOf>) {
  const { mine, far } = values
  const aboutFar = /Consult|Digits/.test(operation)
  const { ana } = scene
  return {
    ...mine,
    ...(aboutFar && { participantId: far.id }),
    userId: ana.id,
  }
}

interface Attempt {
  readonly query: ReadonlySet<string>
  readonly body: ReadonlySet<string>
  readonly answer: readonly string[]
}

/** Asks once, with a body in which `without` is missing. */
function attempt(
  operation: string,
  handler: Handler,
  watch: Watch | undefined,
  without?: string,
): Attempt {
  const scene = createScene()
  const values = valuesOf(scene)
  const query = questionFor(operation)
  const heard = new Set<string>()
  const facts = operationFacts[operation]
  const known = paramsFor(operation, scene, values)
  const params = Object.fromEntries(
    [...(facts?.path ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
      name,
      String(Reflect.get(known, name) ?? ''),
    ]),
  )
  preservesIdleTime({ query }, routeOf(operation))
  const all = { ...values.bodies, ...values.special[operation] }
  const bodies = Object.entries(all).filter(([name]) => name !== without)
  const body = facts?.body && bodiesOf(facts.body, Object.fromEntries(bodies), heard)
  const ask: Ask = {
    world: scene.world,
    user: scene.ana,
    permissions: scene.ana.permissions,
    token: scene.token,
    path: facts?.path ?? '',
    params,
    query,
    body: body?.listening,
  }
  try {
    const { status, body: answer } = handler(ask)
    const sent = body ? JSON.stringify(body.plain) : ''
    watch?.answered({ operation, query: new URLSearchParams(query), body: sent, status, answer })
    return { query: query.heard, body: heard, answer: fieldsOf(answer) }
  } catch {
    // A refusal has listened as well.
    return { query: query.heard, body: heard, answer: [] }
  } finally {
    scene.world.close()
  }
}

/** Asks an operation with everything it may be told, and again without each part of it. */
function listenTo(operation: string, handler: Handler, watch: Watch | undefined): Heard {
  const whole = attempt(operation, handler, watch)
  const attempts = [
    whole,
    ...[...whole.body].map((name) => attempt(operation, handler, watch, name)),
  ]
  const described = Object.keys(operationFacts[operation]?.query ?? {})
  const union = (of: (one: Attempt) => Iterable<string>) =>
    [...new Set(attempts.flatMap((one) => [...of(one)]))].sort()
  return {
    operation,
    query: described.filter((name) => attempts.some(({ query }) => query.has(name))),
    body: union(({ body }) => body),
    answer: union(({ answer }) => answer),
  }
}

/** What every operation that is served listens to, and tells; `watch` looks at what is not refused. */
export function listenIn(watch?: Watch): Heard[] {
  return Object.entries(handlers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, handler]) => listenTo(operation, handler, watch))
}
