import { describe, expect, test } from 'vitest'
import { consultNews } from '~/conversations/consultnews'
import { type Conversation, fromWire } from '~/conversations/conversation'
import type { Conversation as Wire } from '~/genesys/wire'
import type { Conversation as Call } from '../../emulator/conversation/call'
import { toEvent } from '../../emulator/conversation/event'
import type { Command } from '../../emulator/conversation/machine'
import { as, become, ben, from, of, repairs, talking } from '../emulator/line'

function see(call: Call, me: string): Conversation {
  // As it comes over the wire.
  const wire: Wire = JSON.parse(JSON.stringify(toEvent(call, { id: 'd', name: 'Home' })))
  const seen = fromWire(wire, { me, now: 20_000 })
  if (!seen) throw new Error('It is not seen.')
  return seen
}

const consult = (destination: Extract<Command, { type: 'consult' }>['destination']) => {
  const call = talking()
  return become(call, 5_000, {
    type: 'consult',
    ...as(call, 'ana'),
    objectId: of(call, 'customer').id,
    destination,
    speakTo: 'DESTINATION',
  })
}
const rings = consult({ agent: ben })
const talks = become(rings, 6_000, { type: 'answer', ...as(rings, 'ben') })
const dials = (address: string) => consult({ address, name: 'Plumber Voss' })
const waits = consult({ queue: repairs })
const offered = become(waits, 6_000, { type: 'offer', agent: ben, queue: repairs })

describe('news of a consult', () => {
  test.each<[string, Call, Command, string | undefined]>([
    ['declined', rings, { type: 'hangUp', ...as(rings, 'ben') }, 'Ben has declined.'],
    [
      'not answered',
      rings,
      { type: 'alertingTimesOut', ...as(rings, 'ben') },
      'Ben did not answer.',
    ],
    ['hung up', talks, { type: 'hangUp', ...as(talks, 'ben') }, 'Ben has hung up.'],
    [
      'the customer hung up',
      talks,
      { type: 'callerHangsUp' },
      `${from.name} has hung up. You are talking to Ben.`,
    ],
    ['taken back', rings, { type: 'cancelConsult', ...as(rings, 'ana') }, undefined],
    ['answered', rings, { type: 'answer', ...as(rings, 'ben') }, undefined],
    ['completed', talks, { type: 'hangUp', ...as(talks, 'ana') }, undefined],
    ['spoken to both', talks, { type: 'speakTo', ...as(talks, 'ana'), speakTo: 'BOTH' }, undefined],
    [
      'one of a queue did not answer, and it waits on',
      offered,
      { type: 'alertingTimesOut', ...as(offered, 'ben') },
      undefined,
    ],
  ])('%s', (_what, before, command, news) => {
    const after = become(before, 7_000, command)
    expect(consultNews(see(before, 'ana'), see(after, 'ana'))).toBe(news)
  })

  test.each([
    ['+4930550001', 'Plumber Voss was busy (User busy).'],
    ['+4930550002', 'Plumber Voss did not answer (No answer from user).'],
    [
      '+4930550003',
      'Plumber Voss could not be reached: the number is not known (The number cannot be reached).',
    ],
  ])('a number outside, %s', (address, news) => {
    const before = dials(address)
    const participantId = before.participants.at(-1)?.id ?? ''
    const after = become(before, 40_000, { type: 'dialled', participantId })
    expect(consultNews(see(before, 'ana'), see(after, 'ana'))).toBe(news)
  })

  test('whoever is consulted is told that the call is theirs, or that the customer is gone', () => {
    const left = become(talks, 7_000, { type: 'hangUp', ...as(talks, 'ana') })
    expect(consultNews(see(talks, 'ben'), see(left, 'ben'))).toBe(
      'Ana has handed the call over to you.',
    )
    const gone = become(talks, 7_000, { type: 'callerHangsUp' })
    expect(consultNews(see(talks, 'ben'), see(gone, 'ben'))).toBe(
      `${from.name} has hung up. You are talking to Ana.`,
    )
  })

  test('a supervisor who listens is nobody to talk to', () => {
    const gone = see(become(talks, 7_000, { type: 'callerHangsUp' }), 'ana')
    const participants = (gone.told.participants ?? []).map((one) =>
      one.userId === ben.id ? { ...one, monitoredParticipantId: 'p-mine' } : one,
    )
    const heard = { ...gone, told: { ...gone.told, participants } }
    expect(consultNews(see(talks, 'ana'), heard)).toBe(`${from.name} has hung up.`)
  })

  test('what the agent has just canceled is none, but for the customer', () => {
    const left = become(talks, 7_000, { type: 'hangUp', ...as(talks, 'ben') })
    expect(consultNews(see(talks, 'ana'), see(left, 'ana'), true)).toBeUndefined()
    const gone = become(talks, 7_000, { type: 'callerHangsUp' })
    expect(consultNews(see(talks, 'ana'), see(gone, 'ana'), true)).toContain('has hung up')
  })

  test('of a call without a consult there is none', () => {
    const call = talking()
    const over = become(call, 9_000, { type: 'callerHangsUp' })
    expect(consultNews(see(call, 'ana'), see(over, 'ana'))).toBeUndefined()
  })
})
