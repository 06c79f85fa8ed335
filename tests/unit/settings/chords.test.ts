import { describe, expect, test } from 'vitest'
import { ariaOf, chordOf, isChord, labelOf, typesCharacter } from '~/settings/chords'
import { pressed } from './pressed'

const american = new Map<string, string>()
const french = new Map([
  ['KeyA', 'q'],
  ['Semicolon', 'm'],
])

describe('keys that are pressed together', () => {
  test.each([
    ['Alt+Shift+KeyH', 'H', 'Alt+Shift+KeyH'],
    ['Ctrl+Shift+F8', 'F8', 'Ctrl+Shift+F8'],
    ['F8', 'F8', 'F8'],
    ['Meta+KeyK', 'k', 'Meta+KeyK'],
    // Where Option types, the place of the key is the same.
    ['Alt+Shift+KeyH', 'Ó', 'Alt+Shift+KeyH'],
  ])('%s, which types %s, is %s', (keys, key, chord) => {
    expect(chordOf(pressed(keys, key))).toBe(chord)
  })

  test.each([
    ['Slash', '/'],
    ['Shift+Digit7', '/'],
    ['Shift+Minus', '?'],
  ])('%s alone is the character that it types: %s', (keys, key) => {
    expect(chordOf(pressed(keys, key))).toBe(key)
  })

  test('a modifier alone is none, nor is what AltGr types, nor what an input method makes', () => {
    expect(chordOf(pressed('Alt+Shift+ShiftLeft', 'Shift'))).toBeUndefined()
    expect(chordOf(pressed('Ctrl+Alt+KeyQ', '@', true))).toBeUndefined()
    expect(chordOf({ ...pressed('KeyA', 'a'), isComposing: true })).toBeUndefined()
  })

  test('Option types on Apple’s keyboards, Alt nowhere else', () => {
    expect(typesCharacter(pressed('Alt+Shift+KeyH', 'Ó'), true)).toBe(true)
    expect(typesCharacter(pressed('Alt+KeyE', 'Dead'), true)).toBe(true)
    expect(typesCharacter(pressed('Alt+Shift+ArrowDown', 'ArrowDown'), true)).toBe(false)
    expect(typesCharacter(pressed('Ctrl+Alt+KeyH', '˙'), true)).toBe(false)
    expect(typesCharacter(pressed('Alt+Shift+KeyH', 'H'), false)).toBe(false)
  })

  test('are read by what stands on this keyboard', () => {
    expect(labelOf('Alt+Shift+KeyA', american, false)).toBe('Alt+Shift+A')
    expect(labelOf('Alt+Shift+KeyA', french, false)).toBe('Alt+Shift+Q')
    expect(labelOf('Alt+Shift+KeyA', american, true)).toBe('Option+Shift+A')
    expect(labelOf('Alt+Shift+ArrowDown', american, false)).toBe('Alt+Shift+↓')
    expect(labelOf('?', french, false)).toBe('?')
    // One that has no single capital stays as it is.
    expect(labelOf('Alt+Minus', new Map([['Minus', 'ß']]), false)).toBe('Alt+ß')
  })

  test('are told to assistive technology in its own words', () => {
    expect(ariaOf('Ctrl+Shift+KeyA', french)).toBe('Control+Shift+Q')
    expect(ariaOf('Alt+Shift+ArrowUp', american)).toBe('Alt+Shift+ArrowUp')
    expect(ariaOf('+', american)).toBe('Plus')
  })

  test.each([undefined, 7, '', ' ', 'Shift+Alt+KeyA', 'Alt+', 'Alt+<b>', {}])(
    '%j is none that was kept',
    (value) => {
      expect(isChord(value)).toBe(false)
    },
  )
})
