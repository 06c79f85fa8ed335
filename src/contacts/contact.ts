/** An external contact: somebody the organization knows, and the numbers that reach them. */
import type { ContactId } from '~/genesys/ids'
import { text } from '~/genesys/values'
import type { ExternalContact } from '~/genesys/wire'
import type { PhoneType } from '~/genesys/wirecalls'

export interface ContactNumber {
  readonly phoneType: PhoneType
  /** E.164, or as Genesys Cloud has it. */
  readonly number: string
  /** As people read it. */
  readonly shown: string
}

export interface Contact {
  readonly id: ContactId
  readonly name: string
  /** Title and organization, as far as they are told. */
  readonly about: string
  /** At least one. */
  readonly numbers: readonly [ContactNumber, ...ContactNumber[]]
}

const fields = [
  ['WorkPhone', 'workPhone'],
  ['CellPhone', 'cellPhone'],
  ['HomePhone', 'homePhone'],
  ['OtherPhone', 'otherPhone'],
] as const satisfies readonly (readonly [PhoneType, keyof ExternalContact])[]

/** Undefined when there is nobody to speak of, or no number to call. */
export function contactFromWire(wire: ExternalContact): Contact | undefined {
  const id = text(wire.id)
  const organization = text(wire.externalOrganization?.name)
  const own = [text(wire.firstName), text(wire.lastName)].filter(Boolean).join(' ')
  const name = own || organization
  const [first, ...more] = fields.flatMap(([phoneType, field]) => {
    const phone = wire[field]
    const number = text(phone?.e164) ?? text(phone?.display) ?? text(phone?.userInput)
    return number ? [{ phoneType, number, shown: text(phone?.display) ?? number }] : []
  })
  if (!id || !name || !first) return undefined
  const about = [text(wire.title), own && organization].filter(Boolean).join(' · ')
  return { id, name, about, numbers: [first, ...more] }
}
