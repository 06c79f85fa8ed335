import { describe, expect, test } from 'vitest'
import type { Destination } from '~/transfer/destination'
import { deferred } from '../fake-ask'
import * as consults from '../fixtures/consults'
import * as situation from '../fixtures/conversations'
import { refused } from '../fixtures/failures'
import { createStage, id, repairs } from './stage'

const ben = { kind: 'person', id: 'u-ben', name: 'Ben Okafor', presence: 'available' } as const
const number = { kind: 'number', id: '+493055500142', name: '+49 30 55500142' } as const
const contact: Destination = {
  kind: 'contact',
  id: 'x-1',
  phoneType: 'CellPhone',
  name: 'Mara Lind',
  number: '+493055500199',
}

const params = { conversationId: id, participantId: 'p-customer' }
const speakTo = 'DESTINATION'

async function opened() {
  const stage = createStage(4)
  stage.transfers.open(id, 'consult')
  return stage
}

describe('a consult', () => {
  test('with whom the organization does not allow is not begun, whatever was pressed', async () => {
    const stage = await opened()
    stage.forbidden.name = repairs.name
    await stage.send(repairs, 'consult')
    expect(stage.count('consultQueue')).toBe(0)
    expect(stage.said).toEqual(['Nobody was consulted. Not allowed here'])
  })

  test.each<[string, Destination, string, object]>([
    ['a colleague', ben, 'consultAgent', { userId: 'u-ben' }],
    ['a queue', repairs, 'consultQueue', { queueId: 'q-2' }],
    ['a number', number, 'consultAddress', { address: '+493055500142' }],
    ['a contact', contact, 'consultContact', { contactId: 'x-1', phoneType: 'CellPhone' }],
  ])('with %s is about the customer, and goes out at once', async (_whom, to, operation, body) => {
    const stage = await opened()
    await stage.send(to, 'consult')
    expect(stage.asked).toEqual([{ operation, params, body: { speakTo, ...body } }])
    expect(stage.now()).toMatchObject({ step: 'sending', as: 'consult' })
  })

  test('closes the panel when it is seen to have begun', async () => {
    const stage = await opened()
    await stage.send(ben, 'consult')
    await stage.send(ben, 'consult')
    await stage.hear(consults.asking)
    expect(stage.now()).toEqual({ step: 'closed' })
    await stage.pass(60_000)
    expect(stage.asked).toHaveLength(1)
    expect(stage.said).toEqual([])
  })

  test('that was over before it was seen did begin', async () => {
    const stage = await opened()
    await stage.send(ben, 'consult')
    await stage.hear(consults.notTaken('Failed'))
    await stage.pass(10_000)
    expect(stage.commands()).toMatchObject([{ state: { step: 'confirmed' } }])
    expect(stage.said).toEqual([])
  })

  test('is not taken for begun by an earlier one', async () => {
    const stage = createStage()
    await stage.hear(consults.notTaken('Failed'))
    stage.transfers.open(id, 'consult')
    await stage.send(ben, 'consult')
    await stage.hear(consults.notTaken('Failed'))
    expect(stage.commands()).toMatchObject([{ state: { step: 'accepted' } }])
  })

  test('that is refused comes back with what was typed', async () => {
    const stage = await opened()
    stage.finder().type('ben')
    stage.answers.consultAgent = () =>
      Promise.reject(refused('conversation.error.cannot.transfer.conference'))
    await stage.send(ben, 'consult')
    expect(stage.now()).toMatchObject({ step: 'choosing', intent: 'consult', query: 'ben' })
    expect(stage.said).toEqual([
      'The consult with Ben Okafor did not happen. In a conference nobody can be consulted: add them to the call.',
    ])
  })
})

describe('adding somebody', () => {
  test.each<[string, Destination, object, string]>([
    ['a colleague', ben, { userId: 'u-ben' }, 'u-ben'],
    ['a queue', repairs, { queueId: 'q-2' }, 'q-2'],
    ['a number', number, { address: '+493055500142' }, '+493055500142'],
    ['a contact', contact, { address: '+493055500199' }, '+493055500199'],
  ])('%s asks once', async (_whom, to, one, which) => {
    const stage = await opened()
    await stage.send(to, 'invite')
    const body = { startTime: situation.time(0), participants: [one] }
    expect(stage.asked).toEqual([{ operation: 'invite', params: { conversationId: id }, body }])
    expect(stage.commands()[0]?.verb).toBe('invite')
    expect(stage.commands()[0]?.which?.split(' ')[0]).toBe(which)
  })

  test.each<[string, Destination, string]>([
    [
      'whose own call came by it',
      { kind: 'queue', id: situation.queueId, name: 'Billing' },
      'queue',
    ],
    ['who is in the call already', ben, 'colleague'],
  ])('refused, is not taken for done because of somebody %s', async (_who, to) => {
    const stage = createStage()
    await stage.hear(consults.conference)
    stage.transfers.open(id, 'invite')
    stage.answers.invite = () => Promise.reject(refused())
    stage.answers.getConversation = () => consults.conference
    await stage.send(to, 'invite')
    expect(stage.commands()).toMatchObject([{ state: { step: 'refused' } }])
    expect(stage.said).toHaveLength(1)
    expect(stage.now().step).toBe('choosing')
  })

  test('is done when they are on the way', async () => {
    const stage = await opened()
    await stage.send(ben, 'invite')
    const invited = consults.ben(consults.rings, { consultParticipantId: undefined })
    await stage.hear(consults.call(consults.caller(), consults.own(), invited))
    expect(stage.now()).toEqual({ step: 'closed' })
  })
})

