import { describe, expect, test } from 'vitest'
import { definitionFromWire, following, type Presence } from '~/presence/presence'

describe('a status in the language of the desk', () => {
  const labelIn = (locale: string, languageLabels: Record<string, string>, name = 'Lunch') =>
    definitionFromWire({ id: 'a', name, systemPresence: 'Meal', languageLabels }, locale)?.label
  const all = { en_US: 'Lunch (en)', de: 'Mittagessen', pt_BR: 'Almoço', pt_PT: 'Refeição' }

  test.each([
    ['de_DE', 'Mittagessen'],
    ['de', 'Mittagessen'],
    ['pt_BR', 'Almoço'],
    ['pt_PT', 'Refeição'],
    ['pt', 'Almoço'],
    ['en_GB', 'Lunch (en)'],
    ['fr_CA', 'Lunch (en)'],
    ['', 'Lunch (en)'],
  ])('%j: %s', (locale, label) => {
    expect(labelIn(locale, all)).toBe(label)
  })

  test('is the name it has where there is none in English either', () => {
    expect(labelIn('fr_FR', { it: 'Pranzo' })).toBe('Lunch')
    expect(labelIn('fr_FR', { it: 'Pranzo' }, '')).toBe('Pranzo')
  })
})

describe('the same status, told again', () => {
  const was: Presence = { definitionId: 'busy', system: 'busy', since: 10, here: true }

  test('at the same time, or undated, changes nothing of it', () => {
    expect(following(was, { ...was, here: undefined }, true)).toEqual(was)
    expect(following(was, { ...was, here: undefined, since: 99 }, false)).toEqual(was)
  })

  test('later is another one, whoever ordered that', () => {
    const later = { ...was, here: undefined, since: 20 }
    expect(following(was, later, true)).toEqual(later)
  })

  test('with one that is to follow lasts as long as it did, and is nobody’s who asked for that', () => {
    const found = { ...was, here: undefined }
    const asked = { ...was, since: 20, nextId: 'break', here: true }
    const shown = following(found, asked, true)
    expect(shown).toMatchObject({ since: 10, nextId: 'break' })
    expect(shown.here).toBeFalsy()
    expect(following(was, { ...asked, here: undefined }, true)).toMatchObject({ here: true })
  })
})
