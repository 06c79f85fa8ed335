import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createPresence } from '~/presence/store'
import { deferred } from '../fake-ask'
import { start } from '../fixtures/conversations'
import { refused, unanswered } from '../fixtures/failures'
import { became, definitions } from '../fixtures/presence'
import { settled } from '../settled'

import { createStage, fetched, later, userId } from './stage'

describe('choosing a presence', () => {
  test('shows what is wanted beside what is, until Genesys Cloud says so', async () => {
    const { presence, chosen, answers } = createStage('available')
    const answer = deferred()
    answers.setPresence = () => answer.promise
    presence.choose(chosen('busy'))
    expect(presence.wanted()?.id).toBe('busy')
    expect(presence.current()?.definitionId).toBe('available')
    expect(presence.label()).toBe('available')
    answer.resolve(became('busy'))
    await settled()
    expect(presence.current()?.definitionId).toBe('busy')
    expect(presence.wanted()).toBeUndefined()
  })

  test('that is refused leaves everything as it was, and says why', async () => {
    const { presence, chosen, answers, said } = createStage('available')
    answers.setPresence = () => Promise.reject(refused('presenceservice.conflict', 409))
    presence.choose(chosen('busy'))
    await settled()
    expect(presence.current()?.definitionId).toBe('available')
    expect(presence.wanted()).toBeUndefined()
    expect(said).toEqual([expect.stringContaining('last status change is still being worked on')])
  })

  test('that got no answer is read back, not sent again', async () => {
    const { presence, chosen, answers, count } = createStage('available')
    answers.setPresence = () => Promise.reject(unanswered())
    answers.getMe = () => ({ presence: became('busy') })
    presence.choose(chosen('busy'))
    await settled()
    expect(presence.current()?.definitionId).toBe('busy')
    expect([count('setPresence'), count('getMe')]).toEqual([1, 1])
  })

  test('and another before the first is answered: the first stays pending, the last choice is sent', async () => {
    const { presence, chosen, answers, wishes } = createStage('available')
    const first = deferred()
    answers.setPresence = () => first.promise
    presence.choose(chosen('busy'))
    answers.setPresence = () => became('break')
    presence.choose(chosen('break'))
    await settled()
    expect(presence.wanted()).toBeDefined()
    first.resolve(became('busy'))
    await settled()
    expect(wishes()).toEqual(['busy', 'break'])
    expect(presence.current()?.definitionId).toBe('break')
  })

  test('has ten seconds from its press, also behind one that takes its time', async () => {
    const { presence, chosen, answers, wishes, clock, said } = createStage('available')
    const first = deferred()
    answers.setPresence = () => first.promise
    presence.choose(chosen('busy'))
    clock.advance(1_000)
    presence.choose(chosen('break'))
    clock.advance(10_000)
    first.resolve(became('busy'))
    await settled()
    expect(wishes()).toEqual(['busy'])
    expect(said).toEqual([
      expect.stringMatching(/^The change to break did not happen\..* not sent/),
    ])
    expect(presence.wanted()).toBeUndefined()
  })

  test('goes out after one that another page has sent, whatever becomes of that', async () => {
    const { presence, chosen, ledger, wishes, clock } = createStage('available')
    const pressedAt = clock.now() - 15_000
    const order = { verb: 'presence', target: userId, name: 'The change to busy' } as const
    void ledger.adopt({ id: 'o-1', ...order, which: 'busy', pressedAt })
    presence.choose(chosen('break'))
    await settled()
    expect(wishes()).toEqual([])
    clock.advance(5_000)
    await settled()
    expect(wishes()).toEqual(['break'])
  })
})

describe('a status that has to wait for the work of now', () => {
  test('is done when Genesys Cloud keeps it for later, and shown beside what is', async () => {
    const { presence, answers, chosen, clock, said, count } = createStage('on-queue')
    answers.setPresence = () => ({
      ...later('on-queue', 1),
      futurePresenceDefinition: { id: 'break' },
    })
    presence.choose(chosen('break'))
    await settled()
    expect(presence.current()).toMatchObject({ definitionId: 'on-queue', nextId: 'break' })
    expect([presence.wanted(), presence.onQueue()]).toEqual([undefined, true])
    clock.advance(30_000)
    await settled()
    expect([count('setPresence'), said]).toEqual([1, []])
    presence.apply(later('break', 40))
    expect(presence.current()).toMatchObject({ definitionId: 'break' })
    expect(presence.current()?.nextId).toBeUndefined()
  })
})

