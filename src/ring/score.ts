/** A sound as it is written down; `render.ts` makes the samples of it. */

export interface Note {
  /** Seconds from the beginning. */
  readonly at: number
  /** Seconds. */
  readonly lasts: number
  readonly hertz: number
  /** Of what may sound at all, 0 to 1. */
  readonly loud: number
}

export interface Score {
  readonly notes: readonly Note[]
  /** Seconds after which it begins again, where it is repeated. */
  readonly period: number
}

/** Notes of the same loudness, each `[at, lasts, hertz]`. */
export const written = (
  period: number,
  loud: number,
  notes: readonly (readonly [number, number, number])[],
): Score => ({
  period,
  notes: notes.map(([at, lasts, hertz]) => ({ at, lasts, hertz, loud })),
})

/** What calls ring with, unless the agent has chosen something else. */
export const standard = written(2.4, 0.5, [
  [0, 0.95, 660],
  [0.22, 0.95, 880],
])
