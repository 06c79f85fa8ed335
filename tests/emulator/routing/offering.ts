/** Who gets the next call: pure decisions. */

export interface Candidate {
  readonly userId: string
  /** Idle since. */
  readonly since: number
}

/** The agent idle longest, of those who may be rung. */
export function chooseAgent(candidates: readonly Candidate[]): Candidate | undefined {
  return [...candidates].sort((a, b) => a.since - b.since)[0]
}

/** Waiting calls in the order they are served: priority first, then the longest wait. */
export function inOrder<T extends { readonly priority: number; readonly since: number }>(
  waiting: readonly T[],
): T[] {
  return [...waiting].sort((a, b) => b.priority - a.priority || a.since - b.since)
}
