import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { troubleOf } from '~/app/told'
import type { Command, Verb } from '~/ledger/command'
import { refused } from '../fixtures/failures'

/** The official description: what each operation refuses beyond what all of them do. */
const table = new URL('../../emulator/contract/operations.json', import.meta.url)
const operations = JSON.parse(readFileSync(table, 'utf8'))

const calls = 'postConversationsCallParticipantConsult'
const operationsOf: readonly (readonly [Verb, string])[] = [
  ...['Agent', 'Queue', 'ContactExternal'].map((kind) => ['consult', calls + kind] as const),
  ['consult', 'postConversationsCallParticipantVoiceConsult'],
  ['speak', 'patchConversationsCallParticipantConsult'],
  ['cancel-consult', 'deleteConversationsCallParticipantConsult'],
  ['invite', 'postConversationsCallParticipants'],
]

/** A body that cannot be read, and a user who is none: the desk sends neither. */
const impossible = /^(invalid\.|constraint\.|client\.|not\.a\.user)/

const refusals = operationsOf.flatMap(([verb, operation]) =>
  Object.entries<string[]>(operations[operation].errors).flatMap(([status, codes]) =>
    codes.filter((code) => !impossible.test(code)).map((code) => ({ verb, code, status })),
  ),
)

test('every refusal is one of some operation', () => {
  expect(refusals.length).toBeGreaterThan(35)
})

test.each(refusals)('$verb, refused with $code, is told in words', ({ verb, code, status }) => {
  const { failure } = refused(code, Number(status))
  const command: Command = {
    ...{ id: 'o-1', verb, target: 'c-1', name: 'It', pressedAt: 0, deadline: 0, lane: 'action' },
    ...{ attempts: 1, state: { step: 'refused', failure } },
  }
  expect(troubleOf(command)).toMatch(/^It did not happen\. [A-Z].+\.$/)
  expect(troubleOf(command)).not.toMatch(/refused:|[a-z]\.[a-z]/)
})
