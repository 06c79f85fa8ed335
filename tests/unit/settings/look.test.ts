import { expect, test } from 'vitest'
import { lookFromStorage, wordsOf } from '~/settings/look'

test.each([undefined, null, 'dark', 7, [], { scheme: 'neon', density: 3 }])(
  'what was kept as %j looks as the system has it',
  (kept) => {
    expect(lookFromStorage(kept)).toEqual({ scheme: 'system', density: 'comfortable' })
  },
)

test('the style sheet is told what was chosen, and nothing else', () => {
  expect(wordsOf({ scheme: 'dark', density: 'compact' })).toBe('dark compact')
  expect(wordsOf({ scheme: 'system', density: 'compact' })).toBe('compact')
  expect(wordsOf({ scheme: 'light', density: 'comfortable' })).toBe('light')
  expect(wordsOf({ scheme: 'system', density: 'comfortable' })).toBe('')
})
