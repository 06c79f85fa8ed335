import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverage } from '../../contract/coverage'
import { createJudge } from '../../contract/judge'
import { listenIn } from '../../contract/tour'
import { served } from '../../emulator/api/handlers'

test('the list of what is covered is current: npm run coverage makes it anew', () => {
  const document = readFileSync(
    new URL('../../../docs/emulator-coverage.md', import.meta.url),
    'utf8',
  )
  expect(document).toBe(coverage())
})

/** They take a state that the tour does not come to: a consult, two calls, a team lead. */
const elsewhere = [
  'deleteConversationsCallParticipantConsult',
  'getConversationSecureattributes',
  'patchConversationsAftercallworkConversationIdParticipantCommunication',
  'patchConversationsCallConference',
  'patchConversationsCallParticipantConsult',
  'postConversationBarge',
  'postConversationsCallParticipantBarge',
  'postConversationsCallParticipantCoach',
  'postConversationsCallParticipantMonitor',
  'putUserRoutingstatus',
]

test('every operation answers in its official form', () => {
  const judge = createJudge()
  const answered = new Set<string>()
  listenIn({
    answered(seen) {
      answered.add(seen.operation)
      judge.answered(seen)
    },
    published: () => {},
  })
  expect(judge.verdicts()).toEqual([])
  const silent = served.map(([operation]) => operation).filter((name) => !answered.has(name))
  expect(silent.sort()).toEqual(elsewhere)
})

test('no operation is answered in two rooms', () => {
  const names = served.map(([operation]) => operation)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
