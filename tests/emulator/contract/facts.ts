import { readFileSync } from 'node:fs'

/**
 * What the official description says of the Platform API, as scripts/contract.mjs has derived it: names,
 * types, enums, statuses, scopes, permissions and error codes.
 */

/** A JSON Schema, of which `$ref` holds the bare name of a definition. */
export interface Shape {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly required?: readonly string[] | boolean
  readonly readOnly?: boolean
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly pattern?: string
  /** Only of a query: what is taken when it is not sent. */
  readonly default?: string | number | boolean
}

export type Permissions = { readonly any: readonly string[] } | { readonly all: readonly string[] }

export interface OperationFacts {
  readonly method: string
  /** With parameters in braces: `/api/v2/users/{userId}`. */
  readonly path: string
  readonly deprecated?: true
  /** Any one of them admits the client. */
  readonly scopes: readonly string[]
  readonly permissions?: Permissions
  readonly query?: Readonly<Record<string, Shape>>
  readonly body?: Shape & { readonly mandatory?: true }
  /** Status, or `default` → the body; null where there is none. */
  readonly answers: Readonly<Record<string, Shape | null>>
  /** Status → the codes beyond those of every operation. */
  readonly errors: Readonly<Record<string, readonly string[]>>
}

function table<T>(name: string): Readonly<Record<string, T>> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
}

/** By official operation id. */
export const operationFacts = table<OperationFacts>('operations')
/** By name: what bodies and answers of the API are made of. */
export const definitions = table<Shape>('definitions')
/** Status → the codes that every operation may answer. */
export const commonErrors = table<readonly string[]>('errors')
/** Template of a topic → the name of its body's shape. */
export const topicBodies = table<string>('topics')

/** The shapes that events are made of; not read before somebody asks. */
export function topicShapes(): Readonly<Record<string, Shape>> {
  return table<Shape>('topic-definitions')
}

let shapesOfTopics: ReturnType<typeof topicShapes> | undefined
const bodyNames = new Map(
  Object.entries(topicBodies).map(([template, name]) => [template.toLowerCase(), name]),
)

/** The body of a single topic's events, and the shapes it is made of. */
export function topicBody(topic: string) {
  shapesOfTopics ??= topicShapes()
  const template = topic
    .toLowerCase()
    .replaceAll(/(?<=\.)[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?=\.|$)/g, '{id}')
  const name = bodyNames.get(template)
  return { shape: name === undefined ? undefined : shapesOfTopics[name], named: shapesOfTopics }
}
