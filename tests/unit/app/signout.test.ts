import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { goOffline, offlineOf, unfinished } from '~/app/signout'
import { createTasks } from '~/app/tasks'
import * as situation from '../fixtures/conversations'
import { refused } from '../fixtures/failures'
import { became } from '../fixtures/presence'
import { settled } from '../settled'
import { createStage, forgetful, nothingKept, nothingSet } from './stage'

async function open() {
  const stage = createStage()
  stage.answers.setPresence = () => became('offline')
  await stage.live(1)
  const ends: boolean[] = []
  const leave = async () => {
    void goOffline(stage.desk.presence, stage.clock).then((gone) => ends.push(gone))
    await settled()
  }
  return { ...stage, ends, leave }
}

describe('going Offline on the way out', () => {
  test('is done when Genesys Cloud has it so', async () => {
    const { leave, ends, desk } = await open()
    expect(offlineOf(desk.presence)?.id).toBe('offline')
    await leave()
    expect(ends).toEqual([true])
    expect(offlineOf(desk.presence)).toBeUndefined()
  })

  test('has nothing to do for who is Offline already', async () => {
    const { leave, ends, desk, count } = await open()
    desk.presence.apply(became('offline'))
    await leave()
    expect(ends).toEqual([true])
    expect(count('setPresence')).toBe(0)
  })

  test('that is refused is told as such', async () => {
    const { leave, ends, answers } = await open()
    answers.setPresence = () => Promise.reject(refused('forbidden', 403))
    await leave()
    expect(ends).toEqual([false])
  })

  test('that is not answered keeps nobody for longer than eight seconds', async () => {
    const { leave, ends, answers, pass } = await open()
    answers.setPresence = () => new Promise(() => {})
    await leave()
    await pass(7_999)
    expect(ends).toEqual([])
    await pass(1)
    expect(ends).toEqual([false])
  })
})

describe('what signing out would leave behind', () => {
  test('is the wrap-ups that are owed, and their notes', async () => {
    const { desk, hear } = await open()
    const tasks = createRoot(() =>
      createTasks(
        desk,
        { drafts: forgetful, orders: forgetful, cache: nothingKept, settings: nothingSet },
        async () => {},
      ),
    )
    expect(unfinished(desk, tasks)).toEqual({ owed: 0, written: 0 })
    hear(situation.connected)
    tasks.wrapup.write(situation.id, 'Wants a call back')
    expect(unfinished(desk, tasks)).toEqual({ owed: 0, written: 0 })
    hear(situation.wrapupOwed)
    expect(unfinished(desk, tasks)).toEqual({ owed: 1, written: 1 })
    tasks.wrapup.write(situation.id, ' \n')
    expect(unfinished(desk, tasks)).toEqual({ owed: 1, written: 0 })
    expect(unfinished(desk, undefined)).toEqual({ owed: 1, written: 0 })
  })
})
