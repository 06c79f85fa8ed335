/**
 * Derives the tables of facts in tests/emulator/contract from a Swagger 2.0 description of the
 * Platform API: names, types, enums, statuses, scopes, permissions and error codes, and not one
 * sentence of it. Notification topics are read from `x-notification-topics` (topic → definition) and
 * `x-topic-definitions`.
 *
 *   node scripts/contract.mjs DESCRIPTION.json
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../tests/emulator/contract')

/** What a schema says about shape; the rest is prose, or for generators of clients. */
const kept = [
  'type',
  'format',
  'enum',
  'required',
  'readOnly',
  'uniqueItems',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'pattern',
]

const nameOf = (ref) => ref.replace('#/definitions/', '')

function shape(schema) {
  if (schema.$ref) return { $ref: nameOf(schema.$ref) }
  const out = {}
  for (const key of kept) if (schema[key] !== undefined) out[key] = schema[key]
  if (schema.items) out.items = shape(schema.items)
  if (schema.properties) {
    out.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, shape(property)]),
    )
  }
  if (typeof schema.additionalProperties === 'object') {
    out.additionalProperties = shape(schema.additionalProperties)
  }
  return out
}

/** What is taken when a parameter is not sent is told too: not every one is in the enum beside it. */
function parameter({ name, required, default: standard, ...schema }) {
  const told = {
    ...(required && { required: true }),
    ...(standard !== undefined && { default: standard }),
  }
  return [name, { ...shape(schema), ...told }]
}

function operation(method, path, facts) {
  const inside = (where) => facts.parameters.filter((entry) => entry.in === where)
  const [body] = inside('body')
  const query = Object.fromEntries(inside('query').map(parameter))
  const answers = {}
  const errors = {}
  for (const [status, answer] of Object.entries(facts.responses)) {
    if (answer['x-inin-error-codes']) errors[status] = Object.keys(answer['x-inin-error-codes'])
    if (status === 'default' || Number(status) < 400) {
      answers[status] = answer.schema ? shape(answer.schema) : null
    }
  }
  const rights = facts['x-inin-requires-permissions']
  const scopes = facts.security.flatMap((entry) => Object.values(entry).flat())
  return {
    method: method.toUpperCase(),
    path,
    ...(facts.deprecated && { deprecated: true }),
    scopes,
    ...(rights && { permissions: { [rights.type.toLowerCase()]: rights.permissions } }),
    ...(Object.keys(query).length > 0 && { query }),
    ...(body && { body: { ...shape(body.schema), ...(body.required && { mandatory: true }) } }),
    answers,
    errors,
  }
}

/** The codes that every operation lists, by status: told once. */
function commonCodes(operations) {
  const [first, ...others] = operations
  return Object.fromEntries(
    Object.entries(first.errors)
      .map(([status, codes]) => [
        status,
        codes.filter((code) => others.every(({ errors }) => errors[status]?.includes(code))),
      ])
      .filter(([, codes]) => codes.length > 0),
  )
}

function withoutCommon(operation, common) {
  const errors = Object.entries(operation.errors)
    .map(([status, codes]) => [status, codes.filter((code) => !common[status]?.includes(code))])
    .filter(([, codes]) => codes.length > 0)
  return { ...operation, errors: Object.fromEntries(errors) }
}

/** One line an entry, in the order of the names: changes of the platform show as changed lines. */
function write(file, entries) {
  const lines = Object.entries(entries)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
  writeFileSync(join(folder, file), `{\n${lines.join(',\n')}\n}\n`)
}

const [source] = process.argv.slice(2)
if (!source) {
  process.stderr.write('Which description? node scripts/contract.mjs DESCRIPTION.json\n')
  process.exit(1)
}
const description = JSON.parse(readFileSync(source, 'utf8'))
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, facts]) => [
    facts.operationId,
    operation(method, path, facts),
  ]),
)
const common = commonCodes(operations.map(([, facts]) => facts))
write('errors.json', common)
write(
  'operations.json',
  Object.fromEntries(operations.map(([id, facts]) => [id, withoutCommon(facts, common)])),
)
const shapes = (definitions) =>
  Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, shape(schema)]))
write('definitions.json', shapes(description.definitions))
write('topics.json', description['x-notification-topics'])
write('topic-definitions.json', shapes(description['x-topic-definitions']))
