import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createSeen } from '~/team/seen'
import type { Doing } from '~/transfer/destination'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

const doing: Doing = {
  ...{ presence: 'available', word: '', presenceSince: 1, outOfOffice: false },
  routing: 'OFF_QUEUE',
}

/** Those on screen, of whom Genesys Cloud does not tell of all. `isTold`: the others live. */
async function open(ids: readonly string[], knows: (id: string) => boolean, isTold: boolean) {
  const clock = createManualClock()
  const read: (readonly string[])[] = []
  let isHidden = false
  const seen = createRoot(() =>
    createSeen(
      {
        ...{ clock, now: clock.now, paused: () => false, hidden: () => isHidden },
        async people(asked) {
          read.push(asked)
          return asked.filter(knows).map((id) => ({ id, doing }))
        },
        watch(_ids, { onWatching }) {
          if (isTold) onWatching([])
          return new Promise(() => {})
        },
      },
      () => {},
    ),
  )
  for (const id of ids) seen.note(id, doing)
  seen.show(ids)
  async function pass(seconds: number) {
    for (let left = seconds; left > 0; left -= 5) {
      clock.advance(5_000)
      await settled()
    }
  }
  await settled()
  const hide = (on: boolean) => {
    isHidden = on
  }
  return { seen, read, pass, hide }
}

describe('what is known of colleagues on screen', () => {
  test.each([
    ['live', true, 4],
    ['not live', false, 20],
  ])(
    'is not asked for at each beat because of one who is not told of: %s',
    async (_, told, most) => {
      const { seen, read, pass } = await open(['ana', 'gone'], (id) => id === 'ana', told)
      await pass(600)
      expect(read.length).toBeLessThanOrEqual(most)
      // It is known of him as of when he was listed, and of her as of now.
      expect(seen.of('gone')?.age).toBeLessThan(seen.now() - 599_000)
      expect(seen.news()).toEqual({ asOf: seen.of('gone')?.age })
      if (told) expect(seen.of('ana')?.age).toBe('live')
      else expect(seen.of('ana')?.age).toBeGreaterThan(seen.now() - 40_000)
    },
  )

  test('is not read for a page that nobody can see, and as soon as somebody can', async () => {
    const { read, pass, hide } = await open(['ana'], () => true, false)
    hide(true)
    await pass(600)
    expect(read).toEqual([])
    hide(false)
    await pass(5)
    expect(read).toHaveLength(1)
  })

  test('stays live for hours, although the engine keeps no watch for as long', async () => {
    const clock = createManualClock()
    let reads = 0
    const seen = createRoot(() =>
      createSeen(
        {
          ...{ clock, now: clock.now, paused: () => false, hidden: () => false },
          people: async (ids) => {
            reads++
            return ids.map((id) => ({ id, doing }))
          },
          watch(_ids, { onWatching }) {
            onWatching([])
            return new Promise<void>((over) => clock.after(20 * 60_000, over))
          },
        },
        () => {},
      ),
    )
    seen.show(['ana'])
    await settled()
    for (let seconds = 0; seconds < 7200; seconds += 5) {
      clock.advance(5_000)
      await settled()
      expect(seen.news()).toBe('live')
    }
    expect(reads).toBe(1)
  })
})
