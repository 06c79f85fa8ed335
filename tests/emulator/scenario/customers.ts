import type { Random } from '../random'

export const firstNames = [
  'Alice',
  'Bogdan',
  'Carmen',
  'Derya',
  'Élodie',
  'Finn',
  'Grace',
  'Hiroshi',
  'Ines',
  'Jamal',
  'Katarzyna',
  'Lars',
  'Mònica',
  'Nadia',
  'Oisín',
  'Priya',
] as const
export const lastNames = [
  'Andersson',
  'Baptiste',
  'Castillo',
  'Dąbrowski',
  'Eriksen',
  'Fitzgerald',
  'García',
  'Haddad',
  'Ivanova',
  'Jansen',
  'Kowalczyk',
  'López',
  'Müller',
  'Nakamura',
  'Oyelaran',
  'Papadopoulos',
] as const
const concerns = [
  'Invoice too high',
  'Refund not arrived',
  'New bank details',
  'Reminder received',
  'Moving house',
  'Duplicate payment',
] as const

export interface Customer {
  readonly name: string
  readonly number: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Somebody who might call. */
export function makeCustomer(random: Random): Customer {
  const digits = String(Math.floor(random.between(1_000_000, 9_999_999)))
  return {
    name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
    number: `+1463${digits}`,
    attributes: {
      customerNumber: String(Math.floor(random.between(100_000, 999_999))),
      concern: random.pick(concerns),
    },
  }
}
