/** How many requests have come within a window. */
export interface Counter {
  used(now: number): number
  add(at: number): void
  /** The moment from which there is room for one more below `max`. */
  freeAt(now: number, max: number): number
}

/** Begins with a request, and is forgotten as a whole. */
function createFixed(ms: number): Counter {
  let start = Number.NEGATIVE_INFINITY
  let count = 0
  const isOpen = (now: number) => now - start < ms
  return {
    used: (now) => (isOpen(now) ? count : 0),
    add(at) {
      if (!isOpen(at)) {
        start = at
        count = 0
      }
      count += 1
    },
    freeAt: (now, max) => (isOpen(now) && count >= max ? start + ms : now),
  }
}

/** Every request is forgotten by itself. */
function createRolling(ms: number): Counter {
  let moments: number[] = []
  function forget(now: number): void {
    const first = moments.findIndex((at) => now - at < ms)
    if (first !== 0) moments = first < 0 ? [] : moments.slice(first)
  }
  return {
    used(now) {
      forget(now)
      return moments.length
    },
    add(at) {
      const isLate = at < (moments.at(-1) ?? at)
      moments.push(at)
      if (isLate) moments.sort((a, b) => a - b)
    },
    freeAt(now, max) {
      forget(now)
      const last = moments[moments.length - max]
      return last === undefined ? now : last + ms
    },
  }
}

export function createCounter(kind: 'fixed' | 'rolling', ms: number): Counter {
  return kind === 'fixed' ? createFixed(ms) : createRolling(ms)
}
