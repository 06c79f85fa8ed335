/** What is looked for and what was found, as a pure progression. */
import {
  type Destination,
  type Findings,
  isAway,
  keyOf,
  type NextPage,
  type NumberRead,
} from './destination'

/** What is looked through. */
export type Tab = 'all' | 'people' | 'queues' | 'external' | 'recent'

export type Found =
  | { readonly state: 'searching'; readonly last: readonly Destination[] }
  /** `trouble`: what could not be found out, in one sentence. */
  | {
      readonly state: 'found'
      readonly trouble?: string | undefined
      readonly last: readonly Destination[]
      /** Where it goes on. */
      readonly next?: NextPage | undefined
      /** The page that follows is being read. */
      readonly reading?: boolean
    }
  | { readonly state: 'failed'; readonly why: string; readonly last: readonly Destination[] }

export interface Finding {
  readonly query: string
  readonly tab: Tab
  /** What the query is as a telephone number. */
  readonly number?: NumberRead
  readonly found: Found
  /** Who would hardly answer is listed too. */
  readonly away?: boolean
}

interface Asked {
  readonly query: string
  readonly tab: Tab
}

export type Happening =
  | { readonly kind: 'type'; readonly query: string }
  | { readonly kind: 'show'; readonly tab: Tab }
  | { readonly kind: 'number'; readonly query: string; readonly number: NumberRead }
  | ({ readonly kind: 'found'; readonly findings: Findings } & Asked)
  | ({ readonly kind: 'not-found'; readonly why: string } & Asked)
  | { readonly kind: 'search' }
  | { readonly kind: 'show-away' }
  | { readonly kind: 'more' }
  | ({ readonly kind: 'found-more'; readonly findings: Findings } & Asked)
  | ({ readonly kind: 'no-more'; readonly why: string } & Asked)

export const unsearched: Finding = {
  query: '',
  tab: 'all',
  found: { state: 'searching', last: [] },
}

/** What was listed before stays the same row, so that a button does not change under the finger. */
function keepRows(last: readonly Destination[], now: readonly Destination[]): Destination[] {
  // What they do changes in its row.
  const plain = (one: Destination) =>
    JSON.stringify(one, (key, value: unknown) => (key === 'doing' ? undefined : value))
  const known = new Map(last.map((old) => [plain(old), old]))
  const same = (one: Destination) => known.get(plain(one))
  return now.map((one) => same(one) ?? one)
}

const kept = ({ away }: Finding) => (away === undefined ? {} : { away })

const searching = ({ found }: Finding): Found => ({ state: 'searching', last: found.last })

export function next(finding: Finding, happening: Happening): Finding {
  const { found, tab, query } = finding
  switch (happening.kind) {
    case 'type':
      // Without the number: one that was half typed is somebody else's, and nobody may press it any more.
      return { ...kept(finding), query: happening.query, tab, found: searching(finding) }
    case 'show':
      // What is listed belongs to another tab.
      return happening.tab === tab
        ? finding
        : { ...finding, tab: happening.tab, found: { state: 'searching', last: [] } }
    case 'search':
      return { ...finding, found: searching(finding) }
    case 'show-away':
      return { ...finding, away: !finding.away }
    case 'number':
      return happening.number && happening.query === query
        ? { ...finding, number: happening.number }
        : finding
    case 'found': {
      if (!asks(finding, happening)) return finding
      const { trouble, destinations, next } = happening.findings
      const last = keepRows(found.last, destinations)
      return { ...finding, found: { state: 'found', trouble, last, next } }
    }
    case 'more':
      return found.state === 'found' && found.next
        ? { ...finding, found: { ...found, reading: true } }
        : finding
    case 'found-more': {
      if (!asks(finding, happening) || found.state !== 'found' || !found.reading) return finding
      const { trouble, destinations, next } = happening.findings
      // Below what is there: no row moves. What has moved up a page meanwhile is there already.
      const added = destinations.filter(
        (one) => !found.last.some((old) => keyOf(old) === keyOf(one)),
      )
      const last = [...found.last, ...added]
      return { ...finding, found: { state: 'found', trouble, last, next } }
    }
    case 'no-more':
      return asks(finding, happening) && found.state === 'found'
        ? { ...finding, found: { ...found, trouble: happening.why, reading: false } }
        : finding
    case 'not-found':
      return asks(finding, happening)
        ? { ...finding, found: { state: 'failed', why: happening.why, last: found.last } }
        : finding
    default:
      return happening satisfies never
  }
}

/** An answer to what is no longer asked says nothing. */
function asks(finding: Finding, asked: Asked): boolean {
  return finding.query === asked.query && finding.tab === asked.tab
}

/** What is listed, of what was found and what is known without a search. */
export interface Listing {
  readonly rows: readonly Destination[]
  /** How many more there are that would hardly answer. */
  readonly away: number
}

/** What may be in a tab. */
const kinds: Readonly<Record<Tab, readonly Destination['kind'][]>> = {
  all: ['queue', 'person', 'number', 'contact'],
  people: ['person'],
  queues: ['queue'],
  external: ['number', 'contact'],
  recent: ['queue', 'person', 'number', 'contact'],
}

/**
 * A number that was typed first, favourites while nothing is typed, then what was found. Who would hardly answer
 * is left out, unless their very name was typed, they are a favourite, or nobody else is there.
 */
export function listingOf(
  finding: Finding,
  favourites: readonly Destination[],
  recents: readonly Destination[],
): Listing {
  const { tab, query, number: read, found } = finding
  const typed = query.trim().toLowerCase()
  const fits = (one: Destination) => kinds[tab].includes(one.kind)
  const number = read && 'number' in read && tab !== 'recent' && fits(read.number)
  const known =
    tab === 'recent'
      ? recents.filter(({ name }) => name.toLowerCase().includes(typed))
      : typed
        ? []
        : favourites.filter(fits)
  const first = [...(number ? [read.number] : []), ...known]
  const keys = new Set(first.map(keyOf))
  const rest = tab === 'recent' ? [] : found.last.filter((one) => !keys.has(keyOf(one)))
  const there = rest.filter((one) => !isAway(one) || one.name.toLowerCase() === typed)
  if (finding.away || first.length + there.length === 0)
    return { rows: [...first, ...rest], away: finding.away ? rest.length - there.length : 0 }
  return { rows: [...first, ...there], away: rest.length - there.length }
}
