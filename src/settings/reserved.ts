/** Keys that are no use to the desk: a browser or the system has them, or they type. */
import { type Chord, partsOf } from './chords'

export type Reserved = 'tabs' | 'page' | 'text' | 'types' | 'moves'

/** Ctrl, on Apple's keyboards Command, with one key. */
const held: readonly [Reserved, RegExp][] = [
  ['tabs', /^(Key[TNWQ]|Tab|PageUp|PageDown|Digit[1-9]|F4)$/],
  [
    'page',
    /^(Key[RLPSODFGHJUEKM]|Digit0|Minus|Equal|Comma|Numpad(Add|Subtract)|F[356]|Enter|Slash)$/,
  ],
  ['text', /^(Key[ACVXZYBI]|Insert|Delete|Backspace|Home|End|Space|Arrow(Left|Right|Up|Down))$/],
]

/** The same with Shift. */
const shifted: readonly [Reserved, RegExp][] = [
  ['tabs', /^(Key[TNWQA]|Tab|PageUp|PageDown)$/],
  ['page', /^(Key[RIJCKBOPMDESGUX]|Delete|Minus|Equal|F[356])$/],
  ['text', /^(Key[VZ]|Home|End|Arrow(Left|Right|Up|Down))$/],
]

const alt: readonly [Reserved, RegExp][] = [
  ['tabs', /^(F4|Tab|Space|Enter|Digit[1-9])$/],
  ['page', /^(Key[DEF]|Home|ArrowLeft|ArrowRight)$/],
]

const named = /^(Escape|Enter|Tab|Space|Backspace|Delete|Insert|Home|End|Page(Up|Down)|Arrow\w+)$/

const among = (table: readonly [Reserved, RegExp][], key: string) =>
  table.find(([, keys]) => keys.test(key))?.[0]

/** Whose it is; undefined when it is free. */
export function reservedFor(chord: Chord): Reserved | undefined {
  const { held: with_, key } = partsOf(chord)
  const has = (one: string) => with_.includes(one)
  // AltGr is both of them on Windows, and types a third of what stands on a key.
  if (has('Ctrl') && has('Alt')) return 'types'
  if (has('Ctrl') || has('Meta')) return among(has('Shift') ? shifted : held, key)
  if (has('Alt')) return has('Shift') ? (key === 'Tab' ? 'tabs' : undefined) : among(alt, key)
  if (/^F([135-7]|1[0-2])$/.test(key)) return 'page'
  return named.test(key) ? 'moves' : undefined
}
