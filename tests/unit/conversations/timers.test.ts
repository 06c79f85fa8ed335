import { describe, expect, test } from 'vitest'
import { type Conversation, fromWire } from '~/conversations/conversation'
import { answerLeft, inPhase, totalMs, waitedMs } from '~/conversations/timers'
import type { Conversation as Wire } from '~/genesys/wire'
import * as known from '../fixtures/conversations'
import { situationOf } from '../fixtures/situations'

const { me, start } = known
const at = (seconds: number) => start + seconds * 1000

function see(wire: Wire): Conversation {
  const seen = fromWire(wire, { me, now: at(20) })
  if (!seen) throw new Error('It is not seen.')
  return seen
}

describe('the time waited in the queue', () => {
  test.each<[string, Wire, number, number | undefined]>([
    ['is that before the agent was found', known.connected, 500, 20],
    ['goes on while the phone rings', situationOf('after-menu-and-flow'), 31, 30],
    ['is of the last queue, not of those before', situationOf('several-agents-before-me'), 200, 30],
    ['is of the queue before me, not of one asked later', situationOf('ended-requeued'), 200, 20],
    ['is unknown where there was no queue', situationOf('colleague-calls'), 31, undefined],
    ['is unknown where nobody says since when', situationOf('being-placed'), 31, undefined],
    ['is nothing where the clocks disagree', situationOf('after-menu-and-flow'), -60, 0],
  ])('%s', (_what, wire, now, seconds) => {
    expect(waitedMs(see(wire), at(now))).toBe(seconds === undefined ? undefined : seconds * 1000)
  })
})

describe('the time that is left to answer', () => {
  const rings = { ...see(known.ringing), since: at(20) }
  test.each([
    ['is whole at first', 20, { ms: 15_000, share: 1 }],
    ['shrinks', 32, { ms: 3_000, share: 0.2 }],
    ['ends at nothing', 99, { ms: 0, share: 0 }],
    ['is never more than there was', -99, { ms: 15_000, share: 1 }],
  ])('%s', (_what, now, left) => {
    expect(answerLeft(rings, at(now))).toEqual(left)
  })
  test.each<[string, Conversation]>([
    ['what is answered', see(known.connected)],
    ['a message', see(situationOf('message-open'))],
    ['a callback, which is answered elsewhere', see(situationOf('callback-offered'))],
    ['what nobody limits', see(situationOf('being-placed'))],
  ])('is unknown of %s', (_what, one) => {
    expect(answerLeft(one, at(30))).toBeUndefined()
  })
  test.each([Number.NaN, -5, 0, Number.POSITIVE_INFINITY])('is unknown of %d', (alertingMs) => {
    const mine = { participantId: 'p', communicationId: 'c', muted: false, alertingMs }
    expect(answerLeft({ ...rings, mine }, at(30))).toBeUndefined()
  })
})

describe('the time of the state of now', () => {
  test.each<[string, Wire, number, number, boolean]>([
    ['ringing', known.ringing, 27, 7, false],
    ['connected', known.connected, 85, 60, false],
    ['on hold', known.held, 85, 45, false],
    ['after-call work, which counts down where it is limited', known.wrapupOwed, 95, 50, true],
    ['after-call work that is over', known.wrapupOwed, 999, 0, true],
    ['after-call work without a limit', known.transferredAway, 95, 10, false],
    ['what has not begun by this clock', known.connected, 1, 0, false],
  ])('%s', (_what, wire, now, seconds, isLeft) => {
    expect(inPhase(see(wire), at(now))).toEqual({ ms: seconds * 1000, isLeft })
  })
})

describe('the time of the whole conversation', () => {
  test.each<[string, Wire, number, number]>([
    ['is counted from the first who was there', known.connected, 85, 85],
    ['stands once my part is over', known.wrapupOwed, 500, 85],
    ['is never less than nothing', known.connected, -5, 0],
  ])('%s', (_what, wire, now, seconds) => {
    expect(totalMs(see(wire), at(now))).toBe(seconds * 1000)
  })
})
