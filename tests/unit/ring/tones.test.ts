import { describe, expect, test } from 'vitest'
import { rate, render } from '~/ring/render'
import { callTones, tones } from '~/ring/tones'

const peakOf = (samples: Float32Array) =>
  samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0)

const all = Object.entries({ ...callTones, ...tones })

describe.each(all)('the tone %s', (name, score) => {
  const samples = render(score)

  test('is as long as its period, and nothing is cut off', () => {
    expect(samples).toHaveLength(Math.round(score.period * rate))
    for (const { at, lasts } of score.notes) expect(at + lasts).toBeLessThanOrEqual(score.period)
  })

  test('can be heard, and is never louder than the loudest', () => {
    const peak = peakOf(samples)
    expect(peak).toBeGreaterThan(0.15)
    expect(peak).toBeLessThanOrEqual(1)
  })

  test('does not click: it begins and ends in silence, also where it begins again', () => {
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001)
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01)
    // No step is greater than the fastest wave in it makes at full strength.
    const highest = Math.max(...score.notes.map(({ hertz }) => hertz))
    const loudest = score.notes.reduce((sum, { loud }) => sum + loud, 0)
    const most = (2 * Math.PI * highest * loudest) / rate
    const steps = samples.map((one, at) => Math.abs(one - (samples[at - 1] ?? 0)))
    expect(peakOf(steps)).toBeLessThanOrEqual(most)
  })

  test('is like no other', () => {
    const same = all.filter(([, other]) => JSON.stringify(other) === JSON.stringify(score))
    expect(same.map(([one]) => one)).toEqual([name])
  })
})

test('the beep beside a talk is short, soft and far from the next', () => {
  const samples = render(tones.waiting)
  const heard = samples.filter((one) => Math.abs(one) > 0.01).length / rate
  expect(heard).toBeLessThan(0.5)
  expect(tones.waiting.period).toBeGreaterThanOrEqual(5)
  expect(peakOf(samples)).toBeLessThan(peakOf(render(callTones.soft)))
})
