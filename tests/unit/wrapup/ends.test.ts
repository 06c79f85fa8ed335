import { describe, expect, test } from 'vitest'
import type { Conversation as Wire } from '~/genesys/wire'
import { deferred } from '../fake-ask'
import * as situation from '../fixtures/conversations'
import { refused } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage, fakeSealed, id, solved } from './stage'

const { customer, mine, time } = situation
const over = { state: 'disconnected', connectedTime: time(25), disconnectedTime: time(85) }
const ended = { connectedTime: time(25), endTime: time(85) }
const optional = { wrapupPrompt: 'optional', wrapupRequired: false }
const among = (...participants: Wire['participants'] & object) => ({
  id,
  participants: [customer, ...participants],
})

const talked: Wire = among(
  mine({ state: 'connected', connectedTime: time(25) }, { connectedTime: time(25), ...optional }),
)
const left: Wire = among(mine(over, { ...ended, ...optional }))
const timedOut: Wire = among(
  mine(over, {
    ...ended,
    startAcwTime: time(85),
    endAcwTime: time(145),
    wrapup: { code: 'ININ-WRAP-UP-TIMEOUT' },
  }),
)
const forced = { wrapupPrompt: 'forcedTimeout', wrapupTimeoutMs: 20_000, startAcwTime: time(85) }
const saved: Wire = among(
  mine(over, { ...ended, ...forced, wrapup: { code: 'w-1', notes: 'Called back.' } }),
)

describe('a call of a queue that asks for no wrap-up', () => {
  async function ending() {
    const stage = createStage()
    await stage.readAll()
    await stage.hear(talked)
    stage.wrapup.write(id, 'Wants an offer')
    await stage.hear(left)
    return stage
  }

  test('is offered once it is over, with what was written during it, and says nothing', async () => {
    const { wrapup, said, conversation } = await ending()
    expect(conversation()).toBeUndefined()
    expect(wrapup.offers()).toMatchObject([{ id, phase: 'over' }])
    expect(wrapup.draft(id).notes).toBe('Wants an offer')
    expect(said).toEqual([])
  })

  test('is sent by Done, once, and offered no more', async () => {
    const { wrapup, asked, said, kept, count } = await ending()
    const offer = wrapup.offer(id)
    wrapup.choose(id, solved)
    if (offer) void wrapup.submit(offer)
    await settled()
    expect(asked.at(-1)).toMatchObject({
      operation: 'submitWrapup',
      params: { participantId: 'p-mine', communicationId: 'c-mine' },
      body: { code: 'w-1', notes: 'Wants an offer' },
    })
    expect(count('submitWrapup')).toBe(1)
    expect([wrapup.offers(), said, kept.now()]).toEqual([[], [], []])
  })

  test('that is refused stays offered with all of it', async () => {
    const { wrapup, answers, facts } = await ending()
    facts.wire = left
    answers.submitWrapup = () => Promise.reject(refused('bad.request'))
    wrapup.choose(id, solved)
    const offer = wrapup.offer(id)
    if (offer) void wrapup.submit(offer)
    await settled()
    expect(wrapup.offers()).toHaveLength(1)
    expect(wrapup.draft(id)).toEqual({ code: solved, notes: 'Wants an offer' })
  })

  test('is skipped without a request, and what was written is shown once more', async () => {
    const { wrapup, said, asked } = await ending()
    const offer = wrapup.offer(id)
    if (offer) void wrapup.skip(offer)
    await settled()
    expect(asked).toEqual([])
    expect(said).toEqual(['You skipped the wrap-up. Your notes were not sent: “Wants an offer”'])
    expect(wrapup.offers()).toEqual([])
  })

  test('that comes back is offered no more; its notes stay', async () => {
    const { wrapup, hear } = await ending()
    await hear(talked)
    expect(wrapup.offers()).toEqual([])
    expect(wrapup.draft(id).notes).toBe('Wants an offer')
  })

  test('is offered only when it was talked', async () => {
    const { wrapup, hear, readAll } = createStage()
    await readAll()
    await hear(among(mine({ state: 'alerting' }, optional)))
    await hear(among(mine({ ...over, connectedTime: undefined }, optional)))
    expect(wrapup.offers()).toEqual([])
  })
})

