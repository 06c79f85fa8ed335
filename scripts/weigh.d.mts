// For the tests, which are TypeScript; the shapes are explained in weigh.mjs.
export type Part = 'main' | 'engine' | 'css'
export type Built = { name: string; part: Part; bytes: Uint8Array }
export type Row = { name: string; part: Part; raw: number; gzip: number }
export type Sizes = { js: number; main: number; css: number }
export function measure(
  files: Built[],
  budget: Sizes,
): { rows: Row[]; sizes: Sizes; faults: string[] }
export function collect(dist: string, firstScreen: string[]): Built[]

export function collectDesk(dist: string, first: readonly Built[], seldom: readonly string[]): Row[]
