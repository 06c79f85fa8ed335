import { describe, expect, test } from 'vitest'
import { misfits } from '../../contract/schemas'
import { topicBodies } from '../../emulator/contract/facts'
import type { Conversation } from '../../emulator/conversation/call'
import { toEvent } from '../../emulator/conversation/event'
import { due } from '../../emulator/conversation/facts'
import { toCallEvent, toCallRest } from '../../emulator/conversation/media'
import { startOutboundCall } from '../../emulator/conversation/outbound'
import { toRest } from '../../emulator/conversation/rest'
import {
  ana,
  as,
  become,
  ben,
  billing,
  moment,
  of,
  repairs,
  ringing,
  talking,
  waiting,
} from './line'

const division = { id: 'home', name: 'Home' }

function transferred(destination: { queue: typeof repairs } | { agent: typeof ben }) {
  const before = talking()
  const transferType = 'Unattended' as const
  return become(before, 5000, { type: 'transfer', destination, transferType, ...as(before, 'ana') })
}

const bodyOf = (topic: string) => ({ $ref: topicBodies[`v2.users.{id}.${topic}`] ?? topic })

/** An agent's call to a number that cannot be reached. */
function unreached(address: string): Conversation {
  const from = { name: ana.name, number: ana.number }
  const placing = { agent: ana, destination: { address }, from, attributes: {}, uuiData: '4869' }
  let call = startOutboundCall(placing, moment(1000))
  for (let [next] = due(call); next; [next] = due(call)) call = become(call, next.at, next.command)
  return call
}

/** How everybody who has left did so, in the order in which they came. */
function ends({ participants }: Conversation): string[] {
  return participants.flatMap(({ purpose, call: { disconnectType } }) =>
    disconnectType === undefined ? [] : [`${purpose} ${disconnectType}`],
  )
}

const rows: readonly [string, () => Conversation, readonly string[]][] = [
  ['nobody has left yet', waiting, []],
  [
    'the customer gives up waiting',
    () => become(waiting(), 4000, { type: 'callerHangsUp' }),
    ['customer endpoint', 'acd peer'],
  ],
  [
    'the customer gives up while it rings',
    () => become(ringing(), 4000, { type: 'callerHangsUp' }),
    ['customer endpoint', 'acd peer', 'agent peer'],
  ],
  ['the agent has answered', talking, ['acd transfer']],
  [
    'the customer hangs up',
    () => become(talking(), 4000, { type: 'callerHangsUp' }),
    ['customer endpoint', 'acd transfer', 'agent peer'],
  ],
  [
    'the agent hangs up',
    () => {
      const before = talking()
      return become(before, 4000, { type: 'hangUp', ...as(before, 'ana') })
    },
    ['customer peer', 'acd transfer', 'agent client'],
  ],
  [
    'the agent declines',
    () => {
      const before = ringing()
      return become(before, 4000, { type: 'hangUp', ...as(before, 'ana') })
    },
    ['agent client'],
  ],
  [
    'the agent does not answer',
    () => {
      const before = ringing()
      return become(before, 22_000, { type: 'alertingTimesOut', ...as(before, 'ana') })
    },
    ['agent transfer.noanswer'],
  ],
  [
    'it is transferred to another queue',
    () => transferred({ queue: repairs }),
    ['acd transfer', 'agent transfer'],
  ],
  [
    'it is put back into its queue',
    () => transferred({ queue: billing }),
    ['acd transfer', 'agent transfer'],
  ],
  [
    'a colleague declines the transfer: it waits in its queue again',
    () => {
      const before = transferred({ agent: ben })
      return become(before, 6000, { type: 'hangUp', ...as(before, 'ben') })
    },
    ['acd transfer', 'agent transfer', 'agent client'],
  ],
  [
    'a colleague does not answer the transfer: it waits in its queue again',
    () => {
      const before = transferred({ agent: ben })
      return become(before, 26_000, { type: 'alertingTimesOut', ...as(before, 'ben') })
    },
    ['acd transfer', 'agent transfer', 'agent transfer.noanswer'],
  ],
  ['a number is busy', () => unreached('0001'), ['user peer', 'external endpoint']],
  ['a number does not answer', () => unreached('0002'), ['user peer', 'external timeout']],
  ['a number does not exist', () => unreached('0003'), ['user peer', 'external error']],
  [
    'the whole conversation is ended',
    () => become(talking(), 4000, { type: 'disconnect', userId: ana.id }),
    ['customer peer', 'acd transfer', 'agent client'],
  ],
  [
    'it is ended by somebody who takes no part',
    () => become(talking(), 4000, { type: 'disconnect', userId: ben.id }),
    ['customer system', 'acd transfer', 'agent system'],
  ],
  [
    'it is torn down',
    () => become(talking(), 4000, { type: 'tearDown' }),
    ['customer system', 'acd transfer', 'agent system'],
  ],
]

describe('how one left a call', () => {
  test.each(rows)('%s', (_what, make, expected) => expect(ends(make())).toEqual(expected))

  test.each(rows)('is told in values that each form of a conversation knows: %s', (_what, make) => {
    const call = make()
    const forms = [
      misfits(toRest(call, division), { $ref: 'Conversation' }),
      misfits(toCallRest(call, division), { $ref: 'CallConversation' }),
      misfits(toEvent(call, division), bodyOf('conversations'), 'topics'),
      misfits(toCallEvent(call, division), bodyOf('conversations.calls'), 'topics'),
    ]
    expect(forms).toEqual([[], [], [], []])
  })

  test('a number that does not answer has no type of its own on a call in REST', () => {
    const call = unreached('0002')
    expect(toRest(call, division).participants?.[1]?.calls?.[0]?.disconnectType).toBe('timeout')
    expect(toCallEvent(call, division).participants[1]?.disconnectType).toBe('timeout')
    expect(toCallRest(call, division).participants[1]?.disconnectType).toBe('system')
  })

  test('a call that is torn down asks nobody for a code', () => {
    const before = become(talking(), 4000, { type: 'callerHangsUp' })
    expect(of(before, 'ana').endAcwTime).toBeUndefined()
    for (const call of [before, talking()]) {
      const torn = become(call, 6000, { type: 'tearDown' })
      expect(of(torn, ana.id)).toMatchObject({
        endAcwTime: 6000,
        wrapup: { code: 'ININ-WRAP-UP-TIMEOUT' },
        call: { afterCallWork: { state: 'complete' } },
      })
    }
  })
})
