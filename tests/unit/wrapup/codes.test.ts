import { describe, expect, test } from 'vitest'
import { createSettings } from '~/storage/settings'
import { createCodes } from '~/wrapup/codes'
import { deferred, fakeAsk } from '../fake-ask'
import { fakeShelf } from '../fake-storage'
import { unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createStage, solved } from './stage'

const young = 300_000
const changed = [{ id: 'w-9', name: 'Changed' }]

/** The codes were read for one call of the queue; another one of it is open. */
async function createNext() {
  const stage = createStage()
  await stage.wrapup.load(stage.owed)
  await settled()
  const { mine } = stage.owed
  if (!mine) throw new Error('It has no part.')
  const next = { ...stage.owed, mine: { ...mine, participantId: 'p-next' } }
  const names = () => {
    const codes = stage.wrapup.codes(next.mine)
    return codes.state === 'ready' ? codes.codes.map(({ name }) => name) : codes.state
  }
  return { ...stage, next, names }
}

describe('the codes of a queue', () => {
  test('are there at once for its next call, and not asked for again', async () => {
    const { wrapup, next, names, count } = await createNext()
    await wrapup.load(next)
    expect(names()).toEqual([solved.name, 'Zoned'])
    expect(count('listWrapupCodes')).toBe(1)
  })

  test('are read again behind everything else when they are older', async () => {
    const { wrapup, next, names, clock, answers, asked } = await createNext()
    clock.advance(young)
    const answer = deferred()
    answers.listWrapupCodes = () => answer.promise
    await wrapup.load(next)
    expect(names()).toEqual([solved.name, 'Zoned'])
    answer.resolve(changed)
    await settled()
    expect(names()).toEqual(['Changed'])
    expect(asked.map(({ lane }) => lane)).toEqual([undefined, 'background'])
  })

  test('stay when they cannot be read again', async () => {
    const { wrapup, next, names, clock, answers } = await createNext()
    clock.advance(young)
    answers.listWrapupCodes = () => Promise.reject(unanswered())
    await wrapup.load(next)
    await settled()
    expect(names()).toEqual([solved.name, 'Zoned'])
  })

  test('are nothing for a call of another queue, nor for one of none', async () => {
    const { wrapup, next, names, answers } = await createNext()
    answers.listWrapupCodes = () => changed
    await wrapup.load({ ...next, queue: { id: 'q-other' } })
    expect(names()).toEqual(['Changed'])
    const { queue: _, ...direct } = next
    const mine = { ...next.mine, participantId: 'p-direct' }
    answers.listWrapupCodes = () => []
    await wrapup.load({ ...direct, mine })
    expect(wrapup.codes(mine)).toEqual({ state: 'ready', codes: [] })
  })
})

test('what two tabs mark is kept of both', async () => {
  const shelf = fakeShelf()
  const tab = () => {
    const settings = createSettings(shelf, 'ana')
    const cache = { read: async () => undefined, keep: async () => {} }
    return createCodes({ ask: fakeAsk({}).ask, cache, settings })
  }
  const [one, other] = [tab(), tab()]
  await settled()
  one.turn('q', 'a')
  other.turn('q', 'a')
  await settled()
  other.use('q-2', 'b')
  await settled()
  one.use('q', 'c')
  await settled()
  const next = tab()
  await settled()
  expect(next.marks('q')).toEqual({ favourite: ['a'], recent: ['c'] })
  expect(next.marks('q-2').recent).toEqual(['b'])
})