describe('a note for whoever takes the call', () => {
  const noted = { attributes: { 'minidesk.note': 'Wants a plumber' } }

  async function written(note = '  Wants a plumber ') {
    const stage = createStage()
    stage.transfers.open(id)
    stage.transfers.write(id, note)
    return stage
  }

  test('is among the customer’s attributes before the call leaves', async () => {
    const stage = await written()
    await stage.send()
    expect(stage.asked).toMatchObject([
      { operation: 'setAttributes', params, body: noted },
      { operation: 'transferToQueue' },
    ])
  })

  test('that cannot be passed on keeps the call here, with all that was typed', async () => {
    const stage = await written()
    stage.answers.setAttributes = () => Promise.reject(refused())
    await stage.send()
    expect(stage.count('transferToQueue')).toBe(0)
    expect(stage.now().step).toBe('choosing')
    expect(stage.transfers.note(id)).toBe('  Wants a plumber ')
    expect(stage.said).toEqual([
      expect.stringMatching(/^The note did not happen\./),
      'The transfer to Repairs did not go out, because the note could not be passed on.',
    ])
  })

  test('is not passed on twice', async () => {
    const stage = await written()
    const [, ...others] = situation.connected.participants ?? []
    await stage.hear({
      ...situation.connected,
      participants: [{ ...situation.customer, ...noted }, ...others],
    })
    await stage.send()
    expect(stage.count('setAttributes')).toBe(0)
    expect(stage.count('transferToQueue')).toBe(1)
  })

  test('that is empty is none', async () => {
    const stage = await written('  ')
    await stage.send()
    expect(stage.count('setAttributes')).toBe(0)
    expect(stage.count('transferToQueue')).toBe(1)
  })

  test('that is too long is said to be, and nothing goes out', async () => {
    const stage = await written('x'.repeat(501))
    await stage.send()
    expect(stage.asked).toEqual([])
    expect(stage.said).toEqual([expect.stringContaining('501 characters are too many')])
  })

  test('stays when the panel closes, and goes with the call', async () => {
    const stage = await written()
    stage.transfers.close(id)
    expect(stage.transfers.note(id)).toBe('  Wants a plumber ')
    stage.conversations.replace([])
    expect(stage.transfers.note(id)).toBe('')
  })

  test('by which the same text is said elsewhere is written all the same', async () => {
    const stage = await written('Boiler')
    stage.answers.setAttributes = () => new Promise(() => {})
    await stage.send()
    await stage.hear(situation.connected)
    expect(stage.commands()).toMatchObject([{ verb: 'note', state: { step: 'queued' } }])
  })

  test('is written to nobody who has gone', async () => {
    const stage = await written()
    await stage.hear(
      consults.call(
        consults.caller({ state: 'disconnected' }),
        consults.own(),
        consults.ben(consults.talks, { purpose: 'external', consultParticipantId: undefined }),
      ),
    )
    await stage.send()
    expect(stage.count('setAttributes')).toBe(0)
    expect(stage.said).toEqual([expect.stringContaining('the note could not be passed on')])
  })

  test.each(['transfer', 'consult'] as const)(
    'that travels while the call is ended takes no %s with it',
    async (as) => {
      const stage = await written()
      const answer = deferred()
      stage.answers.setAttributes = () => answer.promise
      await stage.send(ben, as)
      stage.setPending(['end'])
      answer.resolve(undefined)
      await stage.pass(0)
      await stage.pass(10_000)
      expect(stage.asked.map(({ operation }) => operation)).toEqual(['setAttributes'])
      expect(stage.now().step).toBe('choosing')
    },
  )

  test('takes none of its time from a consult: both count from one press', async () => {
    const stage = await written()
    const answer = deferred()
    stage.answers.setAttributes = () => answer.promise
    const pressedAt = stage.clock.now()
    await stage.send(ben, 'consult')
    await stage.pass(2_000)
    answer.resolve(undefined)
    await stage.pass(0)
    expect(stage.commands().map((one) => one.pressedAt)).toEqual([pressedAt, pressedAt])
  })
})

describe('an open panel', () => {
  test.each([
    ['in a consult', consults.consulting, 'Complete or cancel the consult first'],
    ['offered', consults.offered, 'The call is offered to somebody: cancel that first'],
  ])('sends nothing once the call is %s', async (_what, wire, why) => {
    const stage = createStage()
    stage.transfers.open(id)
    await stage.hear(wire)
    await stage.send()
    expect(stage.asked).toEqual([])
    expect(stage.said).toEqual([`The call was not transferred. ${why}`])
  })

  test.each([0, 4])('sends nothing during an order that is in doubt, with %i s', async (undo) => {
    const stage = createStage(undo)
    stage.transfers.open(id)
    stage.setPending(['transfer'])
    await stage.send()
    expect(stage.asked).toEqual([])
    expect(stage.said).toEqual([
      'The call was not transferred. An earlier order for this call is still being looked up.',
    ])
  })
})
