import { afterEach, describe, expect, test } from 'vitest'
import { locale, said, speak, t } from '~/language'
import { wishedLanguage } from '~/languages/choice'

afterEach(() => speak(undefined))

const waits = (name: string, seconds: number) => t`${name} waits for ${seconds} s`

describe('what is tagged', () => {
  test('is said in English, with what is put in', () => {
    expect([t`Hold`, waits('Ada', 3)]).toEqual(['Hold', 'Ada waits for 3 s'])
  })

  test('is said in another language, in whose order it is put in', () => {
    speak({ '{0} waits for {1} s': 'Seit {1} s wartet {0}' }, 'de-CH')
    expect([waits('Ada', 3), waits('Ben', 4)]).toEqual([
      'Seit 3 s wartet Ada',
      'Seit 4 s wartet Ben',
    ])
    expect(locale()).toBe('de-CH')
  })

  test('is said in English where the other language lacks it', () => {
    speak({})
    expect([t`Hold`, waits('Ada', 3)]).toEqual(['Hold', 'Ada waits for 3 s'])
  })

  test('takes what is put in as it is, whatever is in it', () => {
    speak({ '{0} waits for {1} s': '{1} {0}' })
    expect(waits('{1} $& `', 3)).toBe('3 {1} $& `')
  })

  test('changes with the language', () => {
    speak({ Hold: 'Halten' })
    const hold = () => t`Hold`
    expect(hold()).toBe('Halten')
    speak(undefined)
    expect(hold()).toBe('Hold')
  })
})

test('what the engine says in English is said in the language where that has it', () => {
  speak({ 'The desk is locked.': 'Der Arbeitsplatz ist gesperrt.' })
  expect([said('The desk is locked.'), said('toString')]).toEqual([
    'Der Arbeitsplatz ist gesperrt.',
    'toString',
  ])
})

test.each([
  ['', ['de-DE', 'en'], 'de'],
  ['', ['fr-FR', 'de-AT'], 'de'],
  ['', ['fr'], 'en'],
  ['', [], 'en'],
  ['en', ['de-DE'], 'en'],
  ['de', ['en-US'], 'de'],
  // What an older or a later version kept.
  ['xx', ['de'], 'de'],
  ['constructor', ['toString'], 'en'],
])('kept %j, a browser with %j: %s', (kept, browsers, wished) => {
  expect(wishedLanguage(kept, browsers)).toBe(wished)
})
