import { describe, expect, test } from 'vitest'
import { deferred } from '../fake-ask'
import * as situation from '../fixtures/conversations'
import { refused, unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage, id, solved } from './stage'

describe('the wrap-up codes', () => {
  test('are those of the agent’s own part, by name; what has no id or name is left out', async () => {
    const { wrapup, owed, asked } = createStage()
    expect(wrapup.codes(owed.mine)).toEqual({ state: 'loading' })
    await wrapup.load(owed)
    expect(asked[0]?.params).toEqual({ conversationId: id, participantId: 'p-mine' })
    expect(wrapup.codes(owed.mine)).toEqual({
      state: 'ready',
      codes: [solved, { id: 'w-2', name: 'Zoned' }],
    })
  })

  test('that could not be read say so, and can be read again', async () => {
    const { wrapup, owed, answers } = createStage()
    answers.listWrapupCodes = () => Promise.reject(unanswered())
    await wrapup.load(owed)
    expect(wrapup.codes(owed.mine)).toEqual({
      state: 'failed',
      why: 'Genesys Cloud did not answer.',
    })
    answers.listWrapupCodes = () => [solved]
    await wrapup.load(owed)
    expect(wrapup.codes(owed.mine)).toEqual({ state: 'ready', codes: [solved] })
  })

  test('are asked once, until the conversation is gone', async () => {
    const { wrapup, owed, count, hear, readAll } = createStage()
    await readAll()
    await wrapup.load(owed)
    await wrapup.load(owed)
    expect(count('listWrapupCodes')).toBe(1)
    await hear(situation.wrapupGiven)
    await settled()
    expect(wrapup.codes(owed.mine)).toEqual({ state: 'loading' })
  })

  test('that have holes are taken as far as they go', async () => {
    const { wrapup, owed, answers } = createStage()
    answers.listWrapupCodes = () => [null, 5, { id: 5, name: {} }, solved]
    await wrapup.load(owed)
    expect(wrapup.codes(owed.mine)).toEqual({ state: 'ready', codes: [solved] })
  })

  test('that come as something else are none', async () => {
    const { wrapup, owed, answers } = createStage()
    answers.listWrapupCodes = () => ({ entities: [] })
    await wrapup.load(owed)
    expect(wrapup.codes(owed.mine)).toEqual({ state: 'ready', codes: [] })
  })
})

describe('a call that came back and owes a wrap-up for each part', () => {
  test('has the one done when the other is owed, which begins empty', async () => {
    const { wrapup, conversation, hear, said, asked } = createStage()
    await hear(situation.owedTwice)
    const later = conversation()
    if (later) await wrapup.load(later)
    wrapup.choose(id, solved)
    wrapup.write(id, 'The second time.')
    if (later) void wrapup.submit(later)
    await settled()
    await hear(situation.owedOnceMore)
    expect(asked.at(-1)?.params).toMatchObject({ communicationId: 'c-mine-again' })
    expect(said).toEqual([])
    expect(wrapup.draft(id)).toEqual({ notes: '' })
    const earlier = conversation()
    expect(earlier).toMatchObject({ phase: 'wrapup', mine: { communicationId: 'c-mine' } })
    // By another queue it may have other codes: they are asked for anew.
    expect(wrapup.codes(earlier?.mine)).toEqual({ state: 'loading' })
  })
})

