import fc from 'fast-check'
import { definitions, type Shape } from '../../emulator/contract/facts'

/** Values as the official description has them, and values bent out of shape. */

/** Ids that exist, by the name that paths and bodies give them: `userId` and so on. */
export type Ids = Readonly<Record<string, readonly string[]>>

/** What a value is made for: the field it stands in, and how deep it may yet go. */
interface Place {
  readonly ids: Ids
  readonly name: string
  readonly depth: number
}

const texts: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString()),
  date: fc.constant('2027-01-15'),
  'local-date-time': fc.constant('2027-01-15T08:00:00'),
  interval: fc.constant('2027-01-15T00:00:00.000Z/2027-01-16T00:00:00.000Z'),
  uri: fc.constantFrom('https://example.org/x', '/api/v2/users/me'),
}

function text({ format = '', pattern }: Shape, { ids, name }: Place): fc.Arbitrary<unknown> {
  if (pattern) return fc.uuid({ version: 4 })
  const made = texts[format] ?? fc.string({ unit: 'grapheme', maxLength: 12 })
  const some = ids[name] ?? (format === '' ? Object.values(ids).flat() : [])
  if (some.length === 0) return made
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...some) }, made)
}

function number({ type, format, minimum, maximum }: Shape): fc.Arbitrary<unknown> {
  if (type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true })
  const min = minimum ?? (format === 'int32' ? -(2 ** 31) : Number.MIN_SAFE_INTEGER)
  const max = maximum ?? (format === 'int32' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER)
  return fc.oneof(
    fc.integer({ min, max }),
    fc.integer({ min: Math.max(min, 0), max: Math.min(max, 1000) }),
  )
}

function object(shape: Shape, place: Place): fc.Arbitrary<unknown> {
  const { properties, additionalProperties, required } = shape
  const inner = (one: Shape, name = '') => {
    const known = name === 'id' ? `${place.name}Id` : name
    return within(one, { ...place, name: known, depth: place.depth - 1 })
  }
  if (!properties) {
    const one = additionalProperties ? inner(additionalProperties) : fc.jsonValue()
    return fc.dictionary(fc.string({ maxLength: 6 }), one, { maxKeys: 3 })
  }
  const needed = Array.isArray(required) ? required : []
  const free = Object.keys(properties).filter((name) => !needed.includes(name))
  const maxLength = Math.min(place.depth > 0 ? 5 : 0, free.length)
  return fc.subarray(free, { maxLength }).chain((some) => {
    const names = [...needed, ...some]
    return fc.record(
      Object.fromEntries(names.map((name) => [name, inner(properties[name] ?? {}, name)])),
    )
  })
}

function list({ items = {}, minItems, uniqueItems }: Shape, place: Place): fc.Arbitrary<unknown> {
  const limits = { minLength: minItems ?? 0, maxLength: place.depth > 0 ? 3 : 0 }
  const one = within(items, { ...place, depth: place.depth - 1 })
  if (!uniqueItems) return fc.array(one, limits)
  return fc.uniqueArray(one, { ...limits, selector: (item) => JSON.stringify(item) })
}

function within(shape: Shape, place: Place): fc.Arbitrary<unknown> {
  if (shape.$ref !== undefined) return within(definitions[shape.$ref] ?? {}, place)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  switch (shape.type) {
    case 'string':
      return text(shape, place)
    case 'integer':
    case 'number':
      return number(shape)
    case 'boolean':
      return fc.boolean()
    case 'array':
      return list(shape, place)
    case 'object':
      return object(shape, place)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

/** A value that fits the shape; its ids often exist. */
export function fitting(shape: Shape, ids: Ids, name = ''): fc.Arbitrary<unknown> {
  return within(shape, { ids, name, depth: 4 })
}

const odd = [
  '',
  'x',
  '\u0000',
  '../..',
  '%2e%2e',
  '𝒳',
  '__proto__',
  'constructor',
  'a'.repeat(3000),
]

/** What nobody expects. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e300, 2 ** 53, [], {}, [null], [[[]]]),
  fc.constantFrom(...odd),
  fc.jsonValue({ maxDepth: 2 }),
)

/** The value with one place of it replaced, or one name added. */
function bend(value: unknown, steps: readonly number[], wrong: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined || typeof value !== 'object' || value === null) return wrong
  if (Array.isArray(value)) {
    return value.length === 0
      ? [wrong]
      : value.with(step % value.length, bend(value[step % value.length], rest, wrong))
  }
  const entries = Object.entries(value)
  const [name, one] = entries[step % (entries.length + 1)] ?? ['unheardOf', undefined]
  return { ...value, [name]: bend(one, rest, wrong) }
}

export function bent(shape: Shape, ids: Ids): fc.Arbitrary<unknown> {
  const steps = fc.array(fc.nat(40), { minLength: 1, maxLength: 4 })
  return fc
    .tuple(fitting(shape, ids), steps, garbage)
    .map(([value, where, wrong]) => bend(value, where, wrong))
}

/** The text of a body: as described, bent, or no JSON at all. */
export function bodyText(shape: Shape, ids: Ids): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fitting(shape, ids).map((value) => JSON.stringify(value)) },
    { weight: 5, arbitrary: bent(shape, ids).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: garbage.map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '\ufeff{}', 'NaN', '{"a":1,}', "{'a':1}", '\u0000'),
    },
  )
}

/** A value of a query. */
export function queryText(shape: Shape, ids: Ids, name: string): fc.Arbitrary<string> {
  const one = shape.type === 'array' ? (shape.items ?? {}) : shape
  const right = fitting(one, ids, name).map(String)
  return fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  )
}

/** A value of a path: mostly the likeliest one. */
export function pathText(ids: Ids, name: string): fc.Arbitrary<string> {
  const all = Object.values(ids).flat()
  const [first = '', ...rest] = ids[name] ?? all
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(first) },
    { weight: 1, arbitrary: fc.constantFrom(first, ...rest) },
    { weight: 1, arbitrary: fc.constantFrom(...all, ...odd) },
  )
}
