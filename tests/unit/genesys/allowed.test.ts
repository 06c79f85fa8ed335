import { describe, expect, test } from 'vitest'
import { admits, lackFor, permissionWords, whyNotAllowed } from '~/genesys/allowed'
import type { Operation } from '~/genesys/operation'
import { isOperationName, operations } from '~/genesys/operations'

const all = Object.entries<Operation>(operations).flatMap(([name, { permission }]) =>
  isOperationName(name) ? [{ name, permission }] : [],
)
const bound = all.flatMap(({ name, permission }) => (permission ? [{ name, permission }] : []))
const other = new Set(['some:other:thing'])

describe('what a role admits', () => {
  test.each(bound)('$name is told beforehand to whoever lacks it', ({ name, permission }) => {
    const names = 'any' in permission ? permission.any : permission.all
    expect(lackFor(name, other)).toEqual({ kind: 'permission', names, any: 'any' in permission })
    expect(whyNotAllowed(name, other)).toContain(permissionWords(names[0] ?? ''))
  })

  test.each(bound)('$name is admitted by what the table names', ({ name, permission }) => {
    if ('any' in permission)
      for (const one of permission.any)
        expect(lackFor(name, new Set([...other, one]))).toBeUndefined()
    else expect(lackFor(name, new Set(permission.all))).toBeUndefined()
  })

  test.each(all)('$name is not forbidden by permissions that nobody told', ({ name }) => {
    expect(lackFor(name, new Set())).toBeUndefined()
  })

  test.each(all.filter(({ permission }) => !permission))('$name takes none', ({ name }) => {
    expect(whyNotAllowed(name, other)).toBeUndefined()
  })
})

describe('wildcards of a role', () => {
  const name = 'conversation:communication:blindTransfer'
  test.each([
    ['*', true],
    ['*:*:*', true],
    ['conversation:*', true],
    ['conversation:*:*', true],
    ['conversation:communication:*', true],
    ['conversation:*:blindTransfer', true],
    ['routing:*:*', false],
    ['conversation:call:*', false],
    ['*:blindTransfer', false],
    ['conversation:*:blindTransferQueue', false],
    ['conversation', false],
    [`${name}:*`, false],
    ['', false],
  ])('%s: %s', (wide, admitted) => {
    expect(admits(new Set(['some:other:thing', wide]), name)).toBe(admitted)
    expect(lackFor('transferToAddress', new Set([wide])) === undefined).toBe(admitted)
  })
})

test('a permission is named as an administrator finds it', () => {
  expect(permissionWords('conversation:communication:blindTransferQueue')).toBe(
    'Conversation > Communication > Blind Transfer Queue',
  )
  expect(permissionWords('routing:agent:onqueue')).toBe('Routing > Agent > On Queue')
})

test('permissions of one kind are named by what differs', () => {
  expect(whyNotAllowed('transferToAgent', other)).toBe(
    'Your role lacks the permission Conversation > Communication > Blind Transfer or Blind Transfer Agent',
  )
  expect(whyNotAllowed('updateCall', other)).toBe(
    'Your role lacks the permission Conversation > Participant > Wrapup, Conversation > Call > Record, or Conversation > Communication > Disconnect',
  )
})
