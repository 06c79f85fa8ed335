import { describe, expect, test } from 'vitest'
import { dueBefore, isSame, standingOf, toldBefore } from '~/engine/renewal'

const minute = 60_000
const day = 1440 * minute

describe('a token is due', () => {
  test.each([
    ['5 minutes before its end', day, 0, 5 * minute],
    ['at most 30 s earlier, by chance', day, 1, 5.5 * minute],
    ['in between, by as much chance', day, 0.5, 5.25 * minute],
    ['so when it lives 10 minutes', 10 * minute, 0, 5 * minute],
    ['after four fifths of a shorter life', 10 * minute - 5, 0.9, 2 * minute - 1],
    ['after four fifths of the shortest life', 1000, 0.9, 200],
  ])('%s', (_what, life, random, before) => {
    expect(dueBefore(life, random)).toBe(before)
  })
})

describe('the agent is told', () => {
  test('10 minutes before the end, or when a short life is due', () => {
    expect(toldBefore(day, 5 * minute)).toBe(10 * minute)
    expect(toldBefore(10 * minute, 5 * minute)).toBe(10 * minute)
    expect(toldBefore(5 * minute, minute)).toBe(minute)
  })
})

describe('how a sign-in stands', () => {
  const now = 1_800_000_000_000
  const ending = (left: number, due: boolean) => ({ state: 'ending', endsAt: now + left, due })
  test.each<[string, number, number, boolean, object]>([
    ['with an hour left', 60 * minute, day, false, { state: 'firm' }],
    ['just before it is told', 10 * minute + 1, day, false, { state: 'firm' }],
    ['10 minutes before its end', 10 * minute, day, false, ending(10 * minute, false)],
    ['just before it is due', 5 * minute + 1, day, false, ending(5 * minute + 1, false)],
    ['when it is due', 5 * minute, day, false, ending(5 * minute, true)],
    ['at its end', 0, day, false, ending(0, true)],
    ['after its end, which stays where it was', -minute, day, false, ending(-minute, true)],
    ['when it renews itself', 4 * minute, day, true, { state: 'firm' }],
    ['when that has come too late', 0, day, true, ending(0, true)],
    ['of a short life, in its middle', 4 * minute, 8 * minute, false, { state: 'firm' }],
  ])('%s', (_what, left, life, renews, standing) => {
    expect(standingOf(now, left, life, dueBefore(life, 0), renews)).toEqual(standing)
  })
})

describe('there is nothing new to tell', () => {
  const ending = { state: 'ending', endsAt: 1_000_000, due: false } as const
  test.each([
    ['of the same', { state: 'firm' }, { state: 'firm' }, true],
    ['of an end some milliseconds away', ending, { ...ending, endsAt: 1_000_900 }, true],
    ['but of an end a second away', ending, { ...ending, endsAt: 1_001_000 }, false],
    ['but of one that is due', ending, { ...ending, due: true }, false],
    ['but of one that has a problem', ending, { ...ending, problem: 'denied' }, false],
    ['but of one that is over', ending, { state: 'ended', problem: 'ended' }, false],
    [
      'but of another problem',
      { state: 'ended', problem: 'too-long' },
      { state: 'ended', problem: 'ended' },
      false,
    ],
  ] as const)('%s', (_what, one, other, same) => {
    expect(isSame(one, other)).toBe(same)
    expect(isSame(other, one)).toBe(same)
  })
})
