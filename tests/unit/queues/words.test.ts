import { describe, expect, test } from 'vitest'
import { joinedWords, onQueueWords, progressWords, waitingWords } from '~/queues/words'

const now = 1_000_000

describe('how it goes in a queue, in words', () => {
  test.each([
    [{}, ''],
    [{ waiting: 0 }, 'Nobody waiting'],
    [{ waiting: 2 }, '2 waiting'],
    [{ waiting: 2, longest: now - 72_000 }, '2 waiting, longest 1:12'],
    [{ waiting: 1, longest: now + 3_000 }, '1 waiting, longest 0:00'],
  ])('%j', (figures, words) => {
    expect(waitingWords(figures, now)).toBe(words)
  })

  test.each([
    [{}, ''],
    [{ onQueue: 0 }, 'Nobody on queue'],
    [{ onQueue: 1 }, '1 agent on queue'],
    [{ onQueue: 3 }, '3 agents on queue'],
  ])('%j has agents', (figures, words) => {
    expect(onQueueWords(figures)).toBe(words)
  })

  test.each<[boolean | undefined, boolean | undefined, string]>([
    [true, undefined, 'Joined'],
    [false, undefined, 'Not joined'],
    [undefined, undefined, 'Whether you have joined it is not known'],
    [false, true, 'Joining …'],
    [true, false, 'Leaving …'],
  ])('joined %s, wanted %s: %s', (joined, wanted, words) => {
    expect(joinedWords(joined, wanted)).toBe(words)
  })

  test.each<[boolean, number, boolean, RegExp]>([
    [true, 0, false, /^Joining: 0 of 8 queues …$/],
    [true, 8, false, /^All 8 queues are joined\.$/],
    [false, 3, true, /^3 of 8 queues are left, 5 are not/],
    [true, 7, true, /^7 of 8 queues are joined, 1 are not/],
  ])('an order for eight, joining %s, %i done, over %s', (joining, done, over, words) => {
    expect(progressWords(joining, done, 8, over)).toMatch(words)
  })
})
