import { describe, expect, test } from 'vitest'
import { fromWire } from '~/conversations/conversation'
import type { Call, Participant } from '~/genesys/wire'
import { afterWork, isOffered } from '~/wrapup/afterwork'
import { hintOf } from '~/wrapup/words'
import { customer, id, me, mine, start, time } from '../fixtures/conversations'

const talking: Call = { state: 'connected', connectedTime: time(25) }
const over: Call = { ...talking, state: 'disconnected', disconnectedTime: time(85) }
const ended = { connectedTime: time(25), endTime: time(85), startAcwTime: time(85) }
const limited = { wrapupTimeoutMs: 30_000 }
const given = { wrapup: { code: 'w-1', notes: 'Called back.' } }

function seen(call: Call, change: Partial<Participant>) {
  const wire = { id, participants: [customer, mine(call, change)] }
  const now = start + 85_000
  const conversation = fromWire(wire, { me, now })
  if (!conversation) throw new Error('It is none.')
  return conversation
}

/** Seconds after the call has ended. */
const at = (seconds: number) => start + (85 + seconds) * 1000

describe('after-call work, by what the queue asks for and the time', () => {
  test.each([
    ['mandatory', ended, 500, { stage: 'owed', maySkip: false, isShort: false }],
    // A limit that does not belong to the prompt promises nothing.
    ['mandatory', { ...ended, ...limited }, 25, { stage: 'owed', maySkip: false, isShort: false }],
    ['optional', { ...ended, ...limited }, 25, { stage: 'owed', maySkip: true, isShort: false }],
    ['timeout', { ...ended, ...limited }, 0, { leftMs: 30_000, isShort: false, maySkip: false }],
    ['timeout', { ...ended, ...limited }, 20, { leftMs: 10_000, isShort: false }],
    ['timeout', { ...ended, ...limited }, 20.001, { leftMs: 9_999, isShort: true }],
    ['timeout', { ...ended, ...limited }, 31, { stage: 'owed', leftMs: -1_000, isShort: true }],
    ['forcedTimeout', { ...ended, ...limited }, 5, { stage: 'owed', leftMs: 25_000 }],
    [
      'forcedTimeout',
      { ...ended, ...limited, ...given },
      5,
      { stage: 'saved', leftMs: 25_000, maySkip: false },
    ],
    [
      'agentRequested',
      { ...ended, ...limited },
      25,
      { leftMs: 5_000, isShort: true, maySkip: true },
    ],
    // What Genesys Cloud may say tomorrow: its limit is shown, and nothing may be skipped.
    ['telepathic', { ...ended, ...limited }, 25, { stage: 'owed', leftMs: 5_000, maySkip: false }],
  ])('%s, %o, %d s after the call', (wrapupPrompt, change, seconds, expected) => {
    const work = afterWork(seen(over, { ...change, wrapupPrompt }), at(seconds))
    expect(work).toMatchObject(expected)
    if (!('leftMs' in expected)) expect(work?.leftMs).toBeUndefined()
  })

  test('is ahead while the call goes on for a queue, and nowhere else', () => {
    expect(afterWork(seen(talking, {}), at(0))?.stage).toBe('ahead')
    expect(afterWork(seen({ ...talking, held: true }, {}), at(0))?.stage).toBe('ahead')
    expect(afterWork(seen(talking, { wrapupPrompt: undefined }), at(0))).toBeUndefined()
    expect(afterWork(seen({ state: 'alerting' }, {}), at(0))).toBeUndefined()
    expect(afterWork(seen({ state: 'dialing' }, {}), at(0))).toBeUndefined()
  })

  test('of a forced time is over when Genesys Cloud says so, and not with its code', () => {
    const forced = { ...ended, ...limited, wrapupPrompt: 'forcedTimeout' }
    expect(seen(over, { ...forced, ...given }).phase).toBe('wrapup')
    expect(seen(over, { ...forced, ...given, endAcwTime: time(105) }).phase).toBe('over')
    const complete = { ...over, afterCallWork: { state: 'complete' } }
    expect(seen(complete, { ...forced, ...given }).phase).toBe('over')
    expect(seen(over, { ...ended, ...given, wrapupPrompt: 'timeout' }).phase).toBe('over')
  })
})

describe('a call that has left', () => {
  test.each([
    ['talked for a queue that asks for nothing', talking, { wrapupPrompt: 'optional' }, true],
    ['held, for the same', { ...talking, held: true }, { wrapupPrompt: 'optional' }, true],
    ['that had its code already', talking, { wrapupPrompt: 'optional', ...given }, false],
    ['that nobody answered', { state: 'alerting' }, { wrapupPrompt: 'optional' }, false],
    ['whose agent asked for nothing', talking, { wrapupPrompt: 'agentRequested' }, false],
    ['that was done', over, { ...ended, wrapupPrompt: 'mandatory' }, false],
  ])('%s may be wrapped up still: %#', (_what, call, change, expected) => {
    expect(isOffered(seen(call, change))).toBe(expected)
  })
})

describe('what comes of it, in words', () => {
  const words = (call: Call, change: Partial<Participant>, seconds = 0) => {
    const one = seen(call, change)
    const work = afterWork(one, at(seconds))
    const { wrapupMs } = one.mine ?? {}
    return work && hintOf(work, { acwRequested: call.afterCallWorkRequired === true, wrapupMs })
  }

  test.each([
    ['mandatory', {}, 'After the call you choose a code and press Done.'],
    ['optional', {}, 'After the call you may send them with a code.'],
    ['timeout', limited, 'After the call you have 0:30 to choose a code and press Done.'],
    ['forcedTimeout', limited, 'After-call work takes 0:30, however early you are done.'],
    ['agentRequested', {}, 'only if you ask for after-call work before the call ends'],
  ])('ahead, %s', (wrapupPrompt, change, part) => {
    expect(words(talking, { ...change, wrapupPrompt })).toContain(part)
  })

  test('an agent who has asked for it is not told to ask', () => {
    const asked = { ...talking, afterCallWorkRequired: true }
    expect(words(asked, { wrapupPrompt: 'agentRequested' })).toContain('You have asked for')
  })

  test('a time that is up is not promised any more', () => {
    const change = { ...ended, ...limited, wrapupPrompt: 'timeout' }
    expect(words(over, change, 29)).toContain('When the time is up, Genesys Cloud ends it')
    expect(words(over, change, 30)).toBe('The time is up: Genesys Cloud is about to end it.')
  })
})
