/** The keys that do what a button does, as they are set up now: the button itself tells them. */
import { createSignal } from 'solid-js'

export interface Shortcut {
  /** For `aria-keyshortcuts`. */
  readonly aria: string
  /** As it stands on this keyboard. */
  readonly label: string
}

type ShortcutOf = (action: string) => Shortcut | undefined

const [all, setAll] = createSignal<ShortcutOf>(() => undefined)

/** From now on; nothing ends it. */
export const showShortcuts = (of?: ShortcutOf) => setAll(() => of ?? (() => undefined))

export const shortcut = (action: string | undefined) => (action ? all()(action) : undefined)

/** What a pointer that rests on it is told. */
export function titled(words: string | undefined, action: string | undefined): string | undefined {
  const keys = shortcut(action)?.label
  return words && keys ? `${words} (${keys})` : (words ?? keys)
}
