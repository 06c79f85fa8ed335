import { describe, expect, test } from 'vitest'
import { patternOf } from '../../emulator/api/pattern'

describe('a pattern of a search', () => {
  const texts = ['', 'a', 'ab', 'aab', 'abab', 'b1', 'B1', 'a.b', 'a-b', 'a b', '(a)', 'ä', 'a{2}']

  test.each([
    'a',
    '.*',
    'a+b?',
    '(ab){2}',
    'a{1,2}b',
    'a{1,}b',
    '(?:a|b)+',
    'a|b1|',
    '[^a-z]\\d|b[1-9]',
    '[A-Z]\\d',
    'a[ .\\]-]b',
    'a\\.b',
    'a\\-b',
    'a\\sb',
    'a\\Wb',
    '\\(a\\)',
    '^ab$',
    '^a.*|b1$',
    'ä',
    'a\\{2\\}',
    '((a*)*b*)*',
    '(a?){3}b',
    '',
  ])('%s is read as by JavaScript', (pattern) => {
    const expected = texts.filter((text) => new RegExp(`^(?:${pattern})$`, 'i').test(text))
    expect(texts.filter((text) => patternOf(pattern)?.(text))).toEqual(expected)
  })

  test.each([
    ['open', '(a'],
    ['closed too often', 'a)'],
    ['of nothing repeated', '*a'],
    ['a class without an end', '[a'],
    ['a class the wrong way round', '[z-a]'],
    ['counted the wrong way round', 'a{2,1}'],
    ['looking ahead', '(?=a)a'],
    ['looking back', '(a)\\1'],
    ['too long', 'a'.repeat(101)],
    ['too long when written out', '((a{99}){99}){99}'],
    ['too often nothing', '((){9999}){9999}'],
  ])('is none: %s', (_what, pattern) => {
    expect(patternOf(pattern)).toBeUndefined()
  })

  test.each([
    '([a-z-]+ ?)+1',
    '(a*)*1',
    '(a|a)*1',
    `${'.*'.repeat(49)}1`,
    `${'('.repeat(30)}a${'*)'.repeat(30)}1`,
    '(a?){99}1',
  ])('%s holds nobody up', (pattern) => {
    expect(patternOf(pattern)?.('a'.repeat(200))).toBe(false)
  })
})
