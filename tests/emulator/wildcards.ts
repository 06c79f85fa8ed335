import { RE2JS } from 're2js'
import { remember } from './bounded'

/** Patterns with `*` and `**`, by RE2: no pattern takes longer than the length of what it is held against. */

type Fits = (text: string) => boolean

const known = new Map<string, Fits>()
const knownMax = 1000

function read(source: string): Fits {
  const found = known.get(source)
  if (found) return found
  const pattern = RE2JS.compile(source)
  const fits = (text: string) => pattern.matches(text)
  remember(known, source, fits, knownMax)
  return fits
}

const literal = (text: string) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')

/** Of pathnames: `*` stands in a segment, `**` for any number of them. */
export function pathPattern(pattern: string): Fits {
  const source = pattern
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) =>
      segment === '**' ? '(?:/[^/]+)*' : `/${literal(segment).replaceAll('*', '[^/]+')}`,
    )
  return read(`${source.join('')}/?`)
}

/** Of topics: `*` is a part without a point, `**` anything; casing does not matter. */
export function topicPattern(pattern: string): Fits {
  const source = literal(pattern)
    .replaceAll('**', '\0')
    .replaceAll('*', '[^.]*')
    .replaceAll('\0', '.*')
  return read(`(?i:${source})`)
}
