import { describe, expect, test } from 'vitest'
import { rateLimited, refused, signedOut, unanswered } from '../fixtures/failures'
import { settled } from '../settled'
import { createOrdered } from './ordered'

describe('an order', () => {
  test('is pending from the press, and confirmed by an event after its answer', async () => {
    const all = createOrdered()
    all.run()
    expect(all.verbs()).toEqual(['hold'])
    await all.answer()
    expect(all.verbs()).toEqual(['hold'])
    await all.prove()
    expect(all.verbs()).toEqual([])
    await all.pass(60_000)
    expect(all.ends).toEqual(['confirmed'])
    expect(all.said).toEqual([])
    expect(all.reads).toHaveLength(0)
  })

  test('ends when its proof comes, without sitting out the time it had', async () => {
    const all = createOrdered()
    all.run()
    await all.answer()
    await all.prove()
    expect(all.ends).toEqual(['confirmed'])
  })

  test('is confirmed by an event that comes before its answer', async () => {
    const all = createOrdered()
    all.run()
    await all.prove()
    await all.answer()
    await all.pass(60_000)
    expect(all.ends).toEqual(['confirmed'])
    expect(all.reads).toHaveLength(0)
    expect(all.verbs()).toEqual([])
  })

  test('that the facts have answered says nothing of an answer that was lost', async () => {
    const all = createOrdered()
    all.run()
    await all.prove()
    await all.fail(unanswered())
    await all.pass(60_000)
    expect(all.ends).toEqual(['confirmed'])
    expect(all.said).toEqual([])
  })

  test('that is refused says why, once, in one sentence, and looks at the facts again', async () => {
    const all = createOrdered()
    all.run()
    await all.fail(refused())
    expect(all.ends).toEqual(['refused'])
    expect(all.said).toEqual(['Hold did not happen. The call has already ended.'])
    expect(all.reads).toHaveLength(1)
    await all.pass(60_000)
    expect(all.said).toHaveLength(1)
    expect(all.sends).toHaveLength(1)
  })

  test('that is told to slow down says for how long', async () => {
    const all = createOrdered()
    all.run()
    await all.fail(rateLimited())
    expect(all.said).toEqual([expect.stringContaining('12 seconds')])
  })

  test('that meets the end of the sign-in says so, and asks for another press', async () => {
    const all = createOrdered()
    all.run()
    await all.fail(signedOut())
    expect(all.ends).toEqual(['refused'])
    expect(all.said).toEqual([
      'Hold did not happen: your sign-in had ended. Sign in again, then press it again.',
    ])
  })

  test('that got no answer is read back, and found done', async () => {
    const all = createOrdered()
    all.run()
    await all.fail(unanswered())
    expect(all.verbs()).toEqual(['hold'])
    await all.readBack(true)
    expect(all.ends).toEqual(['confirmed'])
    expect(all.said).toEqual([])
    expect(all.sends).toHaveLength(1)
  })

  test('that got no answer and is not done is said to be so, and never sent again', async () => {
    const all = createOrdered()
    all.run()
    await all.fail(unanswered())
    await all.readBack(false)
    await all.pass(3_999)
    expect([all.said, all.verbs()]).toEqual([[], ['hold']])
    await all.pass(1)
    await all.readBack(false)
    await all.pass(3_600_000)
    expect(all.ends).toEqual(['failed'])
    expect(all.said).toEqual([expect.stringMatching(/did not answer.*Hold.*not sent again/)])
    expect(all.sends).toHaveLength(1)
    expect(all.reads).toHaveLength(2)
  })

  test('that was accepted and is not proven in four seconds is read back once', async () => {
    const all = createOrdered()
    all.run()
    await all.answer()
    await all.pass(3_999)
    expect(all.reads).toHaveLength(0)
    await all.pass(1)
    expect(all.reads).toHaveLength(1)
    await all.readBack(false)
    await all.pass(60_000)
    expect(all.ends).toEqual(['failed'])
    expect(all.said).toEqual([expect.stringMatching(/accepted it, but nothing changed/)])
    expect(all.reads).toHaveLength(1)
    expect(all.sends).toHaveLength(1)
  })

  test('that is done, and of which no event told, is a sign that nothing is heard', async () => {
    const all = createOrdered()
    all.run()
    await all.answer()
    await all.pass(4_000)
    expect(all.deaf).toEqual([])
    await all.readBack(true)
    expect(all.ends).toEqual(['confirmed'])
    expect(all.deaf).toHaveLength(1)
  })

  test.each([
    ['that got no answer', async (all: ReturnType<typeof createOrdered>) => all.fail(unanswered())],
    [
      'that was accepted, and is not done',
      async (all: ReturnType<typeof createOrdered>) => {
        await all.answer()
        await all.pass(4_000)
      },
    ],
    [
      'that was proven by an event while it was looked up in vain',
      async (all: ReturnType<typeof createOrdered>) => {
        await all.answer()
        await all.pass(4_000)
        await all.prove()
        all.reads[0]?.reject(unanswered())
      },
    ],
  ])('%s is none', async (_what, happen) => {
    const all = createOrdered()
    all.run()
    await happen(all)
    await all.readBack(false)
    expect(all.deaf).toEqual([])
  })

  test('is over even when the facts cannot be read, and is not called undone then', async () => {
    const all = createOrdered()
    all.run()
    await all.fail(unanswered())
    all.reads[0]?.reject(unanswered())
    await settled()
    await all.pass(4_000)
    all.reads[1]?.reject(unanswered())
    await settled()
    expect(all.ends).toEqual(['failed'])
    expect(all.said).toEqual([expect.stringMatching(/^Hold: .* could not be read/)])
    expect(all.verbs()).toEqual([])
  })

  test('that breaks in an unforeseen way counts as perhaps done', async () => {
    const all = createOrdered()
    all.run()
    await all.fail(new TypeError('odd'))
    expect(all.reads).toHaveLength(1)
    await all.readBack(true)
    expect(all.ends).toEqual(['confirmed'])
  })
})

describe('while no event can come', () => {
  test('the facts are looked up soon after the platform has accepted it', async () => {
    const all = createOrdered({}, false)
    all.run()
    await all.answer()
    await all.pass(500)
    expect(all.reads).toHaveLength(1)
    await all.prove()
    expect(all.ends).toEqual(['confirmed'])
    await all.pass(60_000)
    expect(all.reads).toHaveLength(1)
  })

  test('facts that do not show it yet are looked up once more before anything is said', async () => {
    const all = createOrdered({}, false)
    all.run()
    await all.answer()
    await all.pass(500)
    await all.readBack(false)
    expect(all.ends).toEqual([])
    await all.pass(4_000)
    expect(all.reads).toHaveLength(2)
    await all.readBack(true)
    expect(all.ends).toEqual(['confirmed'])
    expect(all.said).toEqual([])
  })
})

describe('several orders', () => {
  test('the same one twice is sent once, until it is over', async () => {
    const all = createOrdered()
    all.run()
    all.run()
    await all.answer()
    all.run()
    expect(all.sends).toHaveLength(1)
    await all.fail(refused())
    await all.prove()
    all.run()
    expect(all.sends).toHaveLength(2)
  })

  test('another verb, or another call, is another order', async () => {
    const all = createOrdered()
    all.run()
    void all.ledger.run({ ...all.order, verb: 'mute' })
    void all.ledger.run({ ...all.order, target: 'call-2' })
    expect(all.sends).toHaveLength(3)
    expect(all.pending().map(({ verb, target }) => `${verb} ${target}`)).toEqual([
      ...['hold call-1', 'mute call-1', 'hold call-2'],
    ])
  })
})
