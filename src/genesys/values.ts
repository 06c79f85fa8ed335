/** What came over the wire, as it should be: the wrong type is the same as nothing, and nothing throws. */

/** A text that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined
}

/** A date as milliseconds since the epoch. */
export function time(value: unknown): number | undefined {
  const at = Date.parse(text(value) ?? '')
  return Number.isNaN(at) ? undefined : at
}

/** The objects of a list. */
export function objects<T extends object>(list: readonly T[] | undefined): readonly T[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : []
}

/** The number of the page that follows; undefined when there is none, or nobody says how many there are. */
export function pageAfter(page: number, size: number, total: unknown): number | undefined {
  return typeof total === 'number' && total > page * size ? page + 1 : undefined
}

/** Those of a list that have an id and a name. */
export function named(
  list: readonly { id?: string; name?: string }[] | undefined,
): { readonly id: string; readonly name: string }[] {
  return objects(list).flatMap((one) => {
    const id = text(one.id)
    const name = text(one.name)
    return id && name ? [{ id, name }] : []
  })
}
