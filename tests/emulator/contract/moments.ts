import { definitions, type Shape } from './facts'

/** Fields and names of a query that hold moments, though they are described as bare texts. */
const bare: Readonly<Record<string, string>> = {
  interval: 'interval',
  startTime: 'date-time',
  endTime: 'date-time',
  dateCreated: 'date-time',
  tokenExpirationDate: 'date-time',
}

/** With a time and a zone: what is taken for a moment, and what is told. */
const dateTime = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d(:?\d\d)?)$/

/** Whether a text is a moment; a day that its month has not is none. */
export function isDateTime(text: string): boolean {
  return (
    [text, text.slice(0, 10)].every((one) => !Number.isNaN(Date.parse(one))) && dateTime.test(text)
  )
}

const shifts: Readonly<Record<string, (text: string, ms: number) => string>> = {
  'date-time': (text, ms) =>
    isDateTime(text) ? new Date(Date.parse(text) + ms).toISOString() : text,
  /** Its ends may be days. */
  interval: (text, ms) =>
    text
      .split('/')
      .map((end) => {
        const at = /^\d{4}-\d\d-\d\d/.test(end) ? Date.parse(end) : Number.NaN
        return Number.isNaN(at) ? end : new Date(at + ms).toISOString()
      })
      .join('/'),
}

/** A value of which every moment is `ms` later; what is a moment its shape says, not its looks. */
export function shifted(
  value: unknown,
  shape: Shape | undefined,
  ms: number,
  named: Readonly<Record<string, Shape>> = definitions,
  name = '',
): unknown {
  if (shape?.$ref !== undefined) return shifted(value, named[shape.$ref], ms, named, name)
  if (!shape || value === null) return value
  if (typeof value === 'string') {
    const { format = Object.hasOwn(bare, name) ? bare[name] : undefined } = shape
    return shifts[format ?? '']?.(value, ms) ?? value
  }
  if (Array.isArray(value)) return value.map((one) => shifted(one, shape.items, ms, named, name))
  if (typeof value !== 'object') return value
  const { properties = {}, additionalProperties } = shape
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      Object.hasOwn(properties, field)
        ? shifted(one, properties[field], ms, named, field)
        : shifted(one, additionalProperties, ms, named),
    ]),
  )
}
