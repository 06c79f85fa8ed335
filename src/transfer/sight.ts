/** Which rows of a list are on screen. */
import { onCleanup } from 'solid-js'

/** `onSeen` is told all of them whenever that changes, and none when the list goes. */
export function watchSight<Row>(onSeen: (rows: readonly Row[]) => void) {
  const rows = new Map<Element, Row>()
  const seen = new Set<Element>()
  const tell = () => onSeen([...seen].flatMap((element) => rows.get(element) ?? []))
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting && rows.has(target)) seen.add(target)
      else seen.delete(target)
    tell()
  })
  onCleanup(() => {
    observer.disconnect()
    onSeen([])
  })
  return {
    /** A row that is drawn, until it is not any more. */
    add(element: Element, row: Row) {
      rows.set(element, row)
      observer.observe(element)
      onCleanup(() => {
        observer.unobserve(element)
        rows.delete(element)
        seen.delete(element)
      })
    },
  }
}
