import { describe, expect, test } from 'vitest'
import type { Missing } from '~/genesys/errors'
import { missingFrom } from '~/genesys/missing'
import type { OperationName } from '~/genesys/operations'

const read = (body: unknown, operation: OperationName = 'transferToQueue') =>
  missingFrom(operation, typeof body === 'string' ? body : JSON.stringify(body))?.missing

const missing = (kind: Missing['kind'], names: readonly string[], any = false): Missing => ({
  ...{ kind, names, any },
})

const [blind, toQueue] = ['blindTransfer', 'blindTransferQueue'].map(
  (name) => `conversation:communication:${name}`,
) as [string, string]
const one = 'You must have at least one of the following permissions assigned:'

describe('what a 403 was for', () => {
  test.each<[string, unknown, Missing]>([
    [
      'a scope, in the message',
      { code: 'app.not.authorized.for.scope', message: 'App not authorized to use scope routing' },
      missing('scope', ['routing']),
    ],
    [
      'a scope, in the message, quoted and with a full stop',
      { code: 'app.not.authorized.for.scope', message: 'Not for scope "users:readonly".' },
      missing('scope', ['users:readonly']),
    ],
    [
      'a scope, as a parameter of any name',
      { code: 'app.not.authorized.for.scope', messageParams: { x: 'presence' } },
      missing('scope', ['presence']),
    ],
    [
      'a scope that nobody names: that of the table',
      { code: 'app.not.authorized.for.scope', message: 'No.' },
      missing('scope', ['conversations']),
    ],
    [
      'all of some permissions',
      { code: 'missing.permissions', message: 'You are missing: routing:queue:search, a:b:c' },
      missing('permission', ['routing:queue:search', 'a:b:c']),
    ],
    [
      'one of some permissions',
      { code: 'missing.any.permissions', message: `${one} [${blind}, ${toQueue}]` },
      missing('permission', [blind, toQueue], true),
    ],
    [
      'permissions, named twice: by a parameter and by the message',
      {
        code: 'missing.permissions',
        message: 'You are missing the following permission(s): a:b:c',
        messageWithParams: 'You are missing the following permission(s): {permissions}',
        messageParams: { permissions: 'a:b:c' },
      },
      missing('permission', ['a:b:c']),
    ],
    [
      'permissions that nobody names: those of the table',
      { code: 'missing.permissions', message: 'No.', messageParams: 7 },
      missing('permission', [blind, toQueue], true),
    ],
    [
      'a permission in a division',
      {
        code: 'missing.division.permission',
        message:
          "You are missing the following permission 'routing:queue:view' in the division(s).",
      },
      missing('division', ['routing:queue:view']),
    ],
    [
      'one of some permissions in some divisions',
      { code: 'missing.any.division.permissions', message: `${one} a:b:c in division(s): Sales` },
      missing('division', ['a:b:c'], true),
    ],
    [
      'a policy, by its id',
      {
        code: 'authz.policy.denied',
        message: 'Denied. Policy ID(s): [0f8fad5b-d9cb-469f-a165-70867728950e]',
      },
      missing('policy', ['0f8fad5b-d9cb-469f-a165-70867728950e']),
    ],
    ['a policy without one', { code: 'authz.policy.denied' }, missing('policy', [])],
    [
      'nothing that is told, where the table knows what it takes',
      { code: 'not.authorized', message: 'You are not authorized.' },
      missing('unknown', [blind, toQueue], true),
    ],
    ['no body', '', missing('unknown', [blind, toQueue], true)],
    ['no JSON', '<h1>403</h1>', missing('unknown', [blind, toQueue], true)],
    [
      'a body of another shape',
      { error: { code: 'X' } },
      missing('unknown', [blind, toQueue], true),
    ],
    ['a list', '[1]', missing('unknown', [blind, toQueue], true)],
  ])('%s', (_what, body, expected) => {
    expect(read(body)).toEqual(expected)
  })

  test('an operation that takes no permission has none to name', () => {
    expect(read({ code: 'missing.permissions' }, 'getPresence')).toEqual(missing('permission', []))
  })

  test('on queue is a status that takes a permission of its own', () => {
    expect(read({ code: 'presence.not.authorized.update.on.queue' }, 'setPresence')).toEqual(
      missing('permission', ['routing:agent:onqueue']),
    )
  })

  test('a refusal for a reason of its own is none for want of a right', () => {
    expect(read({ code: 'conversation.error.disallowed.transfer.destination' })).toBeUndefined()
    expect(read({ code: '__proto__' })).toBeUndefined()
  })

  test.each([
    ['addresses', 'See https://evil.example:443/a and C:D'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['too many parts', 'a:b:c:d'],
    ['a time', '10:20:30'],
  ])('%s are no names', (_what, message) => {
    expect(read({ code: 'missing.permissions', message }, 'getPresence')?.names).toEqual([])
  })

  test('of a flood a dozen names are read, from the beginning of each text', () => {
    const many = Array.from({ length: 400 }, (_, n) => `area:thing:verb${n}`).join(', ')
    expect(read({ code: 'missing.permissions', message: many })?.names).toHaveLength(12)
    const late = `${'x '.repeat(3_000)} a:b:c`
    expect(read({ code: 'missing.permissions', message: late }, 'getPresence')?.names).toEqual([])
  })
})
