import { expect, test } from 'vitest'
import { problemWords, stayedWords } from '~/signin/words'

test('what went wrong with a log-in is said in words of its own, without a code or a jargon', () => {
  const { slow, ...stayed } = stayedWords()
  const all = [...Object.values(problemWords()), ...Object.values(stayed)]
  expect(new Set(all).size).toBe(all.length)
  for (const words of [...all, slow]) {
    expect(words).toMatch(/^[A-Z].*\.$/)
    expect(words.length).toBeLessThan(130)
    expect(words).not.toMatch(/token|OAuth|PKCE|callback|redirect|endpoint|HTTP|\b[45]\d\d\b/i)
  }
})
