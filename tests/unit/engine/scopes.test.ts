import { expect, test } from 'vitest'
import { lackingScopes, wantedScopes } from '~/engine/scopes'

const all = [
  ...['user-basic-info', 'users', 'presence', 'conversations', 'routing:readonly'],
  ...[
    'notifications',
    'organization:readonly',
    'analytics:readonly',
    'external-contacts:readonly',
    'stations:readonly',
  ],
]

test.each<[string, readonly string[], readonly string[]]>([
  ['nothing', all, []],
  [
    'what only reads',
    all.filter((one) => one !== 'organization:readonly'),
    ['organization:readonly'],
  ],
  [
    'both of a pair, for each has features of its own',
    all.filter((one) => one !== 'presence'),
    ['presence:readonly', 'presence'],
  ],
  [
    'the wider of a pair',
    [...all.filter((one) => one !== 'presence'), 'presence:readonly'],
    ['presence'],
  ],
  ['nothing, with more than it needs', [...all, 'analytics'], []],
])('a client lacks %s', (_, authorized, lacking) => {
  expect(lackingScopes(authorized)).toEqual(lacking)
})

test('the manifest has the wider of two scopes alone, and lacks nothing', () => {
  expect([...wantedScopes].sort()).toEqual([...all].sort())
  expect(lackingScopes(wantedScopes)).toEqual([])
  for (const scope of wantedScopes)
    expect(lackingScopes(wantedScopes.filter((one) => one !== scope))).toContain(scope)
})
