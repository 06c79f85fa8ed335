/** Falls at a reset and at the end: what waits on its way to an answer then is over. */
export interface Curtain {
  /** Runs `over` when it falls next; the answer calls that off. */
  onFall(over: () => void): () => void
  fall(): void
}

export function createCurtain(): Curtain {
  const waiting = new Set<() => void>()
  return {
    onFall(over) {
      waiting.add(over)
      return () => void waiting.delete(over)
    },
    fall() {
      const all = [...waiting]
      waiting.clear()
      for (const over of all) over()
    },
  }
}
