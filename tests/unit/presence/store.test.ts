import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createLedger } from '~/ledger/ledger'
import { createPresence } from '~/presence/store'
import { createManualClock } from '../../manual-clock'
import { deferred, fakeAsk } from '../fake-ask'
import { fakeEars } from '../fake-ears'
import { refused, unanswered } from '../fixtures/failures'
import { became, definitions } from '../fixtures/presence'
import { settled } from '../settled'

const userId = 'ana'

function createStage(now?: string) {
  const clock = createManualClock()
  const said: string[] = []
  const fake = fakeAsk({
    setPresence: ({ body }) =>
      became((body as { presenceDefinition: { id: string } }).presenceDefinition.id),
    getPresence: () => became('available'),
    getRoutingStatus: () => ({ status: 'OFF_QUEUE' }),
    setRoutingStatus: () => ({ status: 'IDLE' }),
  })
  const ledger = createLedger({
    ...fakeEars,
    clock,
    onPending: () => {},
    say: (text) => said.push(text),
  })
  const presence = createRoot(() =>
    createPresence({ userId, ask: fake.ask, ledger, now: clock.now, locale: 'en_US' }),
  )
  presence.define(definitions)
  if (now) presence.apply(became(now))
  const chosen = (id: string) => {
    const found = presence.choices().find((one) => one.id === id)
    if (!found) throw new Error(`There is no ${id}.`)
    return found
  }
  const wishes = () =>
    fake.asked.flatMap(({ operation, body }) =>
      operation === 'setPresence'
        ? [(body as { presenceDefinition: { id: string } }).presenceDefinition.id]
        : [],
    )
  return { clock, said, ...fake, ledger, presence, chosen, wishes }
}

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
    answers.getPresence = () => became('busy')
    presence.choose(chosen('busy'))
    await settled()
    expect(presence.current()?.definitionId).toBe('busy')
    expect([count('setPresence'), count('getPresence')]).toEqual([1, 1])
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

  test('off goes to Available when nothing is known of before, or before was Offline', async () => {
    for (const before of [[], ['offline']]) {
      const { presence, wishes } = createStage()
      for (const one of [...before, 'on-queue']) presence.apply(became(one))
      presence.setOnQueue(false)
      await settled()
      expect(wishes()).toEqual(['available'])
    }
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
    const { presence, asked, answers, ledger } = createStage('on-queue')
    answers.getRoutingStatus = () => ({ status: 'IDLE' })
    presence.applyRouting({ id: userId, routingStatus: { status: 'NOT_RESPONDING' } })
    expect(presence.routing()?.status).toBe('NOT_RESPONDING')
    presence.backOnQueue()
    presence.backOnQueue()
    await settled()
    expect(asked).toEqual([
      { operation: 'setRoutingStatus', params: { userId }, body: { status: 'IDLE' } },
    ])
    expect(ledger.pending().map(({ verb }) => verb)).toEqual(['back-on-queue'])
    presence.applyRouting({ id: userId, routingStatus: { status: 'IDLE' } })
    ledger.check()
    expect(ledger.pending()).toEqual([])
  })
})

describe('a presence that comes from elsewhere', () => {
  test('is shown as it comes, by event or by reading', () => {
    const { presence } = createStage('available')
    presence.apply(became('break'))
    expect(presence.label()).toBe('break')
    presence.replaceRouting({ status: 'OFF_QUEUE' })
    expect(presence.routing()?.status).toBe('OFF_QUEUE')
  })

  test('that says nothing changes nothing, and an unknown one is Unknown', () => {
    const { presence } = createStage('available')
    presence.apply({})
    expect(presence.label()).toBe('available')
    presence.apply(became('never-defined'))
    expect(presence.label()).toBe('Unknown')
  })
})
