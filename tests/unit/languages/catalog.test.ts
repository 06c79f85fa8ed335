import { describe, expect, test } from 'vitest'
import { featureOf, stillWorks } from '~/genesys/features'
import de from '~/languages/de'
import { languages } from '~/languages/names'
import { saidIn, sources, untagged, untaggedSentences } from './words'

const catalogs: Readonly<Record<string, Readonly<Record<string, string>>>> = { de }

const said = saidIn(sources)
/** Said by their English words: a table that administrators' lines are made of, too. */
const features = new Set([...Object.values(featureOf), ...Object.values(stillWorks)])
const keys = [...new Set([...said.keys(), ...features])]

const placeholders = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([one]) => one).sort()

/** Said by a part of the desk that speaks before its language is known, or to administrators alone. */
const english = [
  // Pages of their own, without the desk's code.
  'popup.ts',
  // For whoever looks after the OAuth client: scopes and permissions have English names.
  'app/missingscopes.ts',
]

describe('what the desk says', () => {
  test('is found in the source', () => {
    expect(said.size).toBeGreaterThan(1_000)
    expect(said.get('On Queue')).toContain('app/StatusControls.tsx')
    expect(said.get('Trying again in {0} s.')).toEqual(['app/ConnectionBanner.tsx'])
  })

  test('is tagged, in the markup', () => {
    const names = /: (p50|p95|p99|Minidesk)$/
    expect(sources.flatMap(untagged).filter((one) => !names.test(one))).toEqual([])
  })

  test('is tagged, where it is a sentence', () => {
    const spoken = sources.filter(
      ({ path }) => !english.includes(path) && path !== 'genesys/features.ts',
    )
    expect(spoken.flatMap(untaggedSentences)).toEqual([])
  })
})

describe.each(Object.entries(catalogs))('the catalog %s', (tag, catalog) => {
  test('belongs to a language that can be chosen', () => {
    expect(Object.keys(languages)).toContain(tag)
  })

  test('has all that is said, and nothing else', () => {
    expect(keys.filter((key) => !Object.hasOwn(catalog, key))).toEqual([])
    expect(Object.keys(catalog).filter((key) => !keys.includes(key))).toEqual([])
  })

  test('puts in what the English words put in', () => {
    const wrong = Object.entries(catalog).filter(
      ([key, words]) => placeholders(key).join() !== placeholders(words).join(),
    )
    expect(wrong).toEqual([])
  })

  test('says something, and ends as the English words end', () => {
    const end = (text: string) => /[.?!:,…]?$/.exec(text.trim())?.[0]
    const wrong = Object.entries(catalog).filter(
      ([key, words]) => words.trim() === '' || end(key) !== end(words),
    )
    expect(wrong).toEqual([])
  })
})
