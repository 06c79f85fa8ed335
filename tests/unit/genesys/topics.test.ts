import { describe, expect, test } from 'vitest'
import { topicsOf, userTopic } from '~/genesys/topics'

describe('the topics of an agent', () => {
  test('are four, and each is known again', () => {
    expect(topicsOf('ana').map(userTopic)).toEqual([
      { userId: 'ana', kind: 'conversations' },
      { userId: 'ana', kind: 'presence' },
      { userId: 'ana', kind: 'routingStatus' },
      { userId: 'ana', kind: 'outofoffice' },
      { userId: 'ana', kind: 'station' },
    ])
  })

  test('are known however they are written', () => {
    expect(userTopic('V2.USERS.3F1C-A.ROUTINGSTATUS')).toEqual({
      userId: '3f1c-a',
      kind: 'routingStatus',
    })
    expect(userTopic('v2.users.3f1c-a.routingstatus')).toEqual({
      userId: '3f1c-a',
      kind: 'routingStatus',
    })
  })

  test.each([
    ['v2.users.ana.callforwarding'],
    ['v2.users.ana.conversations.calls'],
    ['v2.users..presence'],
    ['xv2.users.ana.presence'],
    ['v2.users.ana.presence\n'],
    ['v2xusers.ana.presence'],
    ['channel.metadata'],
    [''],
  ])('%j is none of them', (name) => {
    expect(userTopic(name)).toBeUndefined()
  })
})
