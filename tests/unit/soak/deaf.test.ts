import { writeFileSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'
import { type DeafFigures, liveDeaf } from '../../soak/deaf'
import { deafLinesOf } from '../../soak/figures'

// `npm run soak` lives an hour of each.
const minutes = process.env.SOAK_HOURS ? 60 : 10
const seed = Number(process.env.SOAK_SEED ?? 1)
vi.setConfig({ testTimeout: 600_000 })

const all: DeafFigures[] = []
afterAll(() => {
  const file = process.env.MINIDESK_FIGURES
  if (file) writeFileSync(file, JSON.stringify(all))
})

test.each([
  ['refused', 'refused'],
  ['cut as soon as they are open', 'cut'],
] as const)(
  'sockets that are %s: calls ring all the same, and no more is asked than a fixed pace',
  async (_how, sockets) => {
    const figures = await liveDeaf(sockets, { minutes, seed })
    all.push(figures)
    expect(figures.calls).toBeGreaterThan(0)
    expect(deafLinesOf(figures).filter(({ isKept }) => !isKept)).toEqual([])
  },
)
