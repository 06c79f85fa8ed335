import { expect, test } from 'vitest'
import { lackingScopes } from '~/engine/scopes'

const all = [
  ...['user-basic-info', 'users', 'presence', 'conversations', 'routing:readonly'],
  ...['notifications', 'organization:readonly'],
]

test.each<[string, readonly string[], readonly string[]]>([
  ['nothing', all, []],
  [
    'what only reads',
    all.filter((one) => one !== 'organization:readonly'),
    ['organization:readonly'],
  ],
  // The wider one brings the narrower one with it.
  ['both of a pair', all.filter((one) => one !== 'presence'), ['presence']],
  [
    'the wider of a pair',
    [...all.filter((one) => one !== 'presence'), 'presence:readonly'],
    ['presence'],
  ],
  ['nothing, with more than it needs', [...all, 'analytics'], []],
])('a client lacks %s', (_, authorized, lacking) => {
  expect(lackingScopes(authorized)).toEqual(lacking)
})
