import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { phoneOf, watchPhone, whyNotAnswer } from '~/app/phone'
import { deferred } from '../fake-ask'
import * as situation from '../fixtures/conversations'
import { unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage } from './stage'

const none = { station: {} }
const desktop = { station: { effectiveStation: { id: 's-1', name: 'Desk', type: 'sip' } } }
const softphone = (id: string) => ({
  station: { effectiveStation: { id, name: 'Browser', type: 'inin_webrtc_softphone' } },
})

/** Watched since it was fresh; the phone was read once. */
async function watch(phone: object) {
  const stage = createStage()
  stage.answers.getMe = () => phone
  createRoot(() => watchPhone(stage.desk))
  await stage.live(1)
  await settled()
  const { desk, answers, hear } = stage
  return {
    ...stage,
    choose(now: object) {
      answers.getMe = () => now
    },
    async ring() {
      hear(situation.ringing)
      await settled()
    },
    why: () => whyNotAnswer(desk),
    phone: () => phoneOf(desk)?.station?.name,
  }
}

describe('a phone that cannot answer', () => {
  test('is read again when a call rings, and forbids nothing before that is answered', async () => {
    const { answers, ring, why } = await watch(none)
    const answer = deferred()
    answers.getMe = () => answer.promise
    await ring()
    expect(why()).toBeUndefined()
    answer.resolve(none)
    await settled()
    expect(why()).toMatch(/^You have no phone/)
  })

  test('is another one as soon as the agent has chosen it, while the call still rings', async () => {
    const { choose, ring, why, phone, pass } = await watch(none)
    await ring()
    expect(why()).toMatch(/^You have no phone/)
    choose(desktop)
    await pass(5_000)
    expect([why(), phone()]).toEqual([undefined, 'Desk'])
  })

  test('may have been set up anew: its station is read again', async () => {
    const stage = await watch(desktop)
    const { answers, choose, ring, why, pass } = stage
    answers.getStation = () => ({ id: 's-2', webRtcPersistentEnabled: false })
    choose(softphone('s-2'))
    await pass(60_000)
    await ring()
    expect(why()).toMatch(/^Answer on your phone/)
    answers.getStation = () => ({ id: 's-2', webRtcPersistentEnabled: true })
    await pass(5_000)
    expect(why()).toBeUndefined()
  })

  test('forbids nothing any more when it cannot be read again', async () => {
    const { answers, ring, why, pass } = await watch(none)
    await ring()
    answers.getMe = () => Promise.reject(unanswered())
    await pass(5_000)
    expect(why()).toBeUndefined()
  })
})

test('a phone that can answer is not read at each ring', async () => {
  const { ring, count, pass } = await watch(desktop)
  const before = count('getMe')
  await ring()
  await pass(20_000)
  expect(count('getMe')).toBe(before)
})
