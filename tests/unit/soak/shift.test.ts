import { writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { linesOf } from '../../soak/figures'
import { liveShift } from '../../soak/shift'

// `npm run soak` lives eight hours of it.
const hours = Number(process.env.SOAK_HOURS ?? 0.5)
const seed = Number(process.env.SOAK_SEED ?? 1)
vi.setConfig({ testTimeout: 60_000 + hours * 300_000 })

test('a shift in bad weather: every call rings, what is shown is true, and orders go out once and in time', async () => {
  const figures = await liveShift({ hours, seed })
  const file = process.env.MINIDESK_FIGURES
  if (file) writeFileSync(file, JSON.stringify(figures))
  expect(figures.alerts.shown).toBeGreaterThan(hours * 10)
  expect(linesOf(figures).filter(({ isKept }) => !isKept)).toEqual([])
})
