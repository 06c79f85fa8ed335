/** Chance that repeats itself: the same seed gives the same organisation and the same day. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** A number between `min` and `max`. */
  between(min: number, max: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  uuid(): string
}

const digits = '0123456789abcdef'

export function createRandom(seed: number): Random {
  let state = seed >>> 0

  // mulberry32: small, and good enough to make up people and pauses.
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  function hex(length: number): string {
    let text = ''
    while (text.length < length) text += digits[Math.floor(next() * 16)]
    return text
  }

  return {
    next,
    between: (min, max) => min + next() * (max - min),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    uuid: () =>
      `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[Math.floor(next() * 4)]}${hex(3)}-${hex(12)}`,
  }
}
