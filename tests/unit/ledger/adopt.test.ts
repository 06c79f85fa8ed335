import { describe, expect, test } from 'vitest'
import { afterReload } from '~/ledger/words'
import { unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createOrdered } from './ordered'

/** Pressed by a page that is gone, `ago` milliseconds before. */
function adoptOne(ago: number) {
  const all = createOrdered()
  const ends: string[] = []
  const pressedAt = all.clock.now() - ago
  void all.ledger
    .adopt({ id: 'o-1', verb: 'hold', target: 'call-1', name: 'Hold', pressedAt })
    .then((end) => ends.push(afterReload(end)))
  return { ...all, ends }
}

describe('a command whose page is gone', () => {
  test('is under way until the facts are read anew, and is never sent', async () => {
    const all = adoptOne(1_000)
    expect(all.last()).toMatchObject({ id: 'o-1', state: { step: 'unknown', why: 'reloaded' } })
    expect(all.verbs()).toEqual(['hold'])
    expect(all.reads).toHaveLength(1)
    await all.readBack(true)
    expect(all.ends).toEqual(['Hold, ordered before the reload: done.'])
    expect(all.sends).toHaveLength(0)
    expect(all.verbs()).toEqual([])
  })

  test('may still go out until its deadline: only then is it said that it did not happen', async () => {
    const all = adoptOne(1_000)
    await all.readBack(false)
    await all.pass(8_999)
    expect(all.ends).toEqual([])
    await all.pass(1)
    expect(all.reads).toHaveLength(2)
    await all.readBack(false)
    expect(all.ends).toEqual([
      'Hold, ordered before the reload, did not happen, as far as can be seen. It was not sent again.',
    ])
    await all.pass(3_600_000)
    expect([all.sends.length, all.reads.length]).toEqual([0, 2])
  })

  test('is done as soon as an event tells of it meanwhile', async () => {
    const all = adoptOne(1_000)
    await all.readBack(false)
    await all.pass(500)
    await all.prove()
    expect(all.ends).toEqual(['Hold, ordered before the reload: done.'])
    await all.pass(60_000)
    expect(all.reads).toHaveLength(1)
  })

  test('is not called undone when the facts cannot be read', async () => {
    const all = adoptOne(60_000)
    all.reads[0]?.reject(unanswered())
    await settled()
    expect(all.ends).toEqual([
      'Hold, ordered before the reload: whether it happened could not be read. It was not sent again.',
    ])
  })

  test('is not ordered a second time while it is looked up', async () => {
    const all = adoptOne(1_000)
    all.run()
    await settled()
    expect(all.sends).toHaveLength(0)
  })
})
