import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { contrast, contrastOf, lightOf, type Scheme, tokens } from './colour'

const src = fileURLToPath(new URL('../../../src/', import.meta.url))
const schemes: readonly Scheme[] = ['light', 'dark']
const grounds = ['canvas', 'surface', 'raised']
const meanings = ['accent', 'go', 'stop', 'warn', 'after']

const on = (front: readonly string[], back: readonly string[]) =>
  front.flatMap((one) => back.map((other) => [one, other] as const))

/** Text, and what it is read on. */
const texts = [
  ...on(['ink', 'ink-2', 'ink-3', ...meanings], grounds),
  // What a word means, on its own tint: chips, banners, pressed buttons.
  ...meanings.map((one) => [one, `${one}-soft`] as const),
  ...['accent', 'go', 'stop'].map((one) => [`on-${one}`, one] as const),
  // A ringing card, a chosen row, a faulty line of the configuration.
  ...on(['ink', 'ink-2'], ['go-soft', 'accent-soft', 'stop-soft']),
]

/** Lines and shapes that say something, and what they stand on. */
const shapes = [
  // Borders of controls; presence; the ring around what has the focus.
  ...on(['line-strong', 'ink-3', ...meanings], grounds),
  ...on(['go', 'stop', 'warn', 'ink-3', 'accent'], ['accent-soft']),
  ...on(['line-strong', 'accent'], ['go-soft', 'warn-soft']),
  // The time left, on its track; the thumb of a switch, on and off.
  ['go', 'line'],
  ['surface', 'go'],
  ['surface', 'line-strong'],
] as const

describe('colours can be told apart', () => {
  test('the arithmetic is right: known colours have their known contrast', () => {
    expect(contrast(lightOf('oklch(0% 0 0)'), lightOf('white'))).toBeCloseTo(21, 1)
    // #767676, the lightest grey that may be read on white, and pure red.
    expect(contrast(lightOf('oklch(56.69% 0 0)'), lightOf('white'))).toBeCloseTo(4.54, 1)
    expect(contrast(lightOf('oklch(62.8% 0.2577 29.23)'), lightOf('white'))).toBeCloseTo(4, 1)
  })

  test('every colour has a light and a dark side', () => {
    const css = readFileSync(`${src}app/tokens.css`, 'utf8')
    expect(tokens.size).toBe(css.match(/light-dark\(/g)?.length)
    expect(tokens.size).toBeGreaterThan(20)
  })

  for (const scheme of schemes) {
    test.each(texts)(`${scheme}: %s is read on %s`, (front, back) => {
      expect(contrastOf(front, back, scheme)).toBeGreaterThanOrEqual(4.5)
    })
    test.each(shapes)(`${scheme}: %s is seen on %s`, (front, back) => {
      expect(contrastOf(front, back, scheme)).toBeGreaterThanOrEqual(3)
    })
  }

  test('colours are named in tokens.css alone, and what is named there is used', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css'))
      .map((path) => ({ path, css: readFileSync(src + path, 'utf8') }))
    const strays = files
      .filter(({ path }) => path !== 'app/tokens.css')
      .filter(({ css }) => /#[\da-f]{3,8}\b|\b(oklch|rgba?|hsla?)\(|: (white|black)\b/i.test(css))
    expect(strays.map(({ path }) => path)).toEqual([])

    const all = files.map(({ css }) => css).join('\n')
    const named = new Set([...all.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name))
    const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
    // Places in a list, set by what draws it.
    const places: readonly (string | undefined)[] = ['--count', '--at']
    expect([...used].filter((name) => !named.has(name) && !places.includes(name))).toEqual([])
    expect([...named].filter((name) => !used.has(name))).toEqual([])
  })

  test('forced colours take the place of every one', () => {
    const css = readFileSync(`${src}app/tokens.css`, 'utf8')
    const forced = css.slice(css.indexOf('@media (forced-colors: active)'))
    expect([...tokens.keys()].filter((name) => !forced.includes(`--${name}: `))).toEqual([])
  })
})
