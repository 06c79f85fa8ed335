/** What came over the wire, as it should be: the wrong type is the same as nothing, and nothing throws. */

/** A text that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined
}

/** A word out of a list: Genesys Cloud writes some in capitals in one answer and small in the next. */
export const word = (value: unknown) => text(value)?.toLowerCase()

/** A date as milliseconds since the epoch; one before that, such as of the year 1, stands for none. */
export function time(value: unknown): number | undefined {
  const at = Date.parse(text(value) ?? '')
  return at > 0 ? at : undefined
}

/** The objects of a list. */
export function objects<T extends object>(list: readonly T[] | undefined): readonly T[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : []
}

/** The number of the page that follows; undefined when there is none, or nobody says how many there are. */
export function pageAfter(page: number, size: number, total: unknown): number | undefined {
  return typeof total === 'number' && total > page * size ? page + 1 : undefined
}

export interface Named {
  readonly id: string
  readonly name: string
}

/** Those of a list that have an id and a name. */
export function named(list: readonly { id?: string; name?: string }[] | undefined): Named[] {
  return objects(list).flatMap((one) => {
    const id = text(one.id)
    const name = text(one.name)
    return id && name ? [{ id, name }] : []
  })
}
