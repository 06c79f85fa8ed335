import { expect, test } from 'vitest'
import type { Missing, Refused } from '~/genesys/errors'
import { forbidden } from '~/genesys/forbidden'

const at = Date.UTC(2026, 10, 20, 9, 30)
const refused = (missing?: Missing, change: Partial<Refused> = {}): Refused => ({
  kind: 'refused',
  outcome: 'refused',
  operation: 'transferToQueue',
  status: 403,
  code: 'missing.any.permissions',
  message: 'No.',
  correlationId: '1a2b',
  ...(missing ? { missing } : {}),
  ...change,
})

test.each<[Missing, string, string]>([
  [
    { kind: 'permission', names: ['a:b:one', 'a:b:two'], any: true },
    'Your role lacks the permission A > B > One or Two.',
    'the user needs one of the permissions a:b:one, a:b:two',
  ],
  [
    { kind: 'permission', names: ['a:b:one', 'a:c:two'], any: false },
    'Your role lacks the permissions A > B > One and A > C > Two.',
    'the user needs the permissions a:b:one, a:c:two',
  ],
  [
    { kind: 'permission', names: [], any: false },
    'Your role lacks a permission for it.',
    'the user lacks a permission',
  ],
  [
    { kind: 'division', names: ['a:b:one'], any: false },
    'Your role lacks the permission A > B > One, in the division that this belongs to.',
    'the user needs the permission a:b:one, in the division of the target',
  ],
  [
    { kind: 'scope', names: ['conversations'], any: false },
    'Your organization has not given Minidesk the right to it.',
    'the OAuth client lacks the scope conversations',
  ],
  [
    { kind: 'policy', names: [], any: false },
    'A security policy of your organization denies it.',
    'a security policy denies it',
  ],
  [
    { kind: 'policy', names: ['p-1'], any: false },
    'A security policy of your organization denies it.',
    'security policies deny it: p-1',
  ],
  [
    { kind: 'unknown', names: ['a:b:one'], any: false },
    'Genesys Cloud does not say what is missing.',
    'no reason was given; the user needs the permission a:b:one',
  ],
])('%j is told to the agent and to the administrator', (missing, words, wanted) => {
  expect(forbidden(refused(missing), at)).toEqual({
    words: `${words} The call stays with you.`,
    forAdministrator: [
      'Minidesk, Transfers: transferToQueue (POST /api/v2/conversations/{conversationId}/participants/{participantId}/replace/queue)',
      `: ${wanted}; code missing.any.permissions; correlation id 1a2b; 2026-11-20T09:30:00.000Z`,
    ].join(''),
  })
})

test('a line has no place for what is not known', () => {
  const { correlationId: _, ...bare } = refused({ kind: 'unknown', names: [], any: false })
  const { forAdministrator = '' } = forbidden({ ...bare, code: 'unknown' }, at) ?? {}
  expect(forAdministrator).toMatch(/: no reason was given; 2026-11-20T09:30:00\.000Z$/)
})

test('what was refused for another reason, or not refused, is not explained', () => {
  expect(forbidden(refused(), at)).toBeUndefined()
  expect(forbidden(undefined, at)).toBeUndefined()
  expect(
    forbidden({ kind: 'expired', outcome: 'refused', operation: 'updateCall' }, at),
  ).toBeUndefined()
})
