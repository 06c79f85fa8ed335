import { expect, test } from 'vitest'
import { eventWords, logText, reasonWords } from '~/signin/log'
import { problemWords } from '~/signin/words'

const at = Date.UTC(2026, 10, 20, 8)

test.each([
  ['sign-in-begun', 'redirect', 'Log-in begun', 'In this tab'],
  ['sign-in-failed', 'denied', 'Log-in failed', problemWords().denied],
  ['ended', 'too-long', 'Sign-in ended', problemWords()['too-long']],
  ['signed-in', undefined, 'Signed in', undefined],
  ['scopes-lacking', 'presence users', 'Scopes are lacking', 'presence users'],
  // What a later engine notes is shown as it is.
  ['moved', 'elsewhere', 'moved', 'elsewhere'],
  ['toString', 'constructor', 'toString', 'constructor'],
])('%s (%s) is told as %s', (event, reason, words, why) => {
  const entry = { at, event, ...(reason ? { reason } : {}) }
  expect([eventWords(entry), reasonWords(entry)]).toEqual([words, why])
})

test('as a file it has times anybody can read, and what was noted', () => {
  const entry = { at, event: 'not-read', reason: 'unreachable', correlationId: 'c-1' }
  expect(JSON.parse(logText([entry, { at, event: 'signed-in' }]))).toEqual({
    minidesk: 'sign-in log',
    entries: [
      { ...entry, at: '2026-11-20T08:00:00.000Z' },
      { at: '2026-11-20T08:00:00.000Z', event: 'signed-in' },
    ],
  })
})
