import { expect, test } from 'vitest'
import { featuresLacking, lackingLine, lackingWords } from '~/app/missingscopes'
import { lackingScopes, wantedScopes } from '~/engine/scopes'

const without = (...scopes: string[]) =>
  lackingScopes(wantedScopes.filter((scope) => !scopes.includes(scope)))

test.each([
  [without('organization:readonly'), ['Idle time-out']],
  [without('notifications'), ['Live updates']],
  [without('presence'), ['Statuses']],
  [without('routing:readonly'), ['Names of queues', 'Search for queues']],
  [without('conversations'), ['Conversations', 'Call controls', 'Transfers', 'Wrap-up']],
  // It still reads.
  [
    lackingScopes([...wantedScopes.filter((one) => one !== 'users'), 'users:readonly']),
    ['Back on queue'],
  ],
  [[], []],
])('without %j these do not work: %j', (lacking, features) => {
  expect(featuresLacking(lacking)).toEqual(features)
})

test('the agent is told features, and no scope', () => {
  const said = lackingWords(without('conversations', 'notifications'))
  expect(said).toContain('Transfers, Wrap-up, and Live updates')
  expect(said).not.toMatch(/scope|:readonly/)
})

test('the administrator is told scopes, of two the wider', () => {
  expect(lackingLine(without('conversations', 'notifications'))).toContain(
    'lacks scopes of its OAuth client: conversations, notifications (for: Conversations,',
  )
})
