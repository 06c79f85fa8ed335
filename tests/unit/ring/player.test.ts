import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPlayer } from '~/ring/player'
import { standard, written } from '~/ring/score'
import { settled } from '../settled'

const other = written(1, 0.5, [[0, 0.5, 440]])

interface Source {
  loop: boolean
  started: boolean
  stopped: number | undefined
  gain: FakeGain
}

class FakeGain {
  gain = {
    value: 1,
    setTargetAtTime(value: number) {
      this.value = value
    },
  }
  connect = (next: unknown) => next
}

let sources: Source[] = []
let context: FakeAudio
/** Whether the browser lets a page sound. */
let isAllowed = true

/** The part of the browser's audio that the player uses. */
class FakeAudio {
  state = 'suspended'
  currentTime = 0
  destination = {}
  onstatechange = () => {}
  constructor() {
    context = this
  }
  async resume() {
    if (isAllowed) this.become('running')
  }
  async close() {
    this.state = 'closed'
  }
  become(state: string) {
    this.state = state
    this.onstatechange()
  }
  createGain() {
    return new FakeGain()
  }
  createBuffer() {
    return { copyToChannel() {} }
  }
  createBufferSource() {
    const source = {
      loop: false,
      started: false,
      stopped: undefined as number | undefined,
      gain: new FakeGain(),
      connect(next: FakeGain) {
        source.gain = next
        return next
      },
      start() {
        source.started = true
      },
      stop(at: number) {
        source.stopped = at
      },
    }
    sources.push(source)
    return source
  }
}

beforeEach(() => {
  sources = []
  isAllowed = true
  vi.stubGlobal('AudioContext', FakeAudio)
})
afterEach(() => vi.unstubAllGlobals())

const sounding = () => sources.filter(({ stopped }) => stopped === undefined)

describe('the player', () => {
  test('sounds a loop by the audio’s own clock until it is told to stop, and fades it out', async () => {
    const player = createPlayer()
    await settled()
    player.loop({ score: standard, volume: 100 })
    expect(sounding()).toMatchObject([{ loop: true, started: true }])
    player.loop(undefined)
    expect(sounding()).toEqual([])
    expect(sources[0]?.gain.gain.value).toBe(0)
    expect(sources[0]?.stopped).toBeGreaterThan(context.currentTime)
  })

  test('goes on with the same tone and turns it down, and changes to another', async () => {
    const player = createPlayer()
    await settled()
    player.loop({ score: standard, volume: 100 })
    player.loop({ score: standard, volume: 50 })
    expect(sources).toHaveLength(1)
    expect(sources[0]?.gain.gain.value).toBe(0.25)
    player.loop({ score: other, volume: 50 })
    expect(sounding()).toHaveLength(1)
    expect(sources).toHaveLength(2)
  })

  test('rings as often as it is told', async () => {
    const player = createPlayer()
    await settled()
    player.loop({ score: standard, volume: 100, times: 3 })
    expect(sources[0]?.stopped).toBeCloseTo(3 * standard.period)
  })

  test('rings as often once more for another call, and not for one of them that goes', async () => {
    const player = createPlayer()
    await settled()
    const thrice = (turn: number) => player.loop({ score: standard, volume: 100, times: 3, turn })
    thrice(1)
    context.currentTime = 60
    thrice(2)
    thrice(2)
    expect(sources.map(({ started }) => started)).toEqual([true, true])
    expect(sources[1]?.stopped).toBeCloseTo(60 + 3 * standard.period)
  })

  test('plays nothing once that nobody would hear, lest it comes late', async () => {
    isAllowed = false
    const player = createPlayer()
    await settled()
    expect(player.sounds()).toBe(false)
    player.once(standard, 100)
    expect(sources).toEqual([])
    isAllowed = true
    await player.arm()
    expect(player.sounds()).toBe(true)
    player.once(standard, 100)
    expect(sources).toMatchObject([{ loop: false, started: true }])
  })

  test('says when the browser takes the sound away, and is armed again', async () => {
    const player = createPlayer()
    await settled()
    expect(player.sounds()).toBe(true)
    context.become('interrupted')
    expect(player.sounds()).toBe(false)
    expect(await player.arm()).toBe(true)
  })

  test('opens the audio anew when it was closed, and rings on', async () => {
    const player = createPlayer()
    await settled()
    player.loop({ score: standard, volume: 100 })
    const first = context
    first.become('closed')
    expect(await player.arm()).toBe(true)
    expect(context).not.toBe(first)
    expect(sources).toHaveLength(2)
    player.loop(undefined)
    expect(sources[1]?.stopped).toBeDefined()
  })

  test('stays where it sounds when it cannot be led elsewhere', async () => {
    const player = createPlayer()
    expect(await player.lead(() => Promise.reject(new Error('gone')))).toBe(false)
    player.loop({ score: standard, volume: 100 })
    expect(sounding()).toHaveLength(1)
  })
})
