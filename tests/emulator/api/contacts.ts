import { type Contact, contacts, phoneTypes } from '../org/contacts'
import { type Ask, type Handler, ok } from './ask'
import { Refused } from './errors'
import { isId, listOf, page } from './paging'
import { plainOf } from './searchable'

/** "Limited to fetching first 1,000 records; pageNumber * pageSize must be <= 1,000". */
const recordsMax = 1000
const pageSizeStandard = 20
const divisionsMax = 50

/** `+13175553310` as people write it. */
const displayed = (number: string) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1-$2-$3')

function toPhone(number: string) {
  return { display: displayed(number), userInput: number, e164: number, countryCode: 'US' }
}

const fieldOf = (type: string) => type.charAt(0).toLowerCase() + type.slice(1)

/** The first word is taken for the first name; a company has nothing else. */
const namesOf = ({ name, title }: Contact) => {
  const [firstName = name, ...more] = name.split(' ')
  return { firstName, lastName: more.join(' '), middleName: '', title: title ?? '' }
}

function toContact(contact: Contact, expand: readonly string[], { world }: Ask) {
  const { id, phones, title, organization } = contact
  const { firstName, lastName } = namesOf(contact)
  const { division } = world.org
  const numbers = phoneTypes.flatMap((type) => {
    const number = phones[type]
    return number === undefined ? [] : [[fieldOf(type), toPhone(number)]]
  })
  return {
    id,
    type: 'Curated',
    firstName,
    ...(lastName && { lastName }),
    ...(title !== undefined && { title }),
    ...Object.fromEntries(numbers),
    ...(organization !== undefined &&
      expand.includes('externalOrganization') && { externalOrganization: { name: organization } }),
    division: { id: division.id, ...(expand.includes('division') && { name: division.name }) },
    selfUri: `/api/v2/externalcontacts/contacts/${id}`,
  }
}

/** UNSURE in the official documents, which say "keywords": each begins a word of the contact, or ends a number. */
function fits({ name, title = '', organization = '', phones }: Contact, q: string): boolean {
  const words = plainOf([name, title, organization].join(' ')).split(/[^\p{L}\p{N}]+/u)
  const numbers = Object.values(phones)
  return plainOf(q)
    .split(/\s+/)
    .filter(Boolean)
    .every(
      (keyword) =>
        words.some((word) => word.startsWith(keyword)) ||
        (/^\+?\d{3,}$/.test(keyword) && numbers.some((number) => number.includes(keyword))),
    )
}

const sortable = ['firstName', 'lastName', 'middleName', 'title'] as const

/** `firstName:asc`; by first name, unless the request says otherwise (UNSURE in the official documents). */
function sorted(all: readonly Contact[], order: string | null): Contact[] {
  const [field = '', direction = 'asc'] = (order || 'firstName:asc').split(':')
  const name = sortable.find((one) => one === field)
  if (!name || (direction !== 'asc' && direction !== 'desc'))
    throw new Refused('invalid.value', String(order), 'sortOrder', sortable.join(', '))
  const sign = direction === 'desc' ? -1 : 1
  return [...all].sort((a, b) => sign * namesOf(a)[name].localeCompare(namesOf(b)[name]))
}

function number(query: URLSearchParams, name: string, standard: number): number {
  const value = Number(query.get(name) ?? standard)
  if (Number.isInteger(value) && value > 0) return value
  throw new Refused('invalid.value', String(query.get(name)), name, 'positive integers')
}

/** In how many of the divisions asked for there are any: everybody is in the one there is. */
function isInDivision(ask: Ask): boolean {
  const wanted = listOf(ask.query, 'divisionIds')
  if (wanted.length > divisionsMax || !wanted.every(isId)) throw new Refused('invalid.division.id')
  return wanted.length === 0 || wanted.includes(ask.world.org.division.id)
}

export const contactHandlers = {
  getExternalcontactsContacts(ask) {
    const { path, query } = ask
    const pageSize = number(query, 'pageSize', pageSizeStandard)
    const pageNumber = number(query, 'pageNumber', 1)
    if (pageSize * pageNumber > recordsMax)
      throw new Refused('constraint.validation', 'pageNumber * pageSize must be <= 1000')
    const asked = new URLSearchParams(query)
    asked.set('pageSize', `${pageSize}`)
    asked.set('pageNumber', `${pageNumber}`)
    const expand = listOf(query, 'expand')
    const found = isInDivision(ask) ? contacts.filter((one) => fits(one, query.get('q') ?? '')) : []
    const ordered = sorted(found, query.get('sortOrder'))
    return ok({
      ...page(ordered, path, asked, (one) => toContact(one, expand, ask)),
      partialResults: false,
    })
  },
} satisfies Record<string, Handler>
