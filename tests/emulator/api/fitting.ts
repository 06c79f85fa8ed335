import { type OperationFacts, operationFacts, type Shape } from '../contract/facts'
import { type ErrorCode, Refused } from './errors'
import { type Misfit, misfitOf } from './shape'

/** Where a definition's field has a code of its own for what does not fit. */
const ownCodes: Readonly<Record<string, ErrorCode>> = {
  'ConsultTransfer.destination': 'conversation.error.consult.transfer.no.destination',
  'IdleTokenTimeout.idleTokenTimeoutSeconds': 'token.timeout.exceeded',
  'MediaParticipantRequest.state': 'conversation.participant.update.invalid',
  'TransferToExternalContactRequest.contactId': 'conversations.error.transfer.destination.required',
}

/** No described body is deeper by far. */
const deepest = 64

function isDeep(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isDeep(one, levels - 1))
}

function refusalOf({ kind, of, field, value, wanted }: Misfit): Refused {
  const own = ownCodes[`${of}.${field}`]
  const said = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (own) return new Refused(own)
  switch (kind) {
    case 'property':
      return new Refused('invalid.property', field, of)
    case 'value':
      return new Refused('invalid.value', said, field, wanted)
    case 'date':
      return new Refused('invalid.date')
    case 'constraint':
      return new Refused('constraint.validation', `${field}: ${wanted}`)
    case 'type':
      return new Refused('bad.request')
  }
}

/**
 * A body must be as described. UNSURE in the official documents: whether a field that is not described is
 * refused or ignored; it is refused, so that a client's mistake shows.
 */
function requireBody({ body: shape, method }: OperationFacts, body: unknown): void {
  if (body === undefined) {
    if (shape?.mandatory) throw new Refused('bad.request')
    return
  }
  if (!shape || isDeep(body)) throw new Refused('bad.request')
  // A change names some fields of a whole.
  const misfit = misfitOf(body, shape, method === 'PATCH')
  if (misfit) throw refusalOf(misfit)
}

function toValue(text: string, { type }: Shape): unknown {
  if (type === 'integer' || type === 'number') return /^-?\d/.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/**
 * A query's values must be as described, or as the default is, which not every enum names; names that are
 * not described are heard by nobody.
 */
function requireQuery({ query = {} }: OperationFacts, asked: URLSearchParams): void {
  for (const [name, shape] of Object.entries(query)) {
    const { items, ...own } = shape
    const one = own.type === 'array' ? (items ?? {}) : own
    const given = asked.getAll(name)
    for (const text of own.type === 'array' ? given.flatMap((all) => all.split(',')) : given) {
      const misfit = misfitOf(toValue(text, one), one, false, 'query', name)
      if (!misfit || text === String(shape.default)) continue
      if (name === 'pageNumber') throw new Refused('invalid.page.number')
      throw new Refused('invalid.query.param.value', text, name, misfit.wanted)
    }
  }
}

/** Refuses what is not as the official description has it, before anything is done about it. */
export function requireFit(operation: string, query: URLSearchParams, body: unknown): void {
  const facts = operationFacts[operation]
  if (!facts) return
  requireQuery(facts, query)
  requireBody(facts, body)
}
