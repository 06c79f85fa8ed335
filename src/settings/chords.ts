import { t } from '~/language'
/**
 * Keys that are pressed together, as text: modifiers and the place of the key (`Alt+Shift+KeyH`), which is the same
 * on every layout; or, without a modifier, the one character that is typed (`?`), wherever its key is.
 */
export type Chord = string

/** What is asked of an event. */
export type Pressed = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'altKey'
  | 'shiftKey'
  | 'metaKey'
  | 'isComposing'
  | 'getModifierState'
>

const modifiers = ['Ctrl', 'Alt', 'Shift', 'Meta'] as const
const modifierKeys = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS', 'CapsLock', 'Fn']

/** Undefined for a modifier alone, for what an input method makes, and for AltGr, which is there to type. */
export function chordOf(event: Pressed): Chord | undefined {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event
  if (event.isComposing || modifierKeys.includes(key) || event.getModifierState('AltGraph'))
    return undefined
  const isPlain = !ctrlKey && !altKey && !metaKey
  if (isPlain && key.length === 1 && key !== ' ') return key
  if (!code) return undefined
  const held = [ctrlKey, altKey, shiftKey, metaKey]
  return [...modifiers.filter((_, at) => held[at]), code].join('+')
}

/** A character by itself: it is somebody's text wherever text is typed. */
export const isSingle = (chord: Chord) => [...chord].length === 1

/** It would put a character into a text: on Apple's keyboards Option does, with nearly every key. */
export const typesCharacter = (event: Pressed, isApple: boolean) =>
  isApple &&
  event.altKey &&
  !event.ctrlKey &&
  !event.metaKey &&
  (event.key.length === 1 || event.key === 'Dead')

/** Its modifiers, and its key. */
export function partsOf(chord: Chord): { readonly held: readonly string[]; readonly key: string } {
  if (isSingle(chord)) return { held: [], key: chord }
  const parts = chord.split('+')
  return { held: parts.slice(0, -1), key: parts.at(-1) ?? '' }
}

const shape = /^(Ctrl\+)?(Alt\+)?(Shift\+)?(Meta\+)?[A-Z][A-Za-z0-9]+$/

/** As it comes from storage, it may be anything. */
export const isChord = (value: unknown): value is Chord =>
  typeof value === 'string' && ((isSingle(value) && value !== ' ') || shape.test(value))

/** What stands on the keys of this keyboard, by their place. */
export type Layout = ReadonlyMap<string, string>

const signs: Readonly<Record<string, string>> = {
  ...{ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' },
  ...{ Minus: '-', Equal: '=', Comma: ',', Period: '.', Slash: '/', Semicolon: ';' },
}

function signOf(code: string, layout: Layout): string {
  const sign = layout.get(code) ?? signs[code] ?? code.replace(/^(Key|Digit)(?=.$)/, '')
  const upper = sign.toLocaleUpperCase()
  return upper.length === sign.length ? upper : sign
}

const onApple: Readonly<Record<string, string>> = {
  ...{ Ctrl: 'Control', Alt: 'Option', Meta: 'Command' },
}

/** As other keyboards of the desk's language have it. */
const onOthers: Readonly<Record<string, string>> = { Ctrl: t`Ctrl`, Shift: t`Shift` }

/** As it is read: by what stands on the keys. */
export function labelOf(chord: Chord, layout: Layout, isApple: boolean): string {
  const { held, key } = partsOf(chord)
  const names = held.map((one) => (isApple ? onApple : onOthers)[one] ?? one)
  return [...names, held.length > 0 || !isSingle(chord) ? signOf(key, layout) : key].join('+')
}

/** As assistive technology is told it. */
export function ariaOf(chord: Chord, layout: Layout): string {
  const { held, key } = partsOf(chord)
  const sign = key.startsWith('Arrow') ? key : isSingle(chord) ? key : signOf(key, layout)
  const spelt = sign === '+' ? 'Plus' : sign
  return [...held.map((one) => (one === 'Ctrl' ? 'Control' : one)), spelt].join('+')
}
