/** In which order colleagues are listed, and which rows of a long list are drawn. */

/** A part of the rows, `to` not among them. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The rows on screen. `top`: how far the list has been scrolled beyond the upper edge, less than nothing where it
 * begins below that. In pixels.
 */
export function rowsIn(
  { top, height }: { readonly top: number; readonly height: number },
  row: number,
  count: number,
): Range {
  if (row <= 0 || height <= 0 || count === 0) return { from: 0, to: 0 }
  const from = Math.min(Math.max(0, Math.floor(top / row)), count)
  const to = Math.min(Math.max(from, Math.ceil((top + height) / row)), count)
  return { from, to }
}

/** Those that are drawn: some beyond the edges, and the one with the focus wherever it is. */
export function drawn(
  { from, to }: Range,
  count: number,
  beyond: number,
  focused: number | undefined,
): readonly number[] {
  const first = Math.max(0, from - beyond)
  const last = Math.min(count, to + beyond)
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at)
  if (focused === undefined || focused >= count) return rows
  if (focused < first) return [focused, ...rows]
  return focused >= last ? [...rows, focused] : rows
}

/** Where a key leads in a list; undefined where it leads nowhere in it. */
export function moved(
  key: string,
  at: number,
  count: number,
  page: number,
): number | undefined | 'above' {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last)
    case 'ArrowUp':
      return at === 0 ? 'above' : at - 1
    case 'PageDown':
      return Math.min(at + page, last)
    case 'PageUp':
      return Math.max(at - page, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

/** The pages in which those rows are. The first page is 1. */
export function pagesOf({ from, to }: Range, size: number): readonly number[] {
  const first = Math.floor(from / size) + 1
  const last = Math.floor(Math.max(from, to - 1) / size) + 1
  return to > from ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : []
}
