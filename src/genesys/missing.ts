/**
 * What a 403 was for, out of the platform's error body: `code` tells the kind, the names stand in
 * `messageParams`, in `messageWithParams` or in `message`. The official documents leave the names of the
 * parameters open, so every text is looked through, and only what looks like a name is taken.
 */
import type { Missing } from './errors'
import type { Operation } from './operation'
import { type OperationName, operations } from './operations'

const kinds: ReadonlyMap<unknown, Omit<Missing, 'names'>> = new Map([
  ['app.not.authorized.for.scope', { kind: 'scope', any: false }],
  ['missing.permissions', { kind: 'permission', any: false }],
  ['missing.any.permissions', { kind: 'permission', any: true }],
  ['missing.division.permission', { kind: 'division', any: false }],
  ['missing.any.division.permissions', { kind: 'division', any: true }],
  ['authz.policy.denied', { kind: 'policy', any: false }],
  ['not.authorized', { kind: 'unknown', any: false }],
])

/** Refused by a rule of its own, whose permission is known. */
const special: ReadonlyMap<unknown, Missing> = new Map([
  [
    'presence.not.authorized.update.on.queue',
    { kind: 'permission', names: ['routing:agent:onqueue'], any: false },
  ],
])

const permission = /(?<![\w:.-])[a-z]\w{0,60}(?::[\w*-]{1,60}){2}(?![\w:])/gi
const policy = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi
const scope = /^[a-z][a-z-]{2,40}(:readonly)?$/
/** Characters that are looked through: a body is the platform's, and may be anybody's. */
const longest = 4_000
/** More than an administrator reads. */
const most = 12

/** Nothing for a code of its own: the conversation or the target is the reason then, not a right. */
export function missingFrom(
  operation: OperationName,
  text: string,
): { readonly missing: Missing } | undefined {
  const body = read(text)
  const { code } = body
  const known = special.get(code)
  if (known) return { missing: known }
  const kind = kinds.get(code)
  // Something on the way, such as a proxy, says no without the platform's words.
  if (!kind && code !== undefined) return undefined
  const told = kind ? namesIn(kind.kind, body) : []
  if (kind && told.length > 0) return { missing: { ...kind, names: told } }
  return { missing: ofTable(operation, kind?.kind ?? 'unknown') }
}

/** What the table of operations says, where the answer names nothing. */
function ofTable(operation: OperationName, kind: Missing['kind']): Missing {
  const facts: Operation = operations[operation]
  if (kind === 'scope') return { kind, names: [facts.scope], any: false }
  if (kind === 'policy' || !facts.permission) return { kind, names: [], any: false }
  return 'any' in facts.permission
    ? { kind, names: facts.permission.any, any: true }
    : { kind, names: facts.permission.all, any: false }
}

function namesIn(kind: Missing['kind'], body: Readonly<Record<string, unknown>>): string[] {
  const { message, messageWithParams, messageParams } = body
  const params = Object.values(Object(messageParams))
  const texts = [...params, message, messageWithParams].flatMap((one) =>
    typeof one === 'string' ? [one.slice(0, longest)] : [],
  )
  const found = texts.flatMap((one) => {
    switch (kind) {
      case 'scope':
        return scopesIn(one, params.includes(one))
      case 'policy':
        return one.match(policy) ?? []
      case 'unknown':
        return []
      default:
        return one.match(permission) ?? []
    }
  })
  return [...new Set(found)].slice(0, most)
}

/** In a sentence only what follows the word itself: any word looks like a scope. */
function scopesIn(text: string, isParam: boolean): string[] {
  const listed = isParam ? text : (/\bscopes?\b\W{1,4}(.*)/i.exec(text)?.[1] ?? '')
  const words = listed.split(/[\s,[\]'"()]+/)
  return words.map((word) => word.replace(/\.$/, '')).filter((word) => scope.test(word))
}

function read(text: string): Readonly<Record<string, unknown>> {
  try {
    return { ...Object(JSON.parse(text)) }
  } catch {
    return {}
  }
}
