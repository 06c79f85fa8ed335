import { describe, expect, test } from 'vitest'
import { controlsFor, type Lacks } from '~/conversations/controls'
import { fromWire } from '~/conversations/conversation'
import { aboutLine } from '~/conversations/words'
import type { Conversation as Wire } from '~/genesys/wire'
import type { Verb } from '~/ledger/command'
import * as situation from '../fixtures/conversations'

function seen(wire: Wire) {
  const one = fromWire(wire, { me: situation.me, now: situation.start })
  if (!one) throw new Error('It is not seen.')
  return one
}

function controls(wire: Wire, pending: Verb[] = [], lacks: Lacks = {}) {
  return controlsFor(seen(wire), pending, lacks)
}

describe('what an agent may do with a call', () => {
  test.each<[string, Wire, string[]]>([
    ['a ringing call can be declined or answered', situation.ringing, ['decline', 'answer']],
    [
      'a connected call can be muted, held, passed on, recorded or ended',
      situation.connected,
      ['mute', 'hold', 'keypad', 'transfer', 'consult', 'record', 'end'],
    ],
    [
      'a muted call can be unmuted',
      situation.muted,
      ['unmute', 'hold', 'keypad', 'transfer', 'consult', 'record', 'end'],
    ],
    [
      'a held call can be resumed but not held again, and hears no keys',
      situation.held,
      ['mute', 'resume', 'transfer', 'consult', 'record', 'end'],
    ],
    ['a call that still dials can only be ended', situation.dialing, ['end']],
    ['a call that owes wrap-up cannot be touched', situation.wrapupOwed, []],
    ['a call that is over cannot be touched', situation.notAnswered, []],
    ['a call in an unknown state can still be ended', situation.unknownValues, ['end']],
  ])('%s', (_what, wire, verbs) => {
    const usable = controls(wire).filter(({ whyNot }) => whyNot === undefined)
    expect(usable.map(({ verb }) => verb)).toEqual(verbs)
  })

  test('what cannot be done stays in its place, and says why', () => {
    const not = { pending: false, whyNot: 'The call is not connected' }
    const verbs = ['mute', 'hold', 'keypad', 'transfer', 'consult', 'record']
    expect(controls(situation.dialing)).toEqual([
      ...verbs.map((verb) => ({ verb, ...not })),
      { verb: 'end', pending: false },
    ])
  })

  test.each<[string, Wire, Lacks, string[]]>([
    ['a transfer', situation.connected, { transfer: 'No.' }, ['transfer']],
    ['any change', situation.connected, { change: 'No.' }, ['mute', 'hold', 'record', 'end']],
    ['any change', situation.held, { change: 'No.' }, ['mute', 'resume', 'record', 'end']],
    ['the end', situation.dialing, { change: 'No.' }, ['end']],
  ])('a role that does not admit %s says so on its control', (_what, wire, lacks, verbs) => {
    const said = controls(wire, [], lacks).filter(({ whyNot }) => whyNot === 'No.')
    expect(said.map(({ verb }) => verb)).toEqual(verbs)
  })

  test('what was ordered and not yet proven is marked, and nothing else', () => {
    const pending = controls(situation.connected, ['hold']).filter((one) => one.pending)
    expect(pending.map(({ verb }) => verb)).toEqual(['hold'])
  })
})

describe('a ringing call', () => {
  test.each<[Verb, string, string]>([
    ['answer', 'decline', 'You have just answered'],
    ['decline', 'answer', 'You have just declined'],
  ])('after %s there is no %s by a second click', (pressed, other, whyNot) => {
    expect(controls(situation.ringing, [pressed])).toContainEqual({
      verb: other,
      pending: false,
      whyNot,
    })
    expect(controls(situation.ringing, [pressed])).toContainEqual({ verb: pressed, pending: true })
  })
})

describe('the line below the caller’s name', () => {
  test('says the queue and the number', () => {
    expect(aboutLine(seen(situation.ringing), undefined)).toBe('Billing · +14635550101')
  })
  test('takes the name of the queue from elsewhere when the event had none', () => {
    expect(aboutLine(seen(situation.ringingEvent), 'Billing')).toBe('Billing · +14635550101')
  })
  test('says how long the customer waited instead of the number, while it rings', () => {
    expect(aboutLine(seen(situation.ringing), undefined, 102_000)).toBe('Billing · waited 1:42')
  })
  test('does not say a number twice', () => {
    const one = seen(situation.ringing)
    const customer = { name: '+14635550101', address: '+14635550101' }
    expect(aboutLine({ ...one, customer }, undefined)).toBe('Billing')
  })
})
