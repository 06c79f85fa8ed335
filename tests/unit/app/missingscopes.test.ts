import { expect, test } from 'vitest'
import { featuresLacking, lackingLine, lackingWords } from '~/app/missingscopes'
import { lackingScopes, wantedScopes } from '~/engine/scopes'

const without = (...scopes: string[]) =>
  lackingScopes(wantedScopes.filter((scope) => !scopes.includes(scope)))

test.each([
  [without('organization:readonly'), ['Idle time-out']],
  [without('notifications'), ['Live updates']],
  [without('presence'), ['Statuses']],
  [
    without('routing:readonly'),
    ['Colleagues', 'Names of queues', 'Search for queues', 'Figures of queues'],
  ],
  [without('external-contacts:readonly'), ['Search for contacts']],
  [
    without('conversations'),
    [
      ...['Conversations', 'Call controls', 'Outbound calls', 'Keypad', 'Secure pause', 'Flags'],
      ...['Notes for whoever takes the call', 'Further participants', 'Consults', 'Transfers'],
      ...['Wrap-up', 'After-call work'],
    ],
  ],
  // It still reads.
  [
    lackingScopes([...wantedScopes.filter((one) => one !== 'users'), 'users:readonly']),
    ['Back on queue', 'Phone', 'Joining queues', 'Out of office'],
  ],
  [[], []],
])('without %j these do not work: %j', (lacking, features) => {
  expect(featuresLacking(lacking)).toEqual(features)
})

test('the agent is told features, and no scope', () => {
  const said = lackingWords(without('conversations', 'notifications'))
  expect(said).toContain('After-call work, and Live updates')
  expect(said).not.toMatch(/scope|:readonly/)
})

test('the administrator is told scopes, of two the wider', () => {
  expect(lackingLine(without('conversations', 'notifications'))).toContain(
    'lacks scopes of its OAuth client: conversations, notifications (for: Conversations,',
  )
})
