import { describe, expect, test } from 'vitest'
import { numberOf, placedTo, problemOf, requestFor } from '~/dial/dial'
import { recentCalls } from '~/dial/recent'
import { asTyped } from '~/dial/short'
import { refusals } from '~/dial/words'
import type { Destination } from '~/transfer/destination'
import { unsearched } from '~/transfer/finding'
import { operationFacts } from '../../emulator/contract/facts'

const number: Destination = { kind: 'number', id: '+493055500142', name: '+49 30 555 00142' }
const queue: Destination = { kind: 'queue', id: 'q-1', name: 'Repairs' }
const person: Destination = { kind: 'person', id: 'u-1', name: 'Ben Okafor', presence: 'available' }
const contact: Destination = {
  ...{ kind: 'contact', id: 'x-1', name: 'Ada Quill', phoneType: 'CellPhone' },
  number: '+49 30 555 00142',
}

describe('a call to be placed', () => {
  test.each([
    ['a number', number, { phoneNumber: '+493055500142', callFromQueueId: 'q-9' }],
    [
      'a contact',
      contact,
      { phoneNumber: '+49 30 555 00142', externalContactId: 'x-1', callFromQueueId: 'q-9' },
    ],
    // Nobody is called on behalf of a queue inside the organization.
    ['a queue', queue, { callQueueId: 'q-1' }],
    ['a colleague', person, { callUserId: 'u-1' }],
  ])('to %s has that one destination', (_what, to, request) => {
    expect(requestFor(to, 'q-9')).toEqual(request)
    expect(requestFor(to, undefined)).not.toHaveProperty('callFromQueueId')
    expect(Object.values(placedTo(to))).toHaveLength(1)
  })

  test.each([
    ['+493055500142', true],
    ['+4930', true],
    ['112', true],
    ['4711', true],
    ['115', true],
    ['1', false],
    ['+1', false],
    ['030555001', false],
    ['+49 30', false],
    ['', false],
  ])('to the number “%s” can go: %s', (id, fits) => {
    expect(problemOf({ ...number, id }) === undefined).toBe(fits)
  })

  test.each([
    ['a queue', { ...queue, id: 'no id' }],
    ['a colleague', { ...person, id: '' }],
    ['a contact', { ...contact, number: 'sip:ada' }],
  ])('to %s that is none says which field is wrong', (_what, to) => {
    expect(problemOf(to as Destination)).toMatch(/^(Queue|Colleague|Contact): /)
  })
})

describe('a short number', () => {
  const read = (query: string, made?: Destination) =>
    asTyped({
      ...unsearched,
      query,
      ...(made?.kind === 'number' ? { number: { number: made } } : {}),
    }).number

  test.each(['112', '911', '999', '110', '115', '11833', ' 4711 ', '10'])(
    'is offered exactly as it was typed: %s',
    (query) => {
      const rewritten: Destination = { kind: 'number', id: `+49${query.trim()}`, name: 'x' }
      for (const made of [undefined, rewritten])
        expect(read(query, made)).toMatchObject({
          number: { id: query.trim(), name: query.trim() },
        })
    },
  )

  test('is the same one when others were found beside it: its row and the focus on it stay', () => {
    const rewritten: Destination = { kind: 'number', id: '+49112', name: 'x' }
    expect(read('112', rewritten)).toBe(read('112'))
    expect(read('110')).not.toBe(read('112'))
  })

  test.each(['+49112', '0305550', '1', 'Ada', '1 1 2', ''])('is not what “%s” is', (query) => {
    expect(read(query)).toBeUndefined()
  })
})

describe('recent calls', () => {
  const ended = (id: string, address: string, outbound = false) => ({
    ...{ id, outbound, endedAt: 0, how: 'Ended by the customer.' },
    customer: { name: 'Ada Quill', address },
  })

  test('are each number once, by its latest call; what is no number cannot be called', () => {
    const all = [
      ended('c-3', '+493055500142', true),
      ended('c-2', 'ada'),
      ended('c-1', '+493055500142'),
      ended('c-0', ''),
    ]
    expect(recentCalls(all).map((one) => [one.ended.id, one.to?.id])).toEqual([
      ['c-3', '+493055500142'],
      ['c-2', undefined],
      ['c-0', undefined],
    ])
    expect(
      recentCalls(Array.from({ length: 30 }, (_, at) => ended(`c-${at}`, `+4930${at}00`))),
    ).toHaveLength(10)
  })

  test('are called by their number, however it is written', () => {
    expect(numberOf({ name: 'Ada', address: '+49 (30) 555-00142' })?.id).toBe('+493055500142')
    expect(numberOf({ name: 'Ada', address: '112' })?.id).toBe('112')
    expect(numberOf({ name: 'Ada', address: 'anonymous' })).toBeUndefined()
  })
})

describe('the words for a refusal', () => {
  /** What a request of ours cannot be: those are refused in the words of everything else. */
  const foreign =
    /^(invalid\.(property|date|query\.param\.value)|constraint\.validation|client\.failed\.request)$/
  const { errors = {} } = operationFacts.postConversationsCalls ?? {}
  const codes = Object.entries(errors)
    .filter(([status]) => status.startsWith('4'))
    .flatMap(([, list]) => list)
    .filter((code) => !foreign.test(code))

  test.each(codes)('there are for %s', (code) => {
    expect(refusals[code]).toMatch(/\.$/)
  })

  test('say what to do where there is no phone', () => {
    expect(codes.length).toBeGreaterThan(12)
    expect(refusals['conversation.error.no.user.station']).toContain('Select one in Genesys Cloud')
  })
})
