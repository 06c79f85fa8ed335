/**
 * The words of the desk, as they are written in the code, in English; and in another language where its words were
 * read before anything is drawn. `t` is a tag: t`Hold`, t`${name} did not answer`.
 */

/** By the English words, with `{0}`, `{1}` … where something is put in. */
export type Catalog = Readonly<Record<string, string>>

let catalog: Catalog | undefined
let tongue: string | undefined

/** By its place in the code: what is said there, in turn with the numbers of what is put in. */
let cut = new WeakMap<readonly string[], readonly string[]>()

/** From now on; what was said before stays as it was. `of`: the locale of its dates and numbers. */
export function speak(next: Catalog | undefined, of?: string) {
  catalog = next
  cut = new WeakMap()
  tongue = of
}

/** For dates, numbers and lists; undefined where nobody has chosen. */
export const locale = () => tongue

type Values = readonly (string | number)[]

/** In the language of the desk. What that lacks is said in English. */
export function t(words: TemplateStringsArray, ...values: Values): string {
  if (!catalog) return words.reduce((text, next, at) => text + values[at - 1] + next)
  let pieces = cut.get(words)
  if (!pieces) {
    const key = keyOf(words)
    pieces = (catalog[key] ?? key).split(/\{(\d)\}/)
    cut.set(words, pieces)
  }
  return pieces.map((piece, at) => (at % 2 ? values[Number(piece)] : piece)).join('')
}

/** What was written in English elsewhere: by the engine, or in a table that is read by other programs too. */
export const said = (words: string): string =>
  catalog && Object.hasOwn(catalog, words) ? (catalog[words] ?? words) : words

/** Under which a catalog has it. */
export const keyOf = (words: readonly string[]) =>
  words.reduce((text, next, at) => `${text}{${at - 1}}${next}`)
