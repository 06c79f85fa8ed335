import {
  commonErrors,
  type OperationFacts,
  operationFacts,
  topicBodies,
} from '../emulator/contract/facts'
import type { Answered, Sent, Watch } from '../emulator/contract/watch'
import { misfits } from './schemas'

/** Where the emulator strayed from the official description, told once each. */
export interface Judge extends Required<Watch> {
  verdicts(): readonly string[]
}

/** Names in a query that belong to no operation and are heard by none. */
function queryMisfits(facts: OperationFacts, query: URLSearchParams): string[] {
  return [...new Set(query.keys())].flatMap((name) => {
    const shape = facts.query?.[name]
    if (!shape) return [`?${name} is not described`]
    const { required: _, ...described } = shape
    // A boolean's values are listed as texts.
    const plain = described.type === 'boolean' ? { type: 'boolean' } : described
    const given = query.getAll(name).flatMap((text) => text.split(','))
    if (plain.type === 'array') return misfits(given, plain).map((text) => `?${name}: ${text}`)
    return given.flatMap((text) => {
      const isBoolean = plain.type === 'boolean' && ['true', 'false'].includes(text)
      const value = plain.type === 'integer' ? Number(text) : isBoolean ? text === 'true' : text
      return misfits(value, plain).map((why) => `?${name}: ${why}`)
    })
  })
}

function bodyMisfits({ body: shape, method }: OperationFacts, body: string): string[] {
  if (!shape) return body === '' ? [] : ['a body is not described']
  if (body === '') return shape.mandatory ? ['the body is missing'] : []
  const { mandatory: _, ...plain } = shape
  // A change names some fields of a whole.
  return misfits(JSON.parse(body), plain, 'rest', method === 'PATCH')
}

/** What was accepted must fit, or the emulator takes what Genesys Cloud might not. */
function requestMisfits(facts: OperationFacts, { query, body }: Answered): string[] {
  return [...queryMisfits(facts, query), ...bodyMisfits(facts, body)].map((why) => `asked: ${why}`)
}

function codeOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'code' in answer
    ? String(answer.code)
    : 'none'
}

/** What every refusal tells, though the description requires nothing of it. */
function sparseRefusal(status: number, answer: unknown): string[] {
  const told = new Map(Object.entries(answer ?? {}))
  const texts = ['message', 'code', 'contextId'].filter((name) => !told.get(name))
  return [
    ...texts.map((name) => `${status} without ${name}`),
    ...(told.get('status') === status ? [] : [`${status} says ${told.get('status')} in its body`]),
  ]
}

/** `errors` are the codes beyond those of every operation. */
function refusalMisfits(
  errors: OperationFacts['errors'],
  { status, answer }: Pick<Answered, 'status' | 'answer'>,
): string[] {
  const code = codeOf(answer)
  const codes = [...(commonErrors[status] ?? []), ...(errors[status] ?? [])]
  const listed = codes.includes(code) ? [] : [`${status} ${code} is not listed`]
  return [...listed, ...sparseRefusal(status, answer), ...misfits(answer, { $ref: 'ErrorBody' })]
}

function answerMisfits(facts: OperationFacts, { status, answer }: Answered): string[] {
  // `default` is said of operations whose answer has no body: it has come to pass all the same.
  const isDefault = !(status in facts.answers) && status >= 200 && status < 300
  const shape = facts.answers[isDefault ? 'default' : status]
  if (shape === undefined) return [`${status} is not described`]
  if (shape === null) return answer === undefined ? [] : [`${status} has no body`]
  // A text or an empty object may be left out: many a 202 is described with one.
  if (answer === undefined)
    return shape.type === 'string' || shape.$ref === 'Empty' ? [] : ['no body']
  return misfits(answer, shape)
}

/** What goes out without an operation: nothing is there, or not in that way. */
const nowhere = { 405: ['method.not.allowed'] }

/** What only the whole answer can tell: its headers, and refusals that no operation has made. */
function sentMisfits({ operation, status, headers, text }: Sent): string[] {
  const body = text === '' ? undefined : JSON.parse(text)
  const id = headers.get('ININ-Correlation-Id')
  const type = headers.get('content-type')
  if (!id) return ['no ININ-Correlation-Id']
  if (body !== undefined && type !== 'application/json') return [`${type} is no JSON`]
  if (status < 400) return operation === '' ? [`${status} of no operation`] : []
  if (status === 500) return ['500: a mistake of the emulator']
  const errors = operationFacts[operation]?.errors ?? nowhere
  const other = body?.contextId === id ? [] : ['contextId is not ININ-Correlation-Id']
  return [...other, ...refusalMisfits(errors, { status, answer: body })]
}

/** As it is on the wire: times are texts, and what is undefined is not there. */
function onWire(body: unknown): unknown {
  return body === undefined ? undefined : JSON.parse(JSON.stringify(body))
}

/** A topic with `{id}` in place of ids. */
export function templateOf(topic: string): string {
  return topic.replaceAll(/(?<=^v2\.\w+(?:\.\w+)?\.)[\w-]{30,}/g, '{id}')
}

/** Holds what the emulator says against the official description. */
export function createJudge(): Judge {
  const verdicts = new Set<string>()
  return {
    verdicts: () => [...verdicts],
    answered(made) {
      const seen = { ...made, answer: onWire(made.answer) }
      const facts = operationFacts[seen.operation]
      if (!facts) return void verdicts.add(`${seen.operation} is no official operation`)
      const found =
        seen.status >= 400
          ? refusalMisfits(facts.errors, seen)
          : [...requestMisfits(facts, seen), ...answerMisfits(facts, seen)]
      for (const why of found) verdicts.add(`${seen.operation}: ${why}`)
    },
    sent(sent) {
      const where = sent.operation || 'no operation'
      for (const why of sentMisfits(sent)) verdicts.add(`${where}: ${why}`)
    },
    published(topic, body) {
      const template = Object.keys(topicBodies).find(
        (known) => known.toLowerCase() === templateOf(topic).toLowerCase(),
      )
      const name = template && topicBodies[template]
      if (!name) return void verdicts.add(`${topic} is no official topic`)
      for (const why of misfits(onWire(body), { $ref: name }, 'topics')) {
        verdicts.add(`${template}: ${why}`)
      }
    },
  }
}
