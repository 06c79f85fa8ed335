import { expect, test } from 'vitest'
import { createCallCommands } from '~/conversations/commands'
import { fromWire } from '~/conversations/conversation'
import type { Conversation as Wire } from '~/genesys/wire'
import type { Command } from '~/ledger/command'
import type { Ledger } from '~/ledger/ledger'
import { createManualClock } from '../../manual-clock'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'

function seen(wire: Wire, id: string) {
  const one = fromWire({ ...wire, id }, { me: situation.me, now: situation.start })
  if (!one) throw new Error('It is not seen.')
  return one
}

function stage(...calls: ReturnType<typeof seen>[]) {
  const clock = createManualClock()
  const sent: string[] = []
  const answers: (() => void)[] = []
  const ledger = {
    async run({ send }: { send: (options: object) => Promise<unknown> }) {
      await send({})
      // Its proof comes later than anybody waits for.
      return new Promise<Command>(() => {})
    },
  } as unknown as Ledger
  const commands = createCallCommands({
    ask: (_operation, params, body) => {
      sent.push(`${Object(params).conversationId} ${JSON.stringify(body)}`)
      return new Promise((resolve) => answers.push(() => resolve(Object(undefined))))
    },
    ...{ ledger, clock, all: () => calls },
  })
  return { clock, sent, answers, commands }
}

const ringing = seen(situation.ringing, 'new')
const connected = seen(situation.connected, 'first')

test('who answers holds the other first, and only then answers', async () => {
  const { sent, answers, commands } = stage(connected, ringing)
  commands.change('answer', ringing)
  await settled()
  expect(sent).toEqual(['first {"held":true}'])
  answers[0]?.()
  await settled()
  expect(sent).toEqual(['first {"held":true}', 'new {"state":"connected"}'])
})

test('a ringing call is not kept waiting by a hold that is not answered', async () => {
  const { clock, sent, commands } = stage(connected, ringing)
  commands.change('answer', ringing)
  await settled()
  clock.advance(2_000)
  await settled()
  expect(sent).toHaveLength(2)
})

test('what is held already, only rings, or is this call is left alone', async () => {
  const held = seen(situation.held, 'held')
  const { sent, commands } = stage(held, seen(situation.ringing, 'other'), ringing)
  commands.change('answer', ringing)
  commands.change('mute', held)
  await settled()
  expect(sent).toEqual(['new {"state":"connected"}', 'held {"muted":true}'])
  expect(commands.holdOthers()).toBeUndefined()
})
