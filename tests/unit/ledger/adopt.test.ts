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

  test('may go out until its deadline, and be answered ten seconds later: only then is it called undone', async () => {
    const all = adoptOne(1_000)
    await all.readBack(false)
    await all.pass(18_999)
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

  test('is not ordered a second time while it is looked up, nor when it is found done', async () => {
    const all = adoptOne(1_000)
    all.run()
    await all.pass(5_000)
    expect(all.sends).toHaveLength(0)
    await all.readBack(true)
    await all.pass(60_000)
    expect(all.sends).toHaveLength(0)
    expect(all.last()).toMatchObject({ state: { step: 'confirmed', fact: 'held' } })
  })

  test('lets another choice go out once it is over, and not before', async () => {
    const all = adoptOne(15_000)
    void all.ledger.run({ ...all.order, which: 'other' })
    await all.readBack(false)
    // What is seen now tells of the first.
    all.ledger.check('event')
    await all.pass(4_999)
    expect(all.sends).toHaveLength(0)
    await all.pass(1)
    await all.readBack(false)
    expect(all.ends).toHaveLength(1)
    expect(all.sends).toHaveLength(1)
  })

  test('has another choice end in words when it is not over in the time of that', async () => {
    const all = adoptOne(0)
    void all.ledger.run({ ...all.order, which: 'other', name: 'Other' })
    await all.readBack(false)
    await all.pass(9_999)
    expect(all.said).toEqual([])
    await all.pass(1)
    expect(all.said).toEqual([
      'Other did not happen. It took too long to be sent, so it was not sent.',
    ])
    await all.pass(60_000)
    expect(all.sends).toHaveLength(0)
  })
})
