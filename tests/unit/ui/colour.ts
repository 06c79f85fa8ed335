/** What a token of tokens.css looks like, and how well two of them can be told apart (WCAG 2.2). */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Red, green and blue as light, 0 to 1. */
export type Light = readonly [number, number, number]
export type Scheme = 'light' | 'dark'

const path = fileURLToPath(new URL('../../../src/app/tokens.css', import.meta.url))
const pair = /--([\w-]+): light-dark\((white|oklch\([^)]*\)), (white|oklch\([^)]*\))\);/g

/** Every colour of the desk, in both schemes. */
export const tokens: ReadonlyMap<string, Readonly<Record<Scheme, Light>>> = new Map(
  [...readFileSync(path, 'utf8').matchAll(pair)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light: lightOf(light), dark: lightOf(dark) },
  ]),
)

/** `oklch(49% 0.2 270)` on a screen: by Ottosson's matrices, each channel cut to what it can show. */
export function lightOf(css: string): Light {
  if (css === 'white') return [1, 1, 1]
  const [, lightness, chroma, hue] = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(css) ?? []
  if (!lightness || !chroma || !hue) throw new Error(`not understood: ${css}`)
  const angle = (Number(hue) * Math.PI) / 180
  const [L, a, b] = [
    Number(lightness) / 100,
    Number(chroma) * Math.cos(angle),
    Number(chroma) * Math.sin(angle),
  ]
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const cut = (value: number) => Math.min(1, Math.max(0, value))
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

/** From 1, the same, to 21, black on white. */
export function contrast(one: Light, other: Light): number {
  const luminance = ([red, green, blue]: Light) => 0.2126 * red + 0.7152 * green + 0.0722 * blue
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

export function contrastOf(one: string, other: string, scheme: Scheme): number {
  const [front, back] = [tokens.get(one), tokens.get(other)]
  if (!front || !back) throw new Error(`no such pair: ${one} on ${other}`)
  return contrast(front[scheme], back[scheme])
}
