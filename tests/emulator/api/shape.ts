import { definitions, type Shape } from '../contract/facts'
import { isDateTime } from '../contract/moments'

/** The first thing in a value that is not as its shape describes it. */
export interface Misfit {
  readonly kind: 'type' | 'value' | 'date' | 'property' | 'constraint'
  /** The definition it was found in, and the field. */
  readonly of: string
  readonly field: string
  readonly value: unknown
  /** In words: what would have been right. */
  readonly wanted: string
}

const isDate = (text: string) => !Number.isNaN(Date.parse(text.slice(0, 10)))

/** Formats of texts that are held to; the others say only what a text is about. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': isDateTime,
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text),
  interval: (text) => /^[^/]+\/[^/]+$/.test(text),
  'local-date-time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text),
  uri: (text) => /^\S+$/.test(text),
}

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

const int32 = 2 ** 31

/** What is wrong with a text, a number or a truth by itself. */
function plainMisfit(value: unknown, shape: Shape): Pick<Misfit, 'kind' | 'wanted'> | undefined {
  const { type = '', format = '', minimum = -Infinity, maximum = Infinity } = shape
  if (types[type]?.(value) === false) return { kind: 'type', wanted: type }
  if (shape.enum && !shape.enum.includes(String(value))) {
    return { kind: 'value', wanted: shape.enum.join(', ') }
  }
  if (typeof value === 'string') {
    if (formats[format]?.(value) === false) {
      return { kind: format.startsWith('date') ? 'date' : 'constraint', wanted: format }
    }
    const { pattern } = shape
    if (pattern && !new RegExp(pattern, 'u').test(value))
      return { kind: 'constraint', wanted: pattern }
  }
  if (typeof value === 'number') {
    const tooBig = format === 'int32' && (value < -int32 || value >= int32)
    if (tooBig) return { kind: 'type', wanted: format }
    if (value < minimum || value > maximum) {
      return { kind: 'constraint', wanted: `${minimum} to ${maximum}` }
    }
  }
  return undefined
}

/** Of a part of the whole, as a change is, nothing is required. */
export function misfitOf(
  value: unknown,
  shape: Shape,
  isPart: boolean,
  of = 'body',
  field = '',
): Misfit | undefined {
  if (shape.$ref !== undefined) {
    const named = definitions[shape.$ref]
    return named && misfitOf(value, named, isPart, shape.$ref, field)
  }
  const found = (kind: Misfit['kind'], wanted: string, name = field) => ({
    kind,
    of,
    field: name,
    value,
    wanted,
  })
  const plain = plainMisfit(value, shape)
  if (plain) return found(plain.kind, plain.wanted)
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Infinity, uniqueItems } = shape
    if (value.length < minItems || value.length > maxItems) {
      return found('constraint', `${minItems} to ${maxItems} items`)
    }
    if (uniqueItems && new Set(value.map((one) => JSON.stringify(one))).size < value.length) {
      return found('constraint', 'no item twice')
    }
    for (const one of items ? value : []) {
      const wrong = items && misfitOf(one, items, isPart, of, field)
      if (wrong) return wrong
    }
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { properties, additionalProperties, required } = shape
  for (const [name, one] of Object.entries(value)) {
    const inner =
      properties && Object.hasOwn(properties, name) ? properties[name] : additionalProperties
    if (!inner && properties) return found('property', 'a described name', name)
    const wrong = inner && misfitOf(one, inner, isPart, of, name)
    if (wrong) return wrong
  }
  const missing =
    Array.isArray(required) && !isPart && required.find((name) => !Object.hasOwn(value, name))
  return missing ? found('constraint', `${missing} is required`, missing) : undefined
}
