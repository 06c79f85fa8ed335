/** Looks at quiet moments whether the desk is true, and after bad weather whether it comes back to the truth. */
import type { Agent } from './agent'
import type { Seat } from './desk'
import type { Link } from './link'
import type { State } from './platform'
import { wrongs } from './verdict'
import type { Weather } from './weather'

export interface Checks {
  /** After each step. */
  look(now: number, state: State): void
  readonly figures: {
    /** Quiet moments at which all was compared. */
    compared: number
    /** It was wrong, and stayed so. */
    wrong: number
    /** Milliseconds from the end of a storm to the first quiet moment, at most. */
    slowestBack: number
    readonly words: string[]
  }
}

/** Milliseconds between two comparisons. */
const pace = 10_000
/** Milliseconds since the socket is open, after which what happened before has been read. */
const settled = 1_000
/** Milliseconds in which what was told a moment ago may still be looked up. */
const patience = 2_000
/** Milliseconds after a storm in which the desk has to be back: people press something in between. */
const longest = 180_000

export function createChecks(seat: Seat, agent: Agent, link: Link, weather: Weather): Checks {
  const figures: Checks['figures'] = { compared: 0, wrong: 0, slowestBack: 0, words: [] }
  let last = 0
  /** What is wrong, since when. */
  let wrong = new Map<string, number>()
  let fair: number | undefined
  let back = false

  /** It hears all that happens; or, where it cannot, it has just read it. */
  const knows = (now: number) => {
    const since = link.hearsSince()
    return since === undefined ? seat.desk.sync.readAt() === now : now - since >= settled
  }
  const isQuiet = (now: number) =>
    link.answers() &&
    !link.isDeceived() &&
    knows(now) &&
    seat.desk.sync.freshness() === 'fresh' &&
    seat.desk.commands().every(({ endedAt }) => endedAt !== undefined)

  function note(words: string) {
    figures.wrong++
    figures.words.push(words)
  }

  function compare(now: number, state: State) {
    const found = wrongs(seat, agent, state)
    wrong = new Map([...found.keys()].map((what) => [what, wrong.get(what) ?? now]))
    for (const [what, since] of wrong) {
      if (now - since <= patience) continue
      note(`wrong at ${now}: ${found.get(what)}`)
      // Once.
      wrong.set(what, Number.POSITIVE_INFINITY)
    }
    if (wrong.size > 0) return
    last = now
    figures.compared++
  }

  return {
    figures,
    look(now, state) {
      const since = weather.fairSince()
      if (since !== fair) back = false
      fair = since
      if (!isQuiet(now)) {
        // Where it reads, what is wrong is wrong until the next reading.
        if (link.hearsSince() !== undefined || !link.answers()) wrong.clear()
        if (fair !== undefined && !back && now - fair > longest) {
          back = true
          note(`not back at ${now}: ${seat.connection().state}, ${seat.desk.sync.freshness()}`)
        }
        return
      }
      if (fair !== undefined && !back) {
        back = true
        figures.slowestBack = Math.max(figures.slowestBack, now - fair)
      }
      if (wrong.size > 0 || now - last >= pace) compare(now, state)
    },
  }
}
