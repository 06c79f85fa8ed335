/** Where an external contact can be reached. */
export const phoneTypes = ['WorkPhone', 'CellPhone', 'HomePhone', 'OtherPhone'] as const
export type PhoneType = (typeof phoneTypes)[number]

export interface Contact {
  readonly id: string
  readonly name: string
  readonly phones: Readonly<Partial<Record<PhoneType, string>>>
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
]

export function isPhoneType(value: unknown): value is PhoneType {
  return phoneTypes.some((type) => type === value)
}
