import { RE2JS, RE2JSException } from 're2js'

/** UNSURE in the official documents, which name no limits. */
const longest = 100

/**
 * Whether the whole of a text is as a regular expression of a search says, whatever the case. RE2 takes no
 * longer than the length of the text, whatever the pattern: one that a client sends must not stop everybody.
 * Nothing, for what is no pattern, looks ahead or back, or is too long.
 */
export function patternOf(source: string): ((text: string) => boolean) | undefined {
  if (source.length > longest) return undefined
  try {
    const pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
    return (text) => pattern.matches(text)
  } catch (error) {
    if (error instanceof RE2JSException) return undefined
    throw error
  }
}
