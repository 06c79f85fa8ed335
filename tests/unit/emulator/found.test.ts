import { array, assert, nat, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEngaged, isRinging, waitingIn } from '../../emulator/conversation/facts'
import type { Command } from '../../emulator/conversation/machine'
import { createStage } from './stage'

const names = ['Ana', 'Ben', 'Chloé', 'Dmitri', 'Zoë']
const presences = ['On Queue', 'On Queue', 'Available']

/** Something happens, chosen by numbers. */
function happen(stage: ReturnType<typeof createStage>, what: number, which: number): void {
  const { world, clock, setPresence, call } = stage
  const all = world.conversations.all()
  const conversation = all[which % Math.max(1, all.length)]
  const participant = conversation?.participants[which % conversation.participants.length]
  const apply = (command: Command) => {
    if (conversation) world.conversations.apply(conversation.id, command)
  }
  const participantId = participant?.id ?? ''
  const deeds: readonly (() => void)[] = [
    () => call(['Billing', 'Repairs', 'Returns'][which % 3] ?? '', which % 2),
    () => setPresence(names[which % names.length] ?? '', presences[which % 3] ?? ''),
    () => clock.advance((which % 30) * 1000),
    () => apply({ type: 'answer', participantId }),
    () => apply({ type: 'hangUp', participantId }),
    () => apply({ type: 'callerHangsUp' }),
    () => apply({ type: 'wrapup', participantId, wrapup: { code: 'any' } }),
  ]
  deeds[what % deeds.length]?.()
}

/** What going through everything would find is what is found. */
function check({ world }: ReturnType<typeof createStage>): void {
  const { conversations, org, agents } = world
  const all = conversations.all()
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  for (const user of org.users) {
    const own = all.filter(({ participants }) =>
      participants.some((one) => one.userId === user.id && isEngaged(one)),
    )
    expect(idsOf(conversations.ofUser(user.id))).toEqual(idsOf(own))
    // Nobody's phone rings for two.
    expect(own.filter((one) => isRinging(user.id, one)).length).toBeLessThan(2)
    expect([...agents.idle()].includes(user.id)).toBe(agents.of(user.id)?.status === 'IDLE')
  }
  const isFree = (userId: string) =>
    agents.of(userId)?.status === 'IDLE' && !all.some((one) => isRinging(userId, one))
  for (const { id, members } of org.queues) {
    const waiting = all.filter((one) => waitingIn(one)?.queue.id === id)
    expect(idsOf(conversations.waitingIn(id))).toEqual(idsOf(waiting))
    const free = [...members].filter(([userId, joined]) => joined && isFree(userId))
    // Routing leaves nobody waiting for whom there is somebody.
    expect(waiting.length === 0 || free.length === 0).toBe(true)
  }
  const live = all.filter(
    ({ endTime, participants }) => endTime === undefined || participants.some(isEngaged),
  )
  expect(idsOf(conversations.live()).sort()).toEqual(idsOf(live).sort())
}

describe('conversations', () => {
  test('are found by user, by queue and by being live, whatever happens', () => {
    assert(
      property(
        array(tuple(nat(20), nat(20)), { minLength: 20, maxLength: 60, size: 'max' }),
        (story) => {
          const stage = createStage()
          for (const [what, which] of story) {
            happen(stage, what, which)
            check(stage)
          }
        },
      ),
      { numRuns: 25, seed: 1 },
    )
  })

  test('that are over are kept, the latest five hundred of them', () => {
    const stage = createStage()
    const ids = Array.from({ length: 501 }, () => stage.call('Billing'))
    const waiting = stage.call('Billing')
    for (const id of ids) stage.world.conversations.apply(id, { type: 'callerHangsUp' })
    const kept = stage.world.conversations.all().map(({ id }) => id)
    expect(kept).toEqual([...ids.slice(1), waiting])
    expect(stage.world.conversations.get(ids[0] ?? '')).toBeUndefined()
  })
})
