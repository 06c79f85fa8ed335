import { expect, test } from 'vitest'
import { troubleOf } from '~/app/told'
import type { Command, Verb } from '~/ledger/command'
import { refusals, routingWords, whoWords } from '~/presence/words'
import { refused } from '../fixtures/failures'

const troubled = (verb: Verb, code: string, status: number): Command => ({
  ...{ id: 'o-1', verb, target: 'ana', name: 'The change to On Queue', pressedAt: 0, deadline: 1 },
  ...{ lane: 'action', attempts: 1 },
  state: { step: 'refused', failure: refused(code, status).failure },
})

test.each([
  // The permission is named by what a 403 always brings along.
  ['presence.not.authorized.update.on.queue', 403, /may not go on queue/],
  ['presence.not.authorized.update.other.user.presence', 403, /sign in again as yourself/],
  ['presenceservice.conflict', 409, /still being worked on. Try again/],
  ['presenceservice.usernotfound', 404, /does not know you any more/],
] as const)('%s is explained, whatever was ordered', (code, status, words) => {
  for (const verb of ['presence', 'back-on-queue'] as const) {
    const said = troubleOf(troubled(verb, code, status))
    expect(said).toMatch(/^The change to On Queue did not happen\. /)
    expect(said).toMatch(words)
  }
  expect(Object.keys(refusals)).toContain(code)
})

test('every routing status, and everybody who may have changed the presence, has words', () => {
  for (const [word, means] of Object.values(routingWords))
    expect([word, means].every(Boolean)).toBe(true)
  expect(Object.values(whoWords).every((words) => words.length > 5)).toBe(true)
})
