import { describe, expect, test } from 'vitest'
import type { Conversation } from '~/genesys/wire'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'
import { createStage, id, repairs } from './stage'

type Stage = ReturnType<typeof createStage>

/** Four seconds to take it back, of which `passed` milliseconds have gone by. */
async function leaving(passed = 0, undo: unknown = 4) {
  const stage = createStage(undo)
  stage.transfers.open(id)
  stage.finder().type('rep')
  await stage.pass(300)
  await stage.find('rep', repairs)
  await stage.send()
  await stage.pass(passed)
  return stage
}

/** It has come back as it was, and never goes out. */
async function expectBack(stage: Stage, said: readonly unknown[] = []) {
  expect(stage.now()).toMatchObject({ step: 'choosing', query: 'rep' })
  expect(stage.now().found).toMatchObject({ last: [repairs] })
  await stage.pass(60_000)
  expect(stage.asked).toEqual([])
  expect(stage.said).toEqual(said)
}

describe('a transfer that can be taken back', () => {
  test('goes out once when its time is over, and not before', async () => {
    const stage = await leaving(3_999)
    expect(stage.now()).toMatchObject({ step: 'leaving', to: repairs, ms: 4_000 })
    expect(stage.asked).toEqual([])
    expect(stage.commands()).toEqual([])
    await stage.pass(1)
    expect(stage.count('transferToQueue')).toBe(1)
    await stage.hear(situation.transferredAway)
    await stage.pass(60_000)
    expect(stage.count('transferToQueue')).toBe(1)
    expect(stage.now()).toEqual({ step: 'closed' })
  })

  test('is pressed, for its ten seconds, when it goes out', async () => {
    const stage = await leaving(2_000)
    stage.transfers.sendNow(id)
    await stage.pass(0)
    const pressedAt = stage.clock.now()
    expect(stage.commands()).toMatchObject([{ pressedAt, deadline: pressedAt + 10_000 }])
  })

  test('is sent at once, and once, by Send now', async () => {
    const stage = await leaving(1_000)
    stage.transfers.sendNow(id)
    stage.transfers.sendNow(id)
    await stage.pass(10_000)
    expect(stage.count('transferToQueue')).toBe(1)
  })

  test('is not sent twice by a second press', async () => {
    const stage = await leaving(1_000)
    await stage.send()
    expect(stage.now()).toMatchObject({ step: 'leaving' })
    await stage.pass(10_000)
    expect(stage.count('transferToQueue')).toBe(1)
  })

  test.each([
    [0, 0],
    [8, 8_000],
    [1, 1_000],
    ['soon', 4_000],
    [99, 4_000],
    [undefined, 4_000],
  ])('with %j set waits %i ms', async (undo, ms) => {
    const stage = await leaving(0, undo)
    if (ms > 0) {
      await stage.pass(ms - 1)
      expect(stage.asked).toEqual([])
      await stage.pass(1)
    }
    expect(stage.count('transferToQueue')).toBe(1)
  })

  test('takes the time that is set from now on, and keeps it', async () => {
    const stage = createStage()
    stage.transfers.undoSetting.set(2)
    await settled()
    expect(stage.kept.get('settings:o:a:undo')).toBe(2)
    stage.transfers.open(id)
    await stage.send()
    expect(stage.now()).toMatchObject({ step: 'leaving', ms: 2_000 })
    stage.transfers.undoSetting.set(5.5)
    expect(stage.transfers.undoSetting.seconds()).toBe(2)
  })

  test.each<[string, Conversation]>([
    ['a hold', situation.held],
    ['a mute', situation.muted],
  ])('is not stopped by %s', async (_what, wire) => {
    const stage = await leaving(1_000)
    await stage.hear(wire)
    await stage.pass(3_000)
    expect(stage.count('transferToQueue')).toBe(1)
  })
})

describe('comes back with all that was typed', () => {
  test('by Undo', async () => {
    const stage = await leaving(3_999)
    stage.transfers.undo(id)
    await expectBack(stage)
  })

  test('when the sign-in ends, and says so', async () => {
    const stage = await leaving(1_000)
    stage.setWhyNot('Sign in again first')
    await expectBack(stage, ['The transfer to Repairs was not sent. Sign in again first.'])
  })

  test('when the page slept: nobody watches it any more', async () => {
    const stage = await leaving(1_000)
    stage.clock.sleep(7_000)
    await stage.pass(0)
    await expectBack(stage, [
      expect.stringMatching(/^The transfer to Repairs was not sent: .*asleep/),
    ])
  })

  test('but a page that is two seconds late was only slow', async () => {
    const stage = await leaving(1_000)
    stage.clock.sleep(5_000)
    await stage.pass(0)
    expect(stage.count('transferToQueue')).toBe(1)
  })

  test('when the agent ends the call, without a word until it is over', async () => {
    const stage = await leaving(1_000)
    stage.setPending(['end'])
    await expectBack(stage)
    await stage.hear(situation.wrapupOwed)
    expect(stage.said).toEqual([
      'Your part in the call has ended, so nothing was transferred from here.',
    ])
  })

  test('when somebody else has sent the call on meanwhile', async () => {
    const stage = await leaving(1_000)
    const recentTransfers = [{ id: 't-1', state: 'Pending', transferType: 'Attended' }]
    await stage.hear({ ...situation.connected, recentTransfers })
    await expectBack(stage, [expect.stringMatching(/was not sent\. Meanwhile somebody else/)])
  })
})

describe('is off, and nothing is sent', () => {
  test('when the customer hangs up: it is said once', async () => {
    const stage = await leaving(1_000)
    await stage.hear(situation.wrapupOwed)
    expect(stage.now()).toEqual({ step: 'closed' })
    await stage.pass(60_000)
    expect(stage.asked).toEqual([])
    expect(stage.said).toEqual([
      'Your part in the call has ended, so nothing was transferred from here.',
    ])
  })

  test('when the panel is closed', async () => {
    const stage = await leaving(1_000)
    stage.transfers.close(id)
    await stage.pass(60_000)
    expect(stage.asked).toEqual([])
    expect(stage.now()).toEqual({ step: 'closed' })
    expect(stage.said).toEqual([])
  })

  test('and another one, begun afterwards, has a time of its own', async () => {
    const stage = await leaving(3_000)
    stage.transfers.undo(id)
    await stage.send({ ...repairs, id: 'q-3', name: 'Sales' })
    await stage.pass(3_999)
    expect(stage.asked).toEqual([])
    await stage.pass(1)
    expect(stage.asked).toMatchObject([{ body: { queueId: 'q-3' } }])
  })
})

test('nothing goes out, and nothing is searched, once the desk is left', async () => {
  const stage = await leaving(1_000)
  const searched = stage.searched.length
  stage.finder().type('repa')
  stage.leave()
  await stage.pass(60_000)
  expect(stage.asked).toEqual([])
  expect(stage.searched).toHaveLength(searched)
})