describe('going on and off queue', () => {
  test('on is the presence On Queue', async () => {
    const { presence, wishes } = createStage('available')
    presence.setOnQueue(true)
    await settled()
    expect(wishes()).toEqual(['on-queue'])
    expect(presence.onQueue()).toBe(true)
  })

  test('off goes back to what was before, also to the organization’s own', async () => {
    const { presence, wishes } = createStage('backoffice')
    presence.setOnQueue(true)
    await settled()
    presence.setOnQueue(false)
    await settled()
    expect(wishes()).toEqual(['on-queue', 'backoffice'])
    expect(presence.onQueue()).toBe(false)
  })

  test('off goes to Available when nothing is known of before, or before nobody can choose or means', async () => {
    for (const before of [[], ['offline'], ['idle']]) {
      const { presence, wishes } = createStage()
      for (const one of [...before, 'on-queue']) presence.apply(became(one))
      presence.setOnQueue(false)
      await settled()
      expect(wishes()).toEqual(['available'])
    }
  })

  test('is not offered before the statuses were read, and does not blame the organization', () => {
    const { ask, ledger, clock } = createStage()
    const parts = { userId, ask, clock, ledger, later: fetched, now: clock.now, locale: 'en_US' }
    const presence = createRoot(() => createPresence(parts))
    expect(presence.whyNotQueue()).toBe('Your statuses could not be read yet')
    presence.define([])
    expect(presence.whyNotQueue()).toBe('Your organization offers no On Queue status')
  })

  test('is not offered when the organization has no such presence, and says so', () => {
    const { presence, asked } = createStage('available')
    presence.define(definitions.filter(({ id }) => id !== 'on-queue'))
    expect(presence.whyNotQueue()).toMatch(/On Queue/)
    presence.setOnQueue(true)
    expect(asked).toEqual([])
  })
})

describe('not responding', () => {
  test('is told by an event, and one button leads back', async () => {
    const { presence, asked, answers, ledger, pending } = createStage('on-queue')
    answers.getMe = () => ({ routingStatus: { status: 'IDLE' } })
    presence.applyRouting({ id: userId, routingStatus: { status: 'NOT_RESPONDING' } })
    expect(presence.routing()?.status).toBe('NOT_RESPONDING')
    presence.backOnQueue()
    presence.backOnQueue()
    await settled()
    expect(asked).toEqual([
      { operation: 'setRoutingStatus', params: { userId }, body: { status: 'IDLE' } },
    ])
    expect(pending()).toEqual(['back-on-queue'])
    presence.applyRouting({ id: userId, routingStatus: { status: 'IDLE' } })
    ledger.check('event')
    expect(pending()).toEqual([])
  })
})

describe('a presence that comes from elsewhere', () => {
  test('is shown as it comes, by event or by reading: both facts in one question', async () => {
    const { presence, asked } = createStage('available')
    presence.apply(became('break'))
    expect(presence.label()).toBe('break')
    const put = await presence.read()
    expect(asked).toEqual([
      { operation: 'getMe', params: { expand: 'presence,routingStatus,outOfOffice' } },
    ])
    expect(presence.routing()).toBeUndefined()
    put()
    expect(presence.routing()?.status).toBe('OFF_QUEUE')
    expect(presence.label()).toBe('available')
  })

  test('stays when it is not said', async () => {
    const { presence, answers } = createStage('available')
    answers.getMe = () => ({ id: userId })
    ;(await presence.read())()
    expect(presence.label()).toBe('available')
  })

  test('stays when an older answer comes late', async () => {
    const { presence, chosen, answers } = createStage('available')
    const answer = deferred()
    answers.setPresence = () => answer.promise
    presence.choose(chosen('busy'))
    presence.apply(later('break', 20))
    answer.resolve(later('busy', 10))
    await settled()
    expect(presence.current()?.definitionId).toBe('break')
    presence.apply(later('available', 20))
    expect(presence.current()?.definitionId).toBe('available')
  })

  test('is believed after one without a date, whatever the clock of this machine says', () => {
    const { presence, clock } = createStage()
    clock.advance(600_000)
    const { modifiedDate: _, ...undated } = became('break')
    presence.apply(undated)
    presence.apply(later('busy', 10))
    expect(presence.current()?.definitionId).toBe('busy')
  })

  test('brings a routing status, of which an older one that comes late says nothing', () => {
    const { presence } = createStage('on-queue')
    const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
    presence.applyRouting({ routingStatus: { status: 'INTERACTING', startTime: at(20) } })
    presence.applyRouting({ routingStatus: { status: 'IDLE', startTime: at(10) } })
    expect(presence.routing()?.status).toBe('INTERACTING')
    presence.applyRouting({})
    expect(presence.routing()?.status).toBe('INTERACTING')
    presence.applyRouting({ routingStatus: { status: 'IDLE', startTime: at(20) } })
    expect(presence.routing()?.status).toBe('IDLE')
  })

  test('brings an absence, of which nothing older that was asked for before says anything', async () => {
    const { presence, answers } = createStage()
    const answer = deferred()
    answers.getMe = () => answer.promise
    const reading = presence.readBack()
    presence.applyAway({ active: true, indefinite: true })
    answer.resolve({ outOfOffice: { active: false } })
    await reading
    expect(presence.away()).toMatchObject({ active: true })
    answers.getMe = () => ({ outOfOffice: { active: false } })
    await presence.readBack()
    expect(presence.away()).toMatchObject({ active: false })
  })

  test('with holes in it is taken as far as it goes', () => {
    const { presence, chosen } = createStage()
    presence.define([null, 5, {}, ...definitions] as typeof definitions)
    expect(chosen('busy').label).toBe('busy')
    presence.define(5 as unknown as typeof definitions)
    expect(presence.choices()).toEqual([])
  })

  test('that says nothing changes nothing, and an unknown one is Unknown', () => {
    const { presence } = createStage('available')
    presence.apply({})
    expect(presence.label()).toBe('available')
    presence.apply(became('never-defined'))
    expect(presence.label()).toBe('Unknown')
  })
})
