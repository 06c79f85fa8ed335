import { describe, expect, test } from 'vitest'
import type { Conversation as Wire } from '~/genesys/wire'
import { deferred } from '../fake-ask'
import * as situation from '../fixtures/conversations'
import { refused, unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage } from './stage'

const { id } = situation

async function openWith(wire: Wire) {
  const stage = createStage()
  stage.list(wire)
  await stage.live(1)
  stage.asked.length = 0
  const one = () => {
    const found = stage.desk.conversations.get(id)
    if (!found) throw new Error('It is gone.')
    return found
  }
  return { ...stage, one, texts: () => stage.desk.notices.all().map(({ text }) => text) }
}

describe('an order for a call', () => {
  test.each([
    ['answer', situation.ringing, { state: 'connected' }, situation.connected],
    ['decline', situation.ringing, { state: 'disconnected' }, situation.notAnswered],
    ['hold', situation.connected, { held: true }, situation.held],
    ['resume', situation.held, { held: false }, situation.connected],
    ['mute', situation.connected, { muted: true }, situation.muted],
    ['unmute', situation.muted, { muted: false }, situation.connected],
    ['end', situation.connected, { state: 'disconnected' }, situation.wrapupOwed],
  ] as const)(
    '%s: sent once, pending until the event proves it, and nothing shown before',
    async (verb, before, body, after) => {
      const { calls, desk, one, asked, hear, pass, texts } = await openWith(before)
      const phase = one().phase
      calls.change(verb, one())
      calls.change(verb, one())
      await settled()
      const params = { conversationId: id, participantId: 'p-mine' }
      expect(asked).toEqual([{ operation: 'updateCall', params, body }])
      expect(desk.pending(id)).toEqual([verb])
      expect(one().phase).toBe(phase)
      hear(after)
      expect(desk.pending(id)).toEqual([])
      await pass(60_000)
      expect(asked).toHaveLength(1)
      expect(texts()).toEqual([])
    },
  )

  test('is over when the call has ended meanwhile: there is nothing left to wait for', async () => {
    const { calls, desk, one, hear, pass, texts, count } = await openWith(situation.connected)
    calls.change('hold', one())
    await settled()
    hear(situation.wrapupOwed)
    expect(desk.pending(id)).toEqual([])
    await pass(60_000)
    expect(texts()).toEqual([])
    expect(count('updateCall')).toBe(1)
  })

  test('that is refused says why, and the facts are looked at again', async () => {
    const { calls, one, answers, phases, texts } = await openWith(situation.ringing)
    answers.updateCall = () => Promise.reject(refused('callback.error.answer.not.alerting'))
    answers.getConversation = () => situation.notAnswered
    calls.change('answer', one())
    await settled()
    expect(texts()).toEqual(['Answer did not happen. The call is no longer ringing.'])
    expect(phases()).toEqual([])
  })

  test('that is done makes old what was said of the same one before', async () => {
    const { calls, desk, one, answers, hear, texts } = await openWith(situation.connected)
    answers.updateCall = () => Promise.reject(refused('busy', 409))
    answers.getConversation = () => situation.connected
    calls.change('hold', one())
    await settled()
    expect(texts()).toEqual([expect.stringMatching(/^Hold did not happen/)])
    answers.updateCall = () => ({})
    calls.change('hold', one())
    hear(situation.held)
    await settled()
    expect(texts()).toEqual([])
    expect(desk.notices.past()).toHaveLength(1)
  })

  test('that got no answer is looked up: found done, nothing is said', async () => {
    const { calls, one, answers, phases, texts, count } = await openWith(situation.connected)
    answers.updateCall = () => Promise.reject(unanswered())
    answers.getConversation = () => situation.held
    calls.change('hold', one())
    await settled()
    expect(phases()).toEqual([`${id} held`])
    expect(texts()).toEqual([])
    expect([count('updateCall'), count('getConversation')]).toEqual([1, 1])
  })

  test('whose event was lost is looked up after four seconds', async () => {
    const { calls, desk, one, answers, phases, pass } = await openWith(situation.connected)
    answers.getConversation = () => situation.held
    calls.change('hold', one())
    await settled()
    await pass(4_000)
    expect(phases()).toEqual([`${id} held`])
    expect(desk.pending(id)).toEqual([])
  })

  test('an event that comes while the call is looked up is newer than the answer', async () => {
    const { calls, one, answers, hear, phases, pass } = await openWith(situation.connected)
    const reading = deferred<Wire>()
    answers.getConversation = () => reading.promise
    calls.change('hold', one())
    await settled()
    await pass(4_000)
    // The customer hangs up while the answer, made before that, is on its way.
    hear(situation.wrapupOwed)
    reading.resolve(situation.connected)
    await settled()
    expect(phases()).toEqual([`${id} wrapup`])
  })

  test('is not given for a call in which the agent has no part of an own', async () => {
    const { calls, one, asked } = await openWith(situation.connected)
    const { mine: _mine, ...without } = one()
    calls.change('hold', without)
    expect(asked).toEqual([])
  })
})