describe('a wrap-up whose time was up', () => {
  async function timingOut(kept = fakeSealed()) {
    const stage = createStage(kept)
    await stage.readAll()
    stage.answers.getConversation = () => timedOut
    return stage
  }

  test('is said to have been ended by Genesys Cloud, with the notes that were not sent', async () => {
    const { wrapup, hear, said, count } = await timingOut()
    wrapup.write(id, 'Half a sen')
    await hear(timedOut)
    expect(said).toEqual([
      'Derya Kowalczyk: the time for the wrap-up was up, so Genesys Cloud ended it with a code of its own. Your notes were not sent: “Half a sen”',
    ])
    expect(count('getConversation')).toBe(1)
  })

  test('is said, once, where nothing was written', async () => {
    const { hear, said } = await timingOut()
    await hear(timedOut)
    await hear(timedOut)
    expect(said).toEqual([
      expect.stringMatching(/^Derya Kowalczyk: the time .* code of its own\.$/),
    ])
  })

  test('is not said of one that was done in time, here or elsewhere', async () => {
    const { wrapup, owed, hear, said, answers } = await timingOut()
    answers.getConversation = () => situation.wrapupGiven
    await hear(situation.wrapupGiven)
    expect(said).toEqual([])
    expect(wrapup.draft(owed.id)).toEqual({ notes: '' })
  })

  test('of a call that comes back while that is looked up takes nothing of what is written with it', async () => {
    const { wrapup, hear, said, answers, conversation } = await timingOut()
    const answer = deferred()
    answers.getConversation = () => answer.promise
    await hear(timedOut)
    await hear(talked)
    wrapup.write(id, 'Calls again')
    answer.resolve(timedOut)
    await settled()
    expect(conversation()).toBeDefined()
    expect(wrapup.draft(id).notes).toBe('Calls again')
    expect(said).toEqual([expect.stringMatching(/code of its own\.$/)])
  })
})

describe('a time that is sat out', () => {
  test('is done when Genesys Cloud has the code, though the card stays', async () => {
    const stage = createStage()
    await stage.readAll()
    await stage.hear(among(mine(over, { ...ended, ...forced })))
    stage.wrapup.choose(id, solved)
    stage.wrapup.write(id, 'Called back.')
    await stage.submit()
    expect(stage.wrapup.draft(id).notes).toBe('Called back.')
    await stage.hear(saved)
    expect(stage.wrapup.draft(id)).toEqual({ notes: '' })
    expect(stage.conversation()?.phase).toBe('wrapup')
    await stage.hear(
      among(mine(over, { ...ended, ...forced, ...saved.participants?.[1], endAcwTime: time(105) })),
    )
    expect(stage.conversation()).toBeUndefined()
    expect(stage.said).toEqual([])
    expect(stage.count('submitWrapup')).toBe(1)
  })
})

describe('skipping', () => {
  const requested = among(
    mine(over, { ...ended, startAcwTime: time(85), wrapupPrompt: 'agentRequested' }),
  )

  test('orders it once, and lets the card go', async () => {
    const stage = createStage()
    await stage.readAll()
    await stage.hear(requested)
    const one = stage.conversation()
    if (!one) throw new Error('It is gone.')
    void stage.wrapup.skip(one)
    void stage.wrapup.skip(one)
    await settled()
    expect(stage.asked).toEqual([
      {
        operation: 'updateCall',
        params: { conversationId: id, participantId: 'p-mine' },
        body: { wrapupSkipped: true },
      },
    ])
    await stage.hear(among(mine(over, { ...ended, wrapupSkipped: true })))
    expect(stage.said).toEqual([])
  })

  test('that is refused leaves the card and what was written', async () => {
    const stage = createStage()
    await stage.readAll()
    await stage.hear(requested)
    stage.facts.wire = requested
    stage.answers.updateCall = () =>
      Promise.reject(refused('conversation.error.wrapup.cannot.skip'))
    stage.wrapup.write(id, 'Kept')
    const one = stage.conversation()
    if (one) void stage.wrapup.skip(one)
    await settled()
    expect(stage.wrapup.draft(id).notes).toBe('Kept')
    expect(stage.said).toEqual([expect.stringContaining('Skipping the wrap-up did not happen')])
  })
})

describe('the codes that were used', () => {
  test('come first the next time, of this queue, and after a reload', async () => {
    const stage = createStage()
    await stage.readAll()
    await stage.wrapup.load(stage.owed)
    stage.wrapup.choose(id, solved)
    await stage.submit()
    await stage.hear(situation.wrapupGiven)
    expect(stage.wrapup.marks(situation.queueId).recent).toEqual(['w-1'])
    expect(stage.wrapup.marks('q-other').recent).toEqual([])
    expect(await stage.settings.read('codes')).toEqual([
      [situation.queueId, { recent: ['w-1'], favourite: [] }],
    ])
  })
})
