import type { Pressed } from '~/settings/chords'

/** A key as an event tells it: `Alt+Shift+KeyH`, and what it would type. */
export function pressed(keys: string, key: string, altGraph = false): Pressed {
  const held = keys.split('+')
  return {
    key,
    code: held.at(-1) ?? '',
    ctrlKey: held.includes('Ctrl'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
    metaKey: held.includes('Meta'),
    isComposing: false,
    getModifierState: (name) => name === 'AltGraph' && altGraph,
  }
}
