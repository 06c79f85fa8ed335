import { describe, expect, test } from 'vitest'
import { type Conversation, compare, fromWire, isLive } from '~/conversations/conversation'
import type { Conversation as Wire } from '~/genesys/wire'
import * as situation from '../fixtures/conversations'

const { me, start } = situation
const now = start + 100_000

function see(wire: Wire, before?: Conversation): Conversation {
  const seen = fromWire(wire, { me, now, ...(before ? { before } : {}) })
  if (!seen) throw new Error('It is not seen.')
  return seen
}

const at = (seconds: number) => start + seconds * 1000

describe('where the agent stands in a call', () => {
  test.each<[string, Wire, string, number]>([
    ['ringing', situation.ringing, 'alerting', at(20)],
    ['dialing', situation.dialing, 'dialing', at(20)],
    ['connected', situation.connected, 'connected', at(25)],
    ['muted', situation.muted, 'connected', at(25)],
    ['held', situation.held, 'held', at(40)],
    ['withColleague', situation.withColleague, 'connected', at(25)],
    ['twoLegs', situation.twoLegs, 'connected', at(60)],
    ['offeredAgain', situation.offeredAgain, 'alerting', at(50)],
    ['wrapupOwed', situation.wrapupOwed, 'wrapup', at(85)],
    ['transferredAway', situation.transferredAway, 'wrapup', at(85)],
    ['wrapupGiven', situation.wrapupGiven, 'over', at(85)],
    ['wrapupSkipped', situation.wrapupSkipped, 'over', at(85)],
    ['noWrapupNeeded', situation.noWrapupNeeded, 'over', at(85)],
    ['notAnswered', situation.notAnswered, 'over', at(35)],
    ['unknownValues', situation.unknownValues, 'dialing', at(20)],
  ])('%s, and since when', (_name, wire, phase, since) => {
    expect(see(wire)).toMatchObject({ phase, since })
  })

  test('is nowhere when the agent has no part in it, or it has no id', () => {
    expect(fromWire(situation.withoutMe, { me, now })).toBeUndefined()
    expect(fromWire({ participants: situation.ringing.participants }, { me, now })).toBeUndefined()
    expect(fromWire({ id: 'a' }, { me, now })).toBeUndefined()
  })

  test('is nowhere when Genesys Cloud says nothing at all about a call', () => {
    expect(fromWire(situation.bare, { me, now })).toBeUndefined()
  })

  test.each(Object.entries(situation.otherMedia))(
    'is somewhere in what is no call, and it is called what it is: %s',
    (medium, wire) => {
      expect(see(wire)).toMatchObject({ media: medium.slice(0, -1), phase: 'connected' })
      expect(isLive(see(wire))).toBe(false)
    },
  )

  test('is known of the call, when another part has another medium', () => {
    const [message] = Object.values(situation.otherMedia)
    const participants = [
      ...(situation.wrapupOwed.participants ?? []),
      ...(message?.participants ?? []),
    ]
    expect(see({ id: 'a', participants }).phase).toBe('wrapup')
  })

  test.each([
    ['skipped', 'over'],
    ['complete', 'over'],
    ['notApplicable', 'over'],
    ['pending', 'wrapup'],
    ['UNKNOWN', 'wrapup'],
  ])('is told by the leg where an event lacks the rest: after-call work %s', (state, phase) => {
    const [last, ...others] = [...(situation.wrapupOwed.participants ?? [])].reverse()
    const calls = (last?.calls ?? []).map((call) => ({ ...call, afterCallWork: { state } }))
    expect(see({ id: 'a', participants: [...others, { ...last, calls }] }).phase).toBe(phase)
  })

  test('is known although fields are there and empty', () => {
    expect(see(situation.nulls)).toMatchObject({
      phase: 'alerting',
      since: now,
      customer: { name: 'Unknown caller', address: '' },
      attributes: {},
    })
  })
})

