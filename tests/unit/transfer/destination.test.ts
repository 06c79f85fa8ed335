import { describe, expect, test } from 'vitest'
import { type Destination, inOrder, keyOf, oneOf, type ToContact } from '~/transfer/destination'

describe('the order of the list', () => {
  const queue = (name: string): Destination => ({ kind: 'queue', id: name, name })
  const person = (name: string, whyNot?: string): Destination => ({
    kind: 'person',
    id: name,
    name,
    presence: 'available',
    ...(whyNot ? { whyNot } : {}),
  })
  const names = (all: readonly Destination[], text: string) =>
    inOrder(all, text).map(({ name }) => name)

  test('puts what begins with the text first, queues before people, and by name', () => {
    const all = [person('Rebecca Liu'), queue('Car repairs'), queue('Returns'), queue('Repairs')]
    expect(names(all, 're')).toEqual(['Repairs', 'Returns', 'Rebecca Liu', 'Car repairs'])
  })

  test('puts what cannot be reached last, however well it fits', () => {
    const ida: Destination = { kind: 'person', id: 'ida', name: 'Ida', presence: 'offline' }
    const all = [person('Ingrid', 'This is you'), ida, person('Li Wei'), queue('Billing')]
    expect(names(all, 'i')).toEqual(['Billing', 'Li Wei', 'Ida', 'Ingrid'])
  })

  test('leaves what it was given as it was', () => {
    const all = [queue('b'), queue('a')]
    inOrder(all, '')
    expect(all.map(({ name }) => name)).toEqual(['b', 'a'])
  })
})

describe('one of several numbers of a contact', () => {
  const home: ToContact = {
    kind: 'contact',
    ...{ id: 'c-1', name: 'Halvard Lindqvist' },
    phoneType: 'HomePhone',
    number: '+13175553320',
  }

  test('is another destination than the next, and is called by its place', () => {
    expect(keyOf(home)).not.toBe(keyOf({ ...home, phoneType: 'CellPhone' }))
    expect(oneOf(home).name).toBe('Halvard Lindqvist, home')
    expect(oneOf({ ...home, phoneType: 'CellPhone' }).name).toBe('Halvard Lindqvist, mobile')
  })
})
