import { describe, expect, test } from 'vitest'
import { controlsFor } from '~/conversations/controls'
import {
  type Conversation,
  fromWire,
  isLive,
  type Media,
  type Phase,
} from '~/conversations/conversation'
import { aboutLine, stateWord } from '~/conversations/words'
import { me, queueId, start } from '../fixtures/conversations'
import { situationOf } from '../fixtures/situations'

const at = (seconds: number) => start + seconds * 1000

function see(name: string, before?: Conversation): Conversation {
  const known = { me, now: at(200), ...(before ? { before } : {}) }
  const seen = fromWire(situationOf(name), known)
  if (!seen) throw new Error('It is not seen.')
  return seen
}

const derya = 'Derya Kowalczyk'
const repairs = queueId.replace(/.$/, '2')
/** The phase, who it is with, the queue, my part, and the word for it. */
type Card = [string, Phase, string, string | undefined, string, string]

describe('the card of a call', () => {
  test.each<Card>([
    ['after-menu-and-flow', 'alerting', derya, queueId, 'p-mine', 'Ringing'],
    ['several-agents-before-me', 'connected', derya, repairs, 'p-mine', 'Connected'],
    ['in-capitals', 'connected', derya, queueId, 'p-mine', 'Connected'],
    ['campaign-call', 'connected', derya, queueId, 'p-mine', 'Connected'],
    ['my-second-part-for-another-queue', 'alerting', derya, repairs, 'p-mine-again', 'Ringing'],
    ['conference-of-four', 'connected', derya, queueId, 'p-mine', 'Connected'],
    ['consult-i-began', 'connected', derya, queueId, 'p-mine', 'Connected'],
    ['i-am-consulted', 'connected', derya, undefined, 'p-mine', 'Connected'],
    ['i-listen', 'connected', derya, undefined, 'p-mine', 'Connected'],
    ['i-am-coached', 'connected', derya, queueId, 'p-mine', 'Connected'],
    ['colleague-calls', 'alerting', 'Ben Okafor', undefined, 'p-mine', 'Ringing'],
    ['being-placed', 'dialing', 'Plumber Voss', undefined, 'p-mine', 'Dialing'],
    ['voicemail-being-heard', 'connected', 'Voicemail', undefined, 'p-mine', 'Connected'],
    ['callback-being-dialled', 'dialing', derya, queueId, 'p-mine', 'Dialing'],
    ['call-beside-a-message', 'connected', derya, queueId, 'p-mine', 'Connected'],
    ['ended-by-the-customer', 'wrapup', derya, queueId, 'p-mine', 'Wrap-up'],
    ['ended-by-the-consulted-after-the-customer', 'wrapup', derya, queueId, 'p-mine', 'Wrap-up'],
    ['ended-declined', 'over', derya, queueId, 'p-mine', 'Ended'],
  ])('%s', (name, phase, customer, queue, part, word) => {
    const one = see(name)
    expect(one).toMatchObject({ media: 'call', phase, mine: { participantId: part } })
    expect([one.customer.name, one.queue?.id, stateWord(one)]).toEqual([customer, queue, word])
  })

  test.each([
    ['campaign-call', '+14635550101'],
    ['being-placed', '+493055500199'],
    ['after-menu-and-flow', '+14635550101'],
  ])(
    '%s shows the number of the other end, not the one the call is placed with',
    (name, number) => {
      expect(see(name).customer.address).toBe(number)
    },
  )
})

test('a number outside that is asked for advice is not who the call is with', () => {
  const wire = situationOf('colleague-calls')
  const asked = {
    id: 'p',
    purpose: 'external',
    name: 'Plumber Voss',
    consultParticipantId: 'p-ben',
  }
  const participants = [{ ...asked, calls: [{ state: 'dialing' }] }, ...(wire.participants ?? [])]
  const one = fromWire({ ...wire, participants }, { me, now: start })
  expect(one?.customer.name).toBe('Ben Okafor')
})

describe('the card of what is no call', () => {
  test.each<[string, Media, Phase, string]>([
    ['callback-offered', 'callback', 'alerting', 'Offered'],
    ['callback-after-its-call', 'callback', 'connected', 'Open'],
    ['message-open', 'message', 'connected', 'Open'],
    ['email-parked', 'email', 'held', 'Parked'],
    ['chat-owes-wrap-up', 'chat', 'wrapup', 'Wrap-up'],
    ['video-open', 'other', 'connected', 'Open'],
  ])('%s says what it is and where it stands, and is no live call', (name, media, phase, word) => {
    const one = see(name)
    expect(one).toMatchObject({ media, phase, customer: { name: derya } })
    expect(stateWord(one)).toBe(word)
    expect(isLive(one)).toBe(false)
  })

  test('is named in the line below', () => {
    expect(aboutLine(see('message-open'), 'Billing')).toBe('Message · Billing')
  })
})

describe('what was known before', () => {
  test('the name of a queue is not that of the next queue', () => {
    const first = { ...see('several-agents-before-me'), queue: { id: queueId, name: 'Billing' } }
    expect(see('my-second-part-for-another-queue', first).queue).toEqual({ id: repairs })
  })

  test('another part that rings begins to ring anew', () => {
    const before = { ...see('after-menu-and-flow'), since: at(20) }
    expect(see('my-second-part-for-another-queue', before).since).toBe(at(200))
    expect(see('after-menu-and-flow', before).since).toBe(at(20))
  })

  test('a queue I worked for is not that of a consult I am asked into later', () => {
    const before = { ...see('ended-transferred-to-a-queue') }
    const mine = { participantId: 'p-before', communicationId: 'c', muted: false }
    expect(see('i-am-consulted', { ...before, mine }).queue).toBeUndefined()
  })

  test('the beginning of it all does not move, whatever a later event leaves out', () => {
    const before = { ...see('being-placed'), startedAt: at(-5) }
    expect(see('being-placed', before).startedAt).toBe(at(-5))
  })
})

test('a call in a state that nobody knows can be ended at most, and is called no more than it is', () => {
  const wire = situationOf('after-menu-and-flow')
  for (const call of wire.participants?.at(-1)?.calls ?? []) call.state = 'teleporting'
  const one = fromWire(wire, { me, now: start })
  expect(one && stateWord(one)).toBe('Under way')
  const usable = one && controlsFor(one, [], {}).filter(({ whyNot }) => !whyNot)
  expect(usable?.map(({ verb }) => verb)).toEqual(['end'])
})