describe('what is known about a call', () => {
  test('who it is, where it came from, how long it waited, and what was noted', () => {
    expect(see(situation.ringing)).toMatchObject({
      customer: { name: 'Derya Kowalczyk', address: '+14635550101' },
      queue: { id: situation.queueId, name: 'Billing' },
      attributes: { Topic: 'Boiler', 'Contract number': '4711' },
    })
  })

  test('the agent’s own part, by which orders are given', () => {
    expect(see(situation.ringing).mine).toEqual({
      participantId: 'p-mine',
      communicationId: 'c-mine',
      muted: false,
      alertingMs: 15_000,
    })
    expect(see(situation.muted).mine).toMatchObject({ muted: true })
    expect(see(situation.wrapupOwed).mine).toMatchObject({ wrapupMs: 60_000 })
  })

  test('orders go to the leg that lives, and to the part that rings now', () => {
    expect(see(situation.twoLegs).mine).toMatchObject({ communicationId: 'c-second', muted: true })
    expect(see(situation.offeredAgain).mine?.participantId).toBe('p-mine-again')
  })

  test('of two parts that owe a wrap-up the last is asked for it', () => {
    expect(see(situation.owedTwice)).toMatchObject({
      phase: 'wrapup',
      since: at(185),
      mine: { participantId: 'p-mine-again', communicationId: 'c-mine-again' },
    })
  })

  test('a word of tomorrow is no error', () => {
    expect(see(situation.unknownValues)).toMatchObject({ phase: 'dialing' })
  })

  test.each([
    [{ name: 'Kai', ani: 'tel:+49301' }, 'Kai', '+49301'],
    [{ ani: 'tel:+49301', address: 'sip:kai@example.com' }, '+49301', '+49301'],
    [{ aniName: 'Kai B.', address: 'sip:kai@example.com' }, 'Kai B.', 'kai'],
    [{ name: '', address: 'tel:+49301' }, '+49301', '+49301'],
    [{}, 'Unknown caller', ''],
  ])('a caller known as %j', (known, name, address) => {
    const caller = { id: 'p', purpose: 'external', ...known }
    const wire = { id: 'a', participants: [caller, situation.mine({ state: 'alerting' })] }
    expect(see(wire).customer).toEqual({ name, address })
  })

  test('attributes that are no text are left out', () => {
    const odd = { ...situation.customer, attributes: { good: 'yes', bad: 1, worse: null } }
    const wire = { id: 'a', participants: [odd, situation.mine({ state: 'alerting' })] }
    expect(see(wire as unknown as Wire).attributes).toEqual({ good: 'yes' })
  })
})

describe('an event, which says less than the answer to a question', () => {
  test('gives the same call, its time counted from when it was first seen', () => {
    const fromRest = see(situation.ringing)
    const fromEvent = see(situation.ringingEvent)
    expect(fromEvent).toEqual({
      ...fromRest,
      since: now,
      queue: { id: situation.queueId },
      told: situation.ringingEvent,
      startedAt: fromEvent.startedAt,
    })
  })

  test('keeps the part that was known where the news does not name it, and takes no other for it', () => {
    const before = see(situation.connected)
    const part = (id: string | undefined) => ({
      id: situation.id,
      participants: [{ ...(id ? { id } : {}), userId: me, calls: [{ state: 'alerting' }] }],
    })
    expect(see(part(undefined), before).mine).toEqual(before.mine)
    expect(see(part(before.mine?.participantId), before).mine).toEqual(before.mine)
    expect(see(part('p-mine-again'), before).mine).toBeUndefined()
  })

  test('loses nothing that was known: the name of the queue, and the time', () => {
    const before = see(situation.ringing)
    expect(see(situation.ringingEvent, before)).toMatchObject({
      since: before.since,
      queue: { id: situation.queueId, name: 'Billing' },
    })
  })

  test('starts a new time when the phase is another', () => {
    const before = { ...see(situation.ringing), since: 1 }
    const participants = [situation.mine({ state: 'connected' })]
    expect(see({ id: situation.id, participants }, before).since).toBe(now)
  })
})

describe('the order of the list', () => {
  test('what rings comes first, then what lives, then what waits for its wrap-up', () => {
    const all = [
      see(situation.wrapupOwed),
      see(situation.held),
      see(situation.connected),
      see(situation.dialing),
      see(situation.ringing),
    ]
    expect(all.sort(compare).map(({ phase }) => phase)).toEqual([
      ...['alerting', 'dialing', 'connected', 'held', 'wrapup'],
    ])
  })

  test('older before newer', () => {
    const older = { ...see(situation.ringing), id: 'older', since: 1 }
    const newer = { ...see(situation.ringing), id: 'newer', since: 2 }
    expect([newer, older].sort(compare).map(({ id }) => id)).toEqual(['older', 'newer'])
  })

  test('a call lives until it is over', () => {
    const live = [situation.ringing, situation.dialing, situation.connected, situation.held].map(
      (wire) => see(wire),
    )
    expect(live.map(isLive)).toEqual([true, true, true, true])
    expect([see(situation.wrapupOwed), see(situation.notAnswered)].map(isLive)).toEqual([
      false,
      false,
    ])
  })
})
