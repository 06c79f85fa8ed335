import fc from 'fast-check'
import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { controlsFor } from '~/conversations/controls'
import type { Conversation } from '~/conversations/conversation'
import { type Conversations, createConversations } from '~/conversations/store'
import type { Conversation as Wire } from '~/genesys/wire'
import {
  type Conversation as Call,
  isOver,
  owesWrapup,
  type Participant,
} from '../../emulator/conversation/call'
import { isRefused } from '../../emulator/conversation/change'
import { toEvent } from '../../emulator/conversation/event'
import { type Command, step } from '../../emulator/conversation/machine'
import { toRest } from '../../emulator/conversation/rest'
import { act } from '../emulator/acts'
import { createPlay } from '../emulator/play'
import { expectDrawn } from './view'

/** What the local Genesys Cloud is asked by a control. */
const commands: Readonly<Record<string, (participantId: string) => Command>> = {
  answer: (participantId) => ({ type: 'answer', participantId }),
  decline: (participantId) => ({ type: 'hangUp', participantId }),
  end: (participantId) => ({ type: 'hangUp', participantId }),
  hold: (participantId) => ({ type: 'hold', participantId, held: true }),
  resume: (participantId) => ({ type: 'hold', participantId, held: false }),
  mute: (participantId) => ({ type: 'mute', participantId, muted: true }),
  unmute: (participantId) => ({ type: 'mute', participantId, muted: false }),
}

type Play = ReturnType<typeof createPlay>

/** Somebody who has to see it: they talk, are rung, or owe what comes after. */
const isIn = (one: Participant) => !isOver(one.call) || (owesWrapup(one) && !one.wrapup)

/** What one agent sees of one call is what is so. */
function expectSeen(play: Play, call: Call, me: string, seen: Conversation | undefined) {
  const own = call.participants.filter(({ userId }) => userId === me)
  expect(seen !== undefined, `a card for ${own.map((one) => one.call.state)}`).toBe(own.some(isIn))
  if (!seen) return
  const mine = own.find(({ id }) => id === seen.mine?.participantId)
  expect(mine && isIn(mine), 'my own part, the one that is on').toBe(true)
  expect(seen.mine?.communicationId).toBe(mine?.call.id)
  expect(seen.queue?.id).toBe(mine?.queue?.id)
  const outside = call.participants.find(({ purpose }) => purpose === 'customer')
  if (outside) expect(seen.customer).toEqual({ name: outside.name, address: outside.address })
  else expect(own.map(({ id }) => id)).not.toContain(seen.customer.name)
  for (const { verb, whyNot } of controlsFor(seen, [], {})) {
    const command = mine && commands[verb]?.(mine.id)
    if (whyNot || !command) continue
    const outcome = step(call, command, play.moment())
    expect(isRefused(outcome) ? outcome.refused : 'done', `${verb} in ${mine?.call.state}`).toBe(
      'done',
    )
  }
}

/** All agents of a play hear of each change: by an event, or by reading it. */
function createEars(play: Play) {
  const told = new Map<string, Call>()
  const before = new Map<string, Conversation>()
  const ears = play.agents.map(({ id }): [string, Conversations] => [
    id,
    createConversations({ me: id, now: () => play.moment().at }),
  ])
  let count = 0
  return () => {
    for (const call of play.conversations()) {
      if (told.get(call.id) === call) continue
      told.set(call.id, call)
      const tell = ++count % 3 === 0 ? toRest : toEvent
      const wire: Wire = JSON.parse(JSON.stringify(tell(call, play.division)))
      for (const [me, store] of ears) {
        store.apply(wire)
        const seen = store.get(call.id)
        expectSeen(play, call, me, seen)
        const key = `${me} ${call.id}`
        if (seen) expectDrawn(seen, me, play.moment().at, before.get(key) ?? seen)
        if (seen) before.set(key, seen)
      }
    }
  }
}

test('whatever agents and customers do, each sees their calls, as their own, and nothing that cannot be done', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 60 }), (acts) => {
      const play = createPlay()
      createRoot((dispose) => {
        const listen = createEars(play)
        try {
          for (const one of acts) {
            play.act(one)
            listen()
          }
        } finally {
          dispose()
          play.end()
        }
      })
    }),
    { numRuns: 60, seed: 11 },
  )
}, 30_000)
