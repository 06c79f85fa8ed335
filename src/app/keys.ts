/** Hears the keys of the desk: each does what its button does, says why not where that does, and does it once. */

import { onCleanup } from 'solid-js'
import type { Action } from '~/settings/actions'
import { chordOf, isSingle, typesCharacter } from '~/settings/chords'
import type { Keymap } from '~/settings/keymap'

export interface KeysParts {
  readonly keymap: Keymap
  readonly isApple: boolean
  readonly act: (action: Action) => void
}

/** Where keys are text. */
const texts = 'textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]'
/** And where a letter leads to what begins with it. */
const letters = '[role=menu]'
/** While keys are chosen for an action they do nothing else. */
const choosing = '[data-takes-keys]'

/** For as long as its owner lives. */
export function hearKeys({ keymap, isApple, act }: KeysParts): void {
  function hear(event: KeyboardEvent) {
    const chord = chordOf(event)
    const action = chord && keymap.actionOf(chord)
    if (!action || !(event.target instanceof Element)) return
    const within = (places: string) => (event.target as Element).closest(places) !== null
    if (within(choosing)) return
    if (isSingle(chord) && within(`${texts}, ${letters}`)) return
    if (within(texts) && typesCharacter(event, isApple)) return
    // What asks first has to be answered first: its page stands still.
    if (document.querySelector('dialog:modal')) return
    event.preventDefault()
    if (!event.repeat) act(action)
  }
  // Before whatever has the focus: a chord is one everywhere.
  addEventListener('keydown', hear, { capture: true })
  onCleanup(() => removeEventListener('keydown', hear, { capture: true }))
}
