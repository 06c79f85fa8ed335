import type { Conversation as Wire } from '~/genesys/wire'
import type { List } from './list'

/** Milliseconds of script to show each of the sets in turn, the first left out: it makes the rows. */
export function measureRows(draw: () => List, sets: readonly (readonly Wire[])[]): number[] {
  const list = draw()
  const took = sets.map((wires) => {
    const begun = performance.now()
    list.replace(wires)
    return performance.now() - begun
  })
  list.remove()
  return took.slice(1)
}

/** Microseconds of script a frame, of each handful of texts: parsed, mapped, shown. */
export function measureFrames(
  draw: () => List,
  wires: readonly Wire[],
  handfuls: readonly (readonly string[])[],
): number[] {
  const list = draw()
  list.replace(wires)
  const took = handfuls.map((texts) => {
    const begun = performance.now()
    for (const text of texts) list.apply(JSON.parse(text).eventBody)
    return ((performance.now() - begun) * 1000) / texts.length
  })
  list.remove()
  return took
}
