import { describe, expect, test } from 'vitest'
import { factsOf, queueNameOf } from '~/conversations/about'
import { type Conversation, fromWire } from '~/conversations/conversation'
import { partyRows, supervisionWords } from '~/conversations/partywords'
import { ben, call, caller, own } from '../fixtures/consults'
import { me, queueId, start, time } from '../fixtures/conversations'
import { situationOf } from '../fixtures/situations'

function see(name: string): Conversation {
  const seen = fromWire(situationOf(name), { me, now: start + 10_000 })
  if (!seen) throw new Error('It is not seen.')
  return seen
}

/** "Ben Okafor, Colleague: Connected 70": with the second at which it began. */
const rows = (name: string) =>
  partyRows(see(name)).map(({ name: who, role, state, since }) =>
    [`${who}, ${role}: ${state}`, since && (since - start) / 1000].filter(Boolean).join(' '),
  )

describe('who is in a call', () => {
  test.each([
    [
      'after-menu-and-flow',
      [
        'Derya Kowalczyk, Customer: Connected',
        'Billing, Queue: Waiting 1',
        'Ana Ruiz, You: Ringing 10',
        'Main menu, Menu: Passed it on',
      ],
    ],
    [
      'several-agents-before-me',
      [
        'Derya Kowalczyk, Customer: Connected',
        'Ana Ruiz, You: Connected 90',
        'Main menu, Menu: Passed it on',
        'Billing, Queue: Passed it on',
        'Lea Marsh, Colleague: Did not answer',
        'Ben Okafor, Colleague: Transferred the call',
        'Repairs, Queue: Passed it on',
      ],
    ],
    [
      'conference-of-four',
      [
        'Derya Kowalczyk, Customer: Connected',
        'Ana Ruiz, You: Connected 25',
        'Ben Okafor, Colleague: Connected 60',
        'Plumber Voss, Outside number: On hold 80',
        'Billing, Queue: Passed it on',
      ],
    ],
    [
      'consult-i-began',
      [
        'Derya Kowalczyk, Customer: On hold 60',
        'Ana Ruiz, You: Connected 25',
        'Ben Okafor, Colleague, consulted: Connected 70',
        'Billing, Queue: Passed it on',
      ],
    ],
    [
      'voicemail-being-heard',
      ['Ana Ruiz, You: Connected 25', 'Voicemail, Voicemail: Connected 25'],
    ],
    ['being-placed', ['Ana Ruiz, You: Dialing 10']],
    [
      'message-open',
      [
        'Derya Kowalczyk, Customer: Connected',
        'Ana Ruiz, You: Connected 25',
        'Billing, Queue: Passed it on',
      ],
    ],
  ])('%s', (name, list) => {
    expect(rows(name).map((row) => row.replace('Connected 0', 'Connected'))).toEqual(list)
  })

  test.each([
    ['ended-by-the-customer', 'Derya Kowalczyk, Customer: Hung up'],
    ['ended-by-me', 'Ana Ruiz, You: Hung up'],
    ['ended-declined', 'Ana Ruiz, You: Declined'],
    ['ended-not-answered', 'Ana Ruiz, You: Did not answer'],
    ['ended-after-a-consult', 'Ana Ruiz, You: Handed the call over'],
    ['ended-by-the-system', 'Derya Kowalczyk, Customer: Ended by Genesys Cloud'],
    ['ended-taken-back', 'Ana Ruiz, You: No longer called'],
    ['outbound-busy', 'Plumber Voss, Customer: Was busy'],
    ['outbound-unknown-number', 'Plumber Voss, Customer: Number not known'],
    ['outbound-colleague-declined', 'Ben Okafor, Colleague: Declined'],
    ['i-listen', 'Ana Ruiz, You, listening: Connected 40'],
    ['i-am-coached', 'Lea Marsh, Supervisor, coaching you: Connected 40'],
    ['i-coach', 'Ana Ruiz, You, coaching Ben Okafor: Connected 40'],
    ['i-have-joined', 'Ana Ruiz, You, has joined: Connected 40'],
  ])('%s', (name, row) => {
    expect(rows(name)).toContain(row)
  })
})

test('who was let go while the others went on has left, and was not there until the end', () => {
  const over = { state: 'disconnected', disconnectType: 'peer', connectedTime: time(70) }
  const letGo = ben({ ...over, disconnectedTime: time(80) }, { connectedTime: time(70) })
  const ended = { ...over, disconnectedTime: time(95) }
  const states = (...parts: Parameters<typeof call>) => {
    const seen = fromWire(call(...parts), { me, now: start + 100_000 })
    return seen && partyRows(seen).map(({ state }) => state)
  }
  expect(states(caller(), own(), letGo)?.at(-1)).toBe('Left')
  expect(states(caller(ended), own(ended), letGo)?.at(-1)).toBe('Left')
  const stayed = ben(ended, { connectedTime: time(70) })
  expect(states(caller(ended), own(ended), stayed)?.at(-1)).toBe('Until the end')
})

describe('a supervisor', () => {
  test.each([
    ['i-listen', 'You are listening to Ben Okafor’s call. Nobody hears you.'],
    ['i-coach', 'You are coaching Ben Okafor. Nobody else hears you.'],
    ['i-have-joined', 'You have joined Ben Okafor’s call. Everybody hears you.'],
    ['i-am-coached', undefined],
    ['ended-as-i-listened', undefined],
  ])('%s: is told who hears them', (name, words) => {
    expect(supervisionWords(see(name))).toBe(words)
  })
})

describe('how a call was routed', () => {
  test('is told as far as it has names, and counted where it has none', () => {
    expect(factsOf(see('after-menu-and-flow'), () => undefined)).toEqual([
      { name: 'Skills', value: 'Boilers and 1 more' },
      { name: 'Language', value: '1 asked for' },
      { name: 'Priority', value: '3' },
    ])
    expect(factsOf(see('colleague-calls'), () => undefined)).toEqual([])
  })

  test('a skill without a name is called what it is called elsewhere, and only that is looked up', () => {
    const lookedUp: string[] = []
    const facts = factsOf(see('after-menu-and-flow'), (id) => {
      lookedUp.push(id)
      return 'Warranty'
    })
    expect(facts.map(({ value }) => value)).toEqual(['Boilers, Warranty', '1 asked for', '3'])
    expect(lookedUp).toEqual(['s-2'])
  })

  test.each([
    [[{ id: 's-1' }, { id: 's-2' }], '2 asked for'],
    [[{ id: 's-w' }, { id: 's-1' }], 'Warranty and 1 more'],
    [[{ id: 7 }, null, {}, { id: '' }, 's-w'], '3 asked for'],
    ['s-w', undefined],
  ])('of %j it says %j', (skills, value) => {
    const seen = see('after-menu-and-flow')
    const participants = (seen.told.participants ?? []).map((one) => ({
      ...one,
      conversationRoutingData: { skills },
    }))
    const told = { ...seen.told, participants } as Conversation['told']
    const facts = factsOf({ ...seen, told }, (id) => (id === 's-w' ? 'Warranty' : undefined))
    expect(facts[0]?.value).toBe(value)
  })

  test('the queue is called what it calls itself, where the news lacks its name', () => {
    expect(queueNameOf(see('after-menu-and-flow'))).toBe('Billing')
    expect(queueNameOf(see('several-agents-before-me'))).toBe('Repairs')
    expect(queueNameOf(see('i-listen'))).toBeUndefined()
    const named = { ...see('after-menu-and-flow'), queue: { id: queueId, name: 'Invoices' } }
    expect(queueNameOf(named)).toBe('Invoices')
  })
})
