import { describe, expect, test } from 'vitest'
import { consultOf } from '~/conversations/consult'
import { fromWire } from '~/conversations/conversation'
import type { Conversation as Wire } from '~/genesys/wire'
import type { Conversation as Call, SpeakTo } from '../../emulator/conversation/call'
import { toEvent } from '../../emulator/conversation/event'
import { toRest } from '../../emulator/conversation/rest'
import type { Destination } from '../../emulator/conversation/transfer'
import { ana, as, become, ben, chloe, of, repairs, talking } from '../emulator/line'
import { situationOf } from '../fixtures/situations'

const division = { id: 'd', name: 'Home' }

/** Who asks, whom, about whom, and to whom they speak, as one of them sees it; as told by REST and by an event. */
function seen(call: Call, me: string) {
  const [rest, event] = [toRest(call, division), toEvent(call, division)].map((body) => {
    const wire: Wire = JSON.parse(JSON.stringify(body))
    return told(wire, me)
  })
  expect(event).toEqual(rest)
  return rest
}

function told(wire: Wire, me: string) {
  const one = fromWire(wire, { me, now: 0 })
  const consult = one && consultOf(one)
  if (!consult) return undefined
  const { role, initiator, consulted, customer, speaking, talks } = consult
  return [role, initiator.name, consulted.name, customer.name, speaking, talks]
}

function consult(
  call: Call,
  who: string,
  destination: Destination,
  speakTo: SpeakTo = 'DESTINATION',
) {
  const objectId = of(call, 'customer').id
  return become(call, 5_000, { type: 'consult', ...as(call, who), objectId, destination, speakTo })
}
const answers = (call: Call, who: string) =>
  become(call, 6_000, { type: 'answer', ...as(call, who) })
const speaks = (call: Call, speakTo: SpeakTo) =>
  become(call, 7_000, { type: 'speakTo', ...as(call, 'ana'), speakTo })
const leaves = (call: Call, who: string) =>
  become(call, 8_000, { type: 'hangUp', ...as(call, who) })

const rings = consult(talking(), 'ana', { agent: ben })
const talks = answers(rings, 'ben')
const waits = consult(talking(), 'ana', { queue: repairs })
const offered = become(waits, 6_000, { type: 'offer', agent: ben, queue: repairs })
const taken = leaves(talks, 'ana')
const again = consult(taken, 'ben', { agent: chloe })

describe('a consult', () => {
  test.each<[string, Call, string, unknown[] | undefined]>([
    ['rings', rings, 'ana', ['initiator', 'Ana', 'Ben', 'Customer', 'consulted', false]],
    [
      'rings at who is asked',
      rings,
      'ben',
      ['consulted', 'Ana', 'Ben', 'Customer', 'consulted', false],
    ],
    ['talks', talks, 'ana', ['initiator', 'Ana', 'Ben', 'Customer', 'consulted', true]],
    [
      'talks, as who is asked sees it',
      talks,
      'ben',
      ['consulted', 'Ana', 'Ben', 'Customer', 'consulted', true],
    ],
    [
      'goes back to the customer',
      speaks(talks, 'OBJECT'),
      'ana',
      ['initiator', 'Ana', 'Ben', 'Customer', 'customer', true],
    ],
    [
      'is of all three',
      speaks(talks, 'BOTH'),
      'ana',
      ['initiator', 'Ana', 'Ben', 'Customer', 'both', true],
    ],
    [
      'waits in a queue',
      waits,
      'ana',
      ['initiator', 'Ana', 'Repairs', 'Customer', 'consulted', false],
    ],
    [
      'rings for a queue',
      offered,
      'ana',
      ['initiator', 'Ana', 'Ben', 'Customer', 'consulted', false],
    ],
    [
      'was answered for a queue',
      answers(offered, 'ben'),
      'ana',
      ['initiator', 'Ana', 'Ben', 'Customer', 'consulted', true],
    ],
    ['is over once it is completed, for who has the call now', taken, 'ben', undefined],
    ['is over once it is left before an answer', leaves(rings, 'ana'), 'ben', undefined],
    ['is over once the consulted is gone', leaves(talks, 'ben'), 'ana', undefined],
    [
      'is over once the customer is gone',
      become(talks, 8_000, { type: 'callerHangsUp' }),
      'ana',
      undefined,
    ],
    ['is over as a conference', speaks(talks, 'CONFERENCE'), 'ana', undefined],
    [
      'may be begun by who was asked before',
      again,
      'ben',
      ['initiator', 'Ben', 'Chloé', 'Customer', 'consulted', false],
    ],
    ['is none where nobody is asked', talking(), 'ana', undefined],
  ])('%s', (_what, call, me, expected) => {
    expect(seen(call, me)).toEqual(expected)
  })

  test('of which no record is told is known by who is there', () => {
    const { recentTransfers: _, ...wire } = situationOf('consult-i-began')
    const me = wire.participants?.find(({ id }) => id === 'p-mine')?.userId ?? ''
    expect(told(wire, me)?.[0]).toBe('initiator')
    const left = { participants: wire.participants?.filter(({ id }) => id !== 'p-mine') ?? [] }
    const benId = left.participants.at(-1)?.userId ?? ''
    expect(told({ ...wire, ...left }, benId)).toBeUndefined()
  })

  test('that a supervisor hears is not theirs', () => {
    const lead = { id: 'lead', name: 'Lea', number: '+1' }
    const heard = become(talks, 9_000, {
      type: 'supervise',
      ...as(talks, 'ana'),
      agent: lead,
      as: 'monitor',
    })
    expect(seen(heard, 'lead')?.[0]).toBe('other')
    expect(seen(heard, ana.id)?.[0]).toBe('initiator')
  })
})
