import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createStatus } from '~/app/status'
import { alone, type Wire } from '~/presence/tabs'
import { ringing } from '../fixtures/conversations'
import { became } from '../fixtures/presence'
import { settled } from '../settled'
import { createStage } from './stage'

test('whether Genesys Cloud keeps what is to follow is asked once, and again only if it was not answered', async () => {
  const stage = createStage(['presence:settings:view'])
  const { desk, live, hear, answers, count } = stage
  answers.getPresenceSettings = () => {
    throw new Error('no answer')
  }
  await live(1)
  desk.hear('presence', { ...became('on-queue'), modifiedDate: new Date(2e12).toISOString() })
  hear(ringing)
  const { next } = createRoot(() => createStatus(desk, alone))
  const choices = desk.presence.choices()
  const follow = async (id: string) => {
    const one = choices.find((choice) => choice.id === id)
    if (one) next.choose(one)
    await settled()
  }
  await follow('break')
  expect([count('getPresenceSettings'), next.held()?.id]).toEqual([1, 'break'])
  answers.getPresenceSettings = () => ({ requestingOffQueueEnabled: false })
  for (const id of ['busy', 'break', 'available']) await follow(id)
  expect([count('getPresenceSettings'), next.held()?.id]).toEqual([2, 'available'])
})

/** Two tabs of one browser that hear each other. */
function linked(): readonly [Wire, Wire] {
  const heard: ((word: unknown) => void)[] = []
  const wire = (at: number): Wire => ({
    tell: (word) => heard[1 - at]?.(structuredClone(word)),
    hear: (listen) => {
      heard[at] = listen
    },
  })
  return [wire(0), wire(1)]
}

test('of two tabs the one in which something was chosen last holds what is to follow', async () => {
  const tabs = await Promise.all(
    linked().map(async (wire) => {
      const { desk, live, hear } = createStage()
      await live(1)
      desk.hear('presence', { ...became('on-queue'), modifiedDate: new Date(2e12).toISOString() })
      hear(ringing)
      const { next } = createRoot(() => createStatus(desk, wire))
      const follow = (id: string) => {
        const one = desk.presence.choices().find((choice) => choice.id === id)
        if (one) next.choose(one)
      }
      return { follow, held: () => next.held()?.id }
    }),
  )
  const held = () => tabs.map((tab) => tab.held())
  tabs[0]?.follow('break')
  tabs[1]?.follow('busy')
  expect(held()).toEqual([undefined, 'busy'])
  tabs[0]?.follow('break')
  expect(held()).toEqual(['break', undefined])
})
