import type { Agent, Organisation } from '../org/organisation'

type Reader = (user: Agent, org: Organisation) => string

/** The fields of a user that can be searched and sorted by. */
const readers: Readonly<Record<string, Reader>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  username: ({ email }) => email,
  department: ({ department }) => department,
  title: ({ title }) => title,
  state: () => 'active',
  divisionId: (_, { division }) => division.id,
  'chat.jabberId': ({ id }, { domain }) => `${id}@${domain}`,
  'primaryContactInfo.email': ({ email }) => email,
  'addresses.email': ({ email }) => email,
  'addresses.voice': ({ phone }) => phone,
}

/** A field of everybody in an organisation: as it is written, and as it is looked for. */
export interface Column {
  readonly of: (user: Agent) => string
  readonly plain: (user: Agent) => string
}

/** Case does not matter; nor, as in most indexes, do accents (UNSURE in the official documents). */
export function plainOf(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

const known = new WeakMap<Organisation, Map<string, Column>>()

/** A field's column, worked out once: people do not change. Nothing for what cannot be searched. */
export function columnOf(org: Organisation, field: string): Column | undefined {
  const read = Object.hasOwn(readers, field) ? readers[field] : undefined
  if (!read) return undefined
  const columns = known.get(org) ?? new Map<string, Column>()
  known.set(org, columns)
  const found = columns.get(field)
  if (found) return found
  const plain = new Map(org.users.map((user) => [user.id, plainOf(read(user, org))]))
  const column = {
    of: (user: Agent) => read(user, org),
    plain: ({ id }: Agent) => plain.get(id) ?? '',
  }
  columns.set(field, column)
  return column
}
