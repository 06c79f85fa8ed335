/**
 * Regular expressions of a search: as Lucene has them, without looking back or ahead. They are held
 * against a text step by step, in all states at once, so that no pattern takes longer than its length
 * times that of the text.
 */

/** UNSURE in the official documents, which name no limits. */
const longest = 100
const stepsMax = 500

interface State {
  /** None: passed without a character. */
  readonly takes?: RegExp
  readonly next: State[]
}

/** Builds what comes before a state. */
type Piece = (next: State) => State

const counts = /\{(\d{1,4})(,(\d{0,4}))?\}/y
const aClass = /\[\^?(?:\\.|[^\]\\])+\]/y
/** Letters and digits have a meaning after `\`, of which these are known. */
const escaped = /\\(?:[dDwWsS]|[^A-Za-z0-9])/y
const group = /\((?:\?:)?/y

class Unreadable extends Error {}

function createReader(source: string) {
  let at = 0
  let steps = 0

  function spend(): void {
    steps += 1
    if (steps > stepsMax) throw new Unreadable()
  }

  function take(what: RegExp): RegExpExecArray | undefined {
    what.lastIndex = at
    const found = what.exec(source) ?? undefined
    at += found?.[0].length ?? 0
    return found
  }

  function one(): Piece {
    if (take(group)) {
      const inner = either()
      if (!take(/\)/y)) throw new Unreadable()
      return inner
    }
    const [text] = take(aClass) ?? take(escaped) ?? take(/[^\\[\](){}*+?|^$]/y) ?? []
    if (text === undefined) throw new Unreadable()
    const takes = new RegExp(`^${text}$`, 'i')
    return (next) => {
      spend()
      return { takes, next: [next] }
    }
  }

  function repeated(piece: Piece, least: number, most: number): Piece {
    const copy: Piece = (next) => {
      spend()
      return piece(next)
    }
    return (next) => {
      let state = next
      if (most === Infinity) {
        state = { next: [next] }
        state.next.push(copy(state))
      } else {
        for (let more = least; more < most; more += 1) state = { next: [next, copy(state)] }
      }
      for (let needed = 0; needed < least; needed += 1) state = copy(state)
      return state
    }
  }

  /** How often, by what stands behind a piece; nothing, when it is just once. */
  function bounds(): readonly [least: number, most: number] | undefined {
    const sign = take(/[*+?]/y)?.[0]
    if (sign) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity]
    const found = take(counts)
    if (!found) return undefined
    const [, least, range, most] = found
    return [Number(least), Number(range === undefined ? least : most || Infinity)]
  }

  function several(): Piece {
    let piece = one()
    for (let found = bounds(); found; found = bounds()) {
      const [least, most] = found
      if (most < least) throw new Unreadable()
      piece = repeated(piece, least, most)
    }
    return piece
  }

  function sequence(): Piece {
    const pieces: Piece[] = []
    while (at < source.length && !/[|)]/.test(source.charAt(at))) pieces.push(several())
    return (last) => pieces.reduceRight((next, piece) => piece(next), last)
  }

  function either(): Piece {
    const choices = [sequence()]
    while (take(/\|/y)) choices.push(sequence())
    return (next) => ({ next: choices.map((choice) => choice(next)) })
  }

  return (last: State): State => {
    const whole = either()
    if (at < source.length) throw new Unreadable()
    return whole(last)
  }
}

/** Where a text can be after some of its characters, and where it gets from there: worked out once each. */
interface Place {
  readonly states: ReadonlySet<State>
  readonly onward: Map<string, Place>
}

function createPlaces(): (from: readonly State[]) => Place {
  const places = new Map<string, Place>()
  const numbers = new Map<State, number>()

  return (from) => {
    const states = new Set(from)
    for (const state of states) {
      if (!numbers.has(state)) numbers.set(state, numbers.size)
      // What takes no character is passed.
      if (!state.takes) for (const one of state.next) states.add(one)
    }
    const name = [...states].map((state) => numbers.get(state)).join()
    const place = places.get(name) ?? { states, onward: new Map() }
    places.set(name, place)
    return place
  }
}

/**
 * Whether the whole of a text is as the pattern says, whatever the case; a `^` in front and a `$` behind
 * say the same again. Nothing, for what is no pattern, or too long a one.
 */
export function patternOf(source: string): ((text: string) => boolean) | undefined {
  if (source.length > longest) return undefined
  const last: State = { next: [] }
  try {
    const first = createReader(source.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''))(last)
    const placeOf = createPlaces()
    const start = placeOf([first])
    return (text) => {
      let place = start
      for (const character of text.split('')) {
        let onward = place.onward.get(character)
        if (!onward) {
          const taken = [...place.states].filter(({ takes }) => takes?.test(character))
          onward = placeOf(taken.flatMap(({ next }) => next))
          place.onward.set(character, onward)
        }
        place = onward
      }
      return place.states.has(last)
    }
  } catch (error) {
    // Of a class, the limits may be the wrong way round.
    if (error instanceof Unreadable || error instanceof SyntaxError) return undefined
    throw error
  }
}
