import { definitions, type Shape, topicBodies, topicShapes } from '../../emulator/contract/facts'
import type { Json } from './visitor'

/** Two official forms of the same thing, held against each other. */

type Shapes = Readonly<Record<string, Shape>>

const events = topicShapes()

/** Told in capitals or not, with dots or not: spelled as each form has it. */
const spellings = new Set(['recordingState', 'state', 'transferType', 'disconnectType'])

const plain = (value: unknown) => String(value).toLowerCase().replaceAll(/[._]/g, '')

function whole(shape: Shape, shapes: Shapes): Shape {
  return (shape.$ref !== undefined && shapes[shape.$ref]) || shape
}

/** Paths of what both shapes have and the two tell differently, and how. */
function differences(rest: Json, event: Json, ours: Shape, theirs: Shape, path: string): string[] {
  const [restShape, eventShape] = [whole(ours, definitions), whole(theirs, events)]
  if (Array.isArray(rest) && Array.isArray(event) && restShape.items && eventShape.items) {
    const { items } = restShape
    const { items: eventItems } = eventShape
    if (rest.length !== event.length) return [`${path}: ${rest.length} and ${event.length}`]
    return rest.flatMap((one, n) => differences(one, event[n], items, eventItems, `${path}[${n}]`))
  }
  const { properties: restFields, additionalProperties: free } = restShape
  const { properties: eventFields } = eventShape
  if (rest && event && restFields && eventFields && !free) {
    return Object.entries(restFields).flatMap(([name, field]) => {
      const twin = eventFields[name]
      return twin ? differences(rest[name], event[name], field, twin, `${path}.${name}`) : []
    })
  }
  const name = path.split('.').at(-1) ?? ''
  const [a, b] = [rest, event].map((value) =>
    spellings.has(name) && value !== undefined ? plain(value) : JSON.stringify(value),
  )
  return a === b ? [] : [`${path}: ${a} and ${b}`]
}

/** What `GET /conversations/{id}` and `v2.users.{id}.conversations` both can tell, and do not tell alike. */
export function disagreements(rest: Json, event: Json): string[] {
  const eventBody = { $ref: topicBodies['v2.users.{id}.conversations'] ?? '' }
  return differences(rest, event, { $ref: 'Conversation' }, eventBody, '')
}
