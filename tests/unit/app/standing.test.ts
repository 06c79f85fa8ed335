import { describe, expect, test } from 'vitest'
import { isQuiet } from '~/app/quiet'
import { endingWords, shownEnding } from '~/app/standing'
import type { Standing } from '~/protocol/protocol'

const minute = 60_000
const ends = (left: number, change: object = {}): Standing => ({
  state: 'ending',
  endsAt: 1_000_000 + left,
  due: false,
  unseen: true,
  ...change,
})

describe('a sign-in that ends', () => {
  test.each<[string, Standing, boolean, boolean]>([
    ['in ten minutes, in a call', ends(10 * minute), true, true],
    [
      'in ten minutes, when nothing goes on: it will be renewed unseen',
      ends(10 * minute),
      false,
      false,
    ],
    [
      'in four minutes, and is renewed at any moment',
      ends(4 * minute, { due: true }),
      false,
      false,
    ],
    ['in a minute, whatever goes on', ends(minute), false, true],
    ['and could not be renewed unseen', ends(5 * minute, { unseen: false }), false, true],
    ['and could not be signed in to again', ends(5 * minute, { problem: 'denied' }), false, true],
    ['not for long', { state: 'firm' }, true, false],
    ['and has ended: that is said elsewhere', { state: 'ended', problem: 'ended' }, true, false],
  ])('%s', (_what, standing, busy, shown) => {
    expect(shownEnding(standing, 1_000_000, busy) !== undefined).toBe(shown)
  })

  test('shows how long, to the second, and never less than nothing', () => {
    expect(shownEnding(ends(299_500), 1_000_000, true)).toMatchObject({ clock: '5:00' })
    expect(shownEnding(ends(61_000), 1_000_000, true)).toMatchObject({ clock: '1:01' })
    expect(shownEnding(ends(-5_000), 1_000_000, true)).toMatchObject({ clock: '0:00', left: 0 })
  })

  test('is told at ten, five and one minute, and in the same words between', () => {
    const told: string[] = []
    for (let left = 600_000; left >= 0; left -= 1_000) {
      const words = endingWords(left, undefined)
      if (told.at(-1) !== words) told.push(words)
    }
    expect(told.map((words) => /less than (a minute|\d+ minutes)/.exec(words)?.[1])).toEqual([
      '10 minutes',
      '5 minutes',
      'a minute',
    ])
  })

  test('says what went wrong with the last try', () => {
    expect(endingWords(60_000, 'denied')).toContain('Minidesk was not allowed')
  })
})

describe('a moment is quiet', () => {
  const calm = { busy: false, idle: 60_000, typing: false, hidden: false, online: true }
  test.each<[string, object, boolean]>([
    ['when nobody has touched anything for a while', {}, true],
    ['when nobody looks, however short ago', { hidden: true, idle: 0 }, true],
    ['not when something rings, is talked or written up', { busy: true }, false],
    ['not even when nobody looks', { busy: true, hidden: true }, false],
    ['not right after a press', { idle: 9_000 }, false],
    ['not while a text is half written', { typing: true }, false],
    ['not in a hidden page either', { typing: true, hidden: true }, false],
    ['not without a network: there would be no way back', { online: false }, false],
  ])('%s', (_what, change, quiet) => {
    expect(isQuiet({ ...calm, ...change })).toBe(quiet)
  })
})
