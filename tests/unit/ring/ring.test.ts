import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRing } from '~/ring/ring'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

/** How many notes the browser was asked to sound. */
let notes = 0

/** The part of the browser's audio that the ring uses; it runs from the first `resume` on. */
class Audio {
  state = 'suspended'
  currentTime = 0
  destination = {}
  async resume() {
    this.state = 'running'
  }
  createGain() {
    const ramp = () => {}
    const gain = {
      setValueAtTime: ramp,
      linearRampToValueAtTime: ramp,
      exponentialRampToValueAtTime: ramp,
    }
    return { gain, connect: (next: unknown) => next }
  }
  createOscillator() {
    return { frequency: {}, connect: (next: unknown) => next, start: () => notes++, stop() {} }
  }
}

beforeEach(() => {
  notes = 0
  vi.stubGlobal('AudioContext', Audio)
})
afterEach(() => vi.unstubAllGlobals())

async function createArmed() {
  const clock = createManualClock()
  const ring = createRing(clock, () => {})
  ring.arm()
  await settled()
  return { clock, ring }
}

describe('the ring', () => {
  test('sounds at once and again until it is told to stop', async () => {
    const { clock, ring } = await createArmed()
    ring.set(true)
    expect(notes).toBe(2)
    clock.advance(2_400)
    expect(notes).toBe(4)
    ring.set(false)
    clock.advance(60_000)
    expect(notes).toBe(4)
    expect(clock.waiting).toBe(0)
  })

  test('is not begun anew by a second call', async () => {
    const { ring } = await createArmed()
    ring.set(true)
    ring.set(true)
    expect(notes).toBe(2)
  })

  test('that the browser kept silent sounds as soon as the page is clicked', async () => {
    const clock = createManualClock()
    const armed = vi.fn()
    const ring = createRing(clock, armed)
    ring.set(true)
    clock.advance(60_000)
    expect(notes).toBe(0)
    ring.arm()
    await settled()
    expect(armed).toHaveBeenCalledOnce()
    expect(notes).toBe(2)
  })

  test('that has ended before the page is clicked stays silent', async () => {
    const ring = createRing(createManualClock(), () => {})
    ring.set(true)
    ring.set(false)
    ring.arm()
    await settled()
    expect(notes).toBe(0)
  })
})
