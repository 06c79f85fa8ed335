import { describe, expect, test } from 'vitest'
import { type Destination, inOrder, standing } from '~/transfer/destination'

const ben = { presence: 'available', word: 'Available', routing: 'OFF_QUEUE' } as const

describe('a colleague in the list', () => {
  test('says what they are doing, by the organization’s own word', () => {
    const busy = { presence: 'onqueue', word: 'On Queue', routing: 'INTERACTING' } as const
    expect(standing({ ...busy, department: 'Repairs', isMe: false })).toEqual({
      about: 'On Queue · in a conversation · Repairs',
    })
    expect(standing({ ...ben, department: '', isMe: false })).toEqual({ about: 'Available' })
  })

  test('who was offline when they were found may be back: the press looks again', () => {
    const away = { ...ben, presence: 'offline', word: 'Offline' } as const
    expect(standing({ ...away, department: 'Sales', isMe: false })).toEqual({
      about: 'Offline · Sales',
    })
  })

  test('is not the agent', () => {
    expect(standing({ ...ben, department: '', isMe: true }).whyNot).toMatch(/This is you/)
  })

  test('of whom nothing is known can be tried', () => {
    const unknown = { presence: 'other', word: '', routing: 'other' } as const
    expect(standing({ ...unknown, department: '', isMe: false })).toEqual({ about: '' })
  })
})

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
