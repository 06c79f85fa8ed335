import { describe, expect, test } from 'vitest'
import { meFromWire } from '~/app/me'
import * as situation from '../fixtures/conversations'
import { refused, signedOut, unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage } from './stage'

const { id } = situation

describe('opening the desk', () => {
  test('listens first, then reads, and shows nothing before that', async () => {
    const { desk, live, list, phases, asked } = createStage()
    list(situation.connected)
    expect(desk.sync.opened()).toBe(false)
    expect(asked).toEqual([])
    await live(1)
    expect(desk.sync.opened()).toBe(true)
    expect(desk.sync.freshness()).toBe('fresh')
    expect(phases()).toEqual([`${id} connected`])
    expect(desk.presence.label()).toBe('available')
    expect(desk.queues.name('q-1')).toBe('Billing')
  })

  test('reads at once beside the making of the channel, and again when it is live', async () => {
    const { desk, live, count, pass, list, phases } = createStage()
    list(situation.ringing)
    await pass(0)
    expect(count('listConversations')).toBe(1)
    expect(desk.sync.opened()).toBe(true)
    list(situation.connected)
    await live(1)
    expect(count('listConversations')).toBe(2)
    expect(phases()).toEqual([`${id} connected`])
  })

  test('shows the first facts that come, although later ones are on their way', async () => {
    const { desk, live, hold, list, pass, phases } = createStage()
    list(situation.ringing)
    const first = hold()
    await pass(0)
    const second = hold()
    await live(1)
    await first.answer(situation.ringing)
    expect(desk.sync.opened()).toBe(true)
    expect(phases()).toEqual([`${id} alerting`])
    await second.answer(situation.connected)
    expect(phases()).toEqual([`${id} connected`])
  })

  test('reads once, not once more because the socket had been waited for', async () => {
    const { live, pass, count } = createStage()
    await live(1)
    await pass(60_000)
    expect(count('listConversations')).toBe(1)
  })

  test('asks for what does not change during a shift only once', async () => {
    const { live, count } = createStage()
    await live(1)
    await live(2)
    expect(count('listConversations')).toBe(2)
    expect([count('listPresenceDefinitions'), count('listMyQueues')]).toEqual([1, 1])
  })

  test('rings for a call that was already ringing', async () => {
    const { live, list, rung } = createStage()
    list(situation.ringing)
    await live(1)
    expect(rung.at(-1)).toEqual([id])
  })
})

describe('a reading that fails', () => {
  test('is tried again in ten seconds, and says meanwhile that the screen may be old', async () => {
    const { desk, live, hold, list, pass, phases } = createStage()
    const reading = hold()
    await live(1)
    await reading.fail(unanswered())
    expect(desk.sync.freshness()).toBe('failed')
    expect(desk.sync.opened()).toBe(true)
    list(situation.connected)
    await pass(9_999)
    expect(phases()).toEqual([])
    await pass(1)
    expect(phases()).toEqual([`${id} connected`])
    expect(desk.sync.freshness()).toBe('fresh')
  })

  test('is tried again at once when the agent asks for it, and then not a second time', async () => {
    const { desk, live, hold, list, pass, count } = createStage()
    const reading = hold()
    await live(1)
    await reading.fail(unanswered())
    list()
    desk.sync.read()
    await settled()
    expect(desk.sync.freshness()).toBe('fresh')
    await pass(60_000)
    expect(count('listConversations')).toBe(2)
  })

  test('does not lose what was heard meanwhile, nor what comes next', async () => {
    const { live, hold, hear, phases } = createStage()
    const reading = hold()
    await live(1)
    hear(situation.ringing)
    await reading.fail(unanswered())
    expect(phases()).toEqual([`${id} alerting`])
    hear(situation.connected)
    expect(phases()).toEqual([`${id} connected`])
  })

  test('of the queues’ names does not hide the conversations', async () => {
    const { live, list, answers, phases } = createStage()
    list(situation.connected)
    answers.listMyQueues = () => Promise.reject(refused('missing.permissions', 403))
    await live(1)
    expect(phases()).toEqual([`${id} connected`])
  })

  test('of the queues’ names is made up for by the next reading', async () => {
    const { desk, live, answers, count } = createStage()
    answers.listMyQueues = () => Promise.reject(unanswered())
    await live(1)
    expect(desk.queues.name('q-1')).toBeUndefined()
    answers.listMyQueues = () => ({ entities: [{ id: 'q-1', name: 'Billing' }] })
    await live(2)
    expect(desk.queues.name('q-1')).toBe('Billing')
    expect(count('listPresenceDefinitions')).toBe(1)
  })

  test('because the sign-in has ended is not tried again once the desk is closed', async () => {
    const { close, live, hold, pass, asked, rung } = createStage()
    const reading = hold()
    await live(1)
    close()
    const [askedBefore, rungBefore] = [asked.length, rung.length]
    await reading.fail(signedOut())
    await pass(60_000)
    expect(asked).toHaveLength(askedBefore)
    expect(rung).toHaveLength(rungBefore)
  })

  test('is never begun once the desk is closed', async () => {
    const { close, pass, asked } = createStage()
    close()
    await pass(60_000)
    expect(asked).toEqual([])
  })
})

describe('who is signed in', () => {
  test('is known by id, with a name and permissions', () => {
    const organization = { id: 'org-1', name: 'Larkfield', defaultCountryCode: 'DE' }
    const authorization = { permissions: ['a:b:c'] }
    expect(meFromWire({ id: 'ana', name: 'Ana', organization, authorization })).toEqual({
      id: 'ana',
      name: 'Ana',
      organization: 'Larkfield',
      organizationId: 'org-1',
      country: 'DE',
      permissions: new Set(['a:b:c']),
    })
  })
  test('is known by id alone, if need be, and not without', () => {
    expect(meFromWire({ id: 'ana' })).toEqual({
      id: 'ana',
      name: 'Unnamed agent',
      organization: '',
      organizationId: '',
      country: '',
      permissions: new Set(),
    })
    expect(meFromWire({ name: 'Ana' })).toBeUndefined()
  })
})