describe('submitting a wrap-up', () => {
  test('sends the code and the notes once, by the agent’s own leg', async () => {
    const { wrapup, asked, submit } = createStage()
    wrapup.choose(id, solved)
    wrapup.write(id, 'Called back.')
    await submit()
    await submit()
    expect(asked).toEqual([
      {
        operation: 'submitWrapup',
        params: { conversationId: id, participantId: 'p-mine', communicationId: 'c-mine' },
        body: { code: 'w-1', name: 'Solved', notes: 'Called back.' },
      },
    ])
  })

  test('leaves empty notes out', async () => {
    const { wrapup, asked, submit } = createStage()
    wrapup.choose(id, solved)
    await submit()
    expect(asked[0]?.body).toEqual({ code: 'w-1', name: 'Solved' })
  })

  test('is not possible without a code', async () => {
    const { wrapup, asked, submit } = createStage()
    wrapup.write(id, 'No code yet.')
    await submit()
    expect(asked).toEqual([])
  })

  test('forgets what was written once Genesys Cloud has it', async () => {
    const { wrapup, kept, submit, hear } = createStage()
    wrapup.choose(id, solved)
    wrapup.write(id, 'Called back.')
    await submit()
    expect(wrapup.draft(id).notes).toBe('Called back.')
    await hear(situation.wrapupGiven)
    expect(wrapup.draft(id)).toEqual({ notes: '' })
    expect(kept.now()).toEqual([])
  })

  test('that is refused keeps every word, and says why', async () => {
    const { wrapup, answers, said, facts, submit } = createStage()
    facts.wire = situation.wrapupOwed
    answers.submitWrapup = () => Promise.reject(refused('conversation.error.wrapup.code.required'))
    wrapup.choose(id, solved)
    wrapup.write(id, 'Called back.')
    await submit()
    expect(wrapup.draft(id)).toEqual({ code: solved, notes: 'Called back.' })
    expect(said).toEqual(['The wrap-up did not happen. A wrap-up code is required.'])
  })

  test('that is refused, and found gone, shows the notes once more', async () => {
    const { wrapup, answers, said, submit } = createStage()
    answers.submitWrapup = () => Promise.reject(refused())
    wrapup.choose(id, solved)
    wrapup.write(id, 'Called back.')
    await submit()
    expect(said).toEqual([
      'The wrap-up did not happen. The call has already ended.',
      'The wrap-up is over. Unless they were submitted elsewhere, these notes were not sent: “Called back.”',
    ])
  })

  test('that is refused after the card has left shows the notes it takes with it', async () => {
    const { wrapup, answers, said, submit, hear } = createStage()
    const answer = deferred()
    answers.submitWrapup = () => answer.promise
    wrapup.choose(id, solved)
    wrapup.write(id, 'Called back.')
    await submit()
    await hear(situation.wrapupGiven)
    expect(said).toEqual([])
    answer.reject(refused('conversation.error.not.conversation.participant'))
    await settled()
    expect(wrapup.draft(id)).toEqual({ notes: '' })
    expect(said).toEqual([
      'The wrap-up did not happen. You are no longer part of this call.',
      'The wrap-up is over. Unless they were submitted elsewhere, these notes were not sent: “Called back.”',
    ])
  })

  test('that is accepted after the card has left is done, and says nothing', async () => {
    const { wrapup, answers, said, submit, hear } = createStage()
    const answer = deferred()
    answers.submitWrapup = () => answer.promise
    wrapup.choose(id, solved)
    wrapup.write(id, 'Called back.')
    await submit()
    await submit()
    await hear(situation.wrapupGiven)
    answer.resolve({})
    await settled()
    expect(wrapup.draft(id)).toEqual({ notes: '' })
    expect(said).toEqual([])
  })

  test('that got no answer is looked up; when its card has left, what was written is shown', async () => {
    const { wrapup, answers, said, count, submit } = createStage()
    answers.submitWrapup = () => Promise.reject(unanswered())
    wrapup.choose(id, solved)
    wrapup.write(id, 'Called back.')
    await submit()
    expect(count('submitWrapup')).toBe(1)
    expect(said).toEqual(['Genesys Cloud may not have your notes: “Called back.”'])
    expect(wrapup.draft(id)).toEqual({ notes: '' })
  })

  test('that got no answer and is still owed keeps what was written', async () => {
    const { wrapup, answers, facts, submit } = createStage()
    answers.submitWrapup = () => Promise.reject(unanswered())
    facts.wire = situation.wrapupOwed
    wrapup.choose(id, solved)
    wrapup.write(id, 'Called back.')
    await submit()
    expect(wrapup.draft(id)).toEqual({ code: solved, notes: 'Called back.' })
  })
})
