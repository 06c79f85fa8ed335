/** Time for all who act by themselves: they rest by one clock, and it goes on when everybody is done. */
import type { SteppedClock } from '../unit/truth/time'

export interface Agenda {
  now(): number
  /** Resolves so many milliseconds later. */
  rest(ms: number): Promise<void>
  /** Somebody acts from now on, beside all others; a day that is over lets it rest for ever. */
  begin(act: () => Promise<void>): void
  /** While it lasts time stands still. */
  during<T>(work: () => Promise<T>): Promise<T>
  /** Until then, everybody acting; `look` after each step. */
  run(until: number, look: () => Promise<void>): Promise<void>
}

/** `quiet`: until nothing is on its way between desk and Genesys Cloud. */
export function createAgenda(clock: SteppedClock, quiet: () => Promise<void>): Agenda {
  const working = new Set<Promise<unknown>>()
  let trouble: { readonly error: unknown } | undefined

  async function settle() {
    for (;;) {
      await quiet()
      if (trouble) throw trouble.error
      if (working.size === 0) return
      await Promise.allSettled(working)
    }
  }

  return {
    now: clock.now,
    rest: (ms) => new Promise((resolve) => clock.after(Math.round(ms), resolve)),
    begin(act) {
      act().catch((error: unknown) => {
        trouble ??= { error }
      })
    },
    async during(work) {
      const one = work()
      working.add(one)
      try {
        return await one
      } finally {
        working.delete(one)
      }
    },
    async run(until, look) {
      await settle()
      await look()
      while (clock.now() < until) {
        const next = Math.min(clock.next() ?? until, until)
        clock.advance(Math.max(0, next - clock.now()))
        await settle()
        await look()
      }
    },
  }
}
