import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { definitions, type Shape, topicShapes } from '../emulator/contract/facts'

/** The official shapes as JSON Schemas, in which no field may be more than is described. */

type Json = Record<string, unknown>

const sources = { rest: definitions, topics: topicShapes() } as const
export type Source = keyof typeof sources

/**
 * `required` tells what an answer must have. A change (`isPart`) carries some fields of a shape only,
 * so nothing of it is required.
 */
function schemaOf(shape: Shape, source: Source, isPart = false): Json {
  const { $ref, required, properties, items, additionalProperties, readOnly: _, ...rest } = shape
  if ($ref !== undefined) {
    const name = $ref.replace('#/definitions/', '')
    return { $ref: `${source}${isPart ? '-part' : ''}#/definitions/${name}` }
  }
  const schema: Json = { ...rest }
  if (Array.isArray(required) && !isPart) schema.required = required
  if (items) schema.items = schemaOf(items, source, isPart)
  if (properties) {
    schema.properties = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        schemaOf(property, source, isPart),
      ]),
    )
  }
  if (additionalProperties) {
    schema.additionalProperties = schemaOf(additionalProperties, source, isPart)
  } else if (properties) schema.additionalProperties = false
  return schema
}

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
formats.default(ajv, ['date-time', 'date', 'int32', 'int64', 'float', 'double', 'uri-reference'])
// `selfUri` and its like are paths.
ajv.addFormat('uri', /^\S+$/)
ajv.addFormat('interval', /^[^/]+\/[^/]+$/)
ajv.addFormat('local-date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/)

for (const source of ['rest', 'topics'] as const) {
  const definitions = Object.entries(sources[source])
  for (const isPart of [false, true]) {
    ajv.addSchema({
      $id: `${source}${isPart ? '-part' : ''}`,
      definitions: Object.fromEntries(
        definitions.map(([name, shape]) => [name, schemaOf(shape, source, isPart)]),
      ),
    })
  }
}

/** What a shape of the REST API stands for. */
export function definition(shape: Shape): Shape {
  return (shape.$ref !== undefined && definitions[shape.$ref]) || shape
}

const compiled = new Map<string, ValidateFunction>()

/** What does not fit the shape, in words; nothing when all does. */
export function misfits(
  value: unknown,
  shape: Shape,
  source: Source = 'rest',
  isPart = false,
): string[] {
  const key = `${source} ${isPart} ${JSON.stringify(shape)}`
  let validate = compiled.get(key)
  if (!validate) {
    validate = ajv.compile(schemaOf(shape, source, isPart))
    compiled.set(key, validate)
  }
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const detail = Object.values(params).map(String).join(' ')
    return `${instancePath || '/'} ${message} (${detail})`
  })
}
