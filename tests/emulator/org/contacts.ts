/** Where an external contact can be reached. */
export const phoneTypes = ['WorkPhone', 'CellPhone', 'HomePhone', 'OtherPhone'] as const
export type PhoneType = (typeof phoneTypes)[number]

export interface Contact {
  readonly id: string
  readonly name: string
  readonly phones: Readonly<Partial<Record<PhoneType, string>>>
  readonly title?: string
  /** Who they work for. */
  readonly organization?: string
}

/** Name, title, organization, and how many numbers they have. */
const others: readonly (readonly [string, string, string, 0 | 1 | 2 | 3 | 4])[] = [
  ['Agneta Borg', 'Property Manager', 'Harbour Estates', 2],
  ['Bram de Wit', 'Site Foreman', 'De Wit & Daughters', 1],
  ['Carys Pritchard', 'Solicitor', 'Pritchard Law', 2],
  ['Dragan Ilić', 'Locksmith', 'Keys Around the Clock', 1],
  ['Eilidh Fraser', 'Insurance Adjuster', 'Lowland Mutual', 3],
  ['Farouk Haddad', 'Electrician', 'Haddad Electric', 1],
  ['Greta Nyholm', 'Architect', 'Nyholm Studio', 1],
  ['Hyun-woo Seo', 'Purchasing', 'Seo Tiles', 2],
  ['Imogen Blake', 'Caretaker', 'Harbour Estates', 4],
  ['João Figueira', 'Roofer', 'Figueira Roofs', 1],
  ['Kwame Adjei', 'Plumber', 'Adjei Plumbing', 1],
  ['Lotte Vermeulen', 'Interpreter', 'Vermeulen Languages', 2],
  ['Mireille Dubois', 'Tenants’ Association', 'Rue Haute', 1],
  ['Niamh Gallagher', 'Chimney Sweep', 'Gallagher & Son', 1],
  ['Otto Hasenkamp', 'Warehouse', 'Northgate Couriers', 2],
  ['Pilar Quintana', 'Glazier', 'Quintana Glass', 1],
  ['Quentin Marsh', 'Surveyor', 'Marsh & Marsh', 1],
  ['Runa Tiwari', 'Boiler Inspector', 'Heat Check', 3],
  ['Solveig Haugen', 'Gardener', 'Green Rooms', 1],
  ['Tamás Kovács', 'Mover', 'Kovács Moves', 1],
  ['Ursula Baumann', 'Accountant', 'Baumann Partner', 2],
  ['Viktor Salo', 'Pest Control', 'Salo & Co', 1],
  // Of whom nobody has kept a number.
  ['Wanda Kosmider', 'Notary', 'Kosmider', 0],
]

/** Numbers that nobody else in the organisation has. */
function phonesOf(index: number, count: number): Contact['phones'] {
  const number = (at: number) => `+13175553${String(400 + index * 10 + at)}`
  return Object.fromEntries(phoneTypes.slice(0, count).map((type, at) => [type, number(at)]))
}

/** The external contacts that can be transferred to, the same in every organisation. */
export const contacts: readonly Contact[] = [
  {
    id: 'b1d6f3c2-5a0e-4c7b-9f21-6c0a4e8d7351',
    name: 'Northgate Couriers',
    phones: { WorkPhone: '+13175553310', CellPhone: '+13175553311' },
  },
  {
    id: '3c9e7a58-0d14-4b6f-8e93-2f7b1a6c4d02',
    name: 'Halvard Lindqvist',
    phones: { HomePhone: '+13175553320', OtherPhone: '+13175550001' },
  },
  ...others.map(([name, title, organization, count], index) => ({
    id: `5e0c7d1a-4b2f-4a68-9c35-${String(100_000_000_000 + index)}`,
    ...{ name, title, organization, phones: phonesOf(index, count) },
  })),
]

export function isPhoneType(value: unknown): value is PhoneType {
  return phoneTypes.some((type) => type === value)
}
