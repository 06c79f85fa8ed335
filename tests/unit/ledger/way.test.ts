import { describe, expect, test } from 'vitest'
import { wayOf } from '~/ledger/words'
import { expired, refused, unanswered } from '../fixtures/failures'
import { createOrdered } from './ordered'

const wayOfLast = (all: ReturnType<typeof createOrdered>) => {
  const last = all.last()
  return last && wayOf(last)
}

describe('the way of a command', () => {
  test('is told from the press to the fact that proved it', async () => {
    const all = createOrdered()
    all.run()
    expect(all.last()).toMatchObject({ state: { step: 'queued', limited: false }, attempts: 0 })
    expect(wayOfLast(all)).toBe('Hold: is about to be sent')
    all.progress({ step: 'queued' })
    expect(wayOfLast(all)).toBe('Hold: waits for its turn')
    await all.pass(100)
    all.progress({ step: 'sent', attempt: 1 })
    expect(wayOfLast(all)).toBe('Hold: sent after 0.1 s, not answered yet')
    await all.pass(200)
    all.progress({ step: 'accepted', correlationId: 'c-1' })
    expect(all.last()).toMatchObject({ state: { step: 'sent' }, correlationId: 'c-1' })
    await all.answer()
    expect(wayOfLast(all)).toBe('Hold: sent after 0.1 s, accepted after 0.3 s, not confirmed yet')
    await all.pass(100)
    await all.prove()
    expect(wayOfLast(all)).toBe(
      'Hold: sent after 0.1 s, accepted after 0.3 s, confirmed after 0.4 s by the event: the call is on hold',
    )
    expect(all.last()).toMatchObject({ lane: 'action', attempts: 1, correlationId: 'c-1' })
  })

  test('names what was looked up, and what could not be', async () => {
    const all = createOrdered()
    all.run()
    all.progress({ step: 'sent', attempt: 1 })
    await all.fail(unanswered())
    expect(wayOfLast(all)).toBe('Hold: sent after 0.0 s, being looked up')
    await all.readBack(true)
    expect(wayOfLast(all)).toBe(
      'Hold: sent after 0.0 s, confirmed after 0.0 s when it was looked up: the call is on hold',
    )
    const other = createOrdered()
    other.run()
    await other.fail(unanswered())
    other.reads[0]?.reject(unanswered())
    await other.pass(0)
    await other.pass(4_000)
    other.reads[1]?.reject(unanswered())
    await other.pass(0)
    expect(wayOfLast(other)).toBe('Hold: not known after 4.0 s: it could not be looked up')
  })

  test('that ended in its time in the queue was never sent', async () => {
    const all = createOrdered()
    all.run()
    all.progress({ step: 'queued' })
    await all.pass(10_000)
    await all.fail(expired())
    expect(all.ends).toEqual(['expired'])
    expect(all.last()?.sentAt).toBeUndefined()
    expect(wayOfLast(all)).toBe('Hold: not sent: its time was over after 10.0 s')
    expect(all.said).toEqual([
      'Hold did not happen. It took too long to be sent, so it was not sent.',
    ])
  })

  test('is not sent any more once the facts have answered it', async () => {
    const all = createOrdered()
    all.run()
    all.progress({ step: 'queued' })
    await all.pass(2_000)
    expect(all.isOver()).toBe(false)
    await all.prove()
    expect(all.isOver()).toBe(true)
    await all.fail(expired())
    expect(all.ends).toEqual(['confirmed'])
    expect(all.said).toEqual([])
  })

  test('counts how often it went out after a 429, from the first time on', async () => {
    const all = createOrdered()
    all.run()
    all.progress({ step: 'sent', attempt: 1 })
    await all.pass(2_000)
    all.progress({ step: 'queued' })
    all.progress({ step: 'sent', attempt: 2 })
    await all.fail(refused())
    expect(wayOfLast(all)).toBe(
      'Hold: sent after 0.0 s, 2 times, as Genesys Cloud asked to wait, refused after 2.0 s',
    )
  })

  test('has an id that no other command has, and a deadline ten seconds from the press', async () => {
    const all = createOrdered()
    all.run()
    const first = all.last()
    await all.fail(refused())
    all.run()
    expect(all.last()?.id).not.toBe(first?.id)
    expect((first?.deadline ?? 0) - (first?.pressedAt ?? 0)).toBe(10_000)
  })

  test('is kept for the last fifty', async () => {
    const all = createOrdered()
    for (let n = 0; n < 60; n++) {
      all.run()
      await all.fail(refused())
    }
    expect(all.lists.at(-1)).toHaveLength(50)
  })
})
