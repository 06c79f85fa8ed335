import { afterEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { OpenSocket } from '~/engine/socket'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { openListening, states } from './listening'
import type { Stage } from './stage'

let stage: Stage
afterEach(() => stage.stop())

async function open(openSocket?: OpenSocket) {
  const opened = await openListening(openSocket)
  stage = opened.stage
  return opened
}

const channels = () => stage.requests('postNotificationsChannels')

describe('a notification socket that is in trouble', () => {
  test('whose channel is gone gets a new one', async () => {
    let gone = false
    const { page, clock, listen, drop } = await open((url) => {
      // The path of a channel that nobody has made.
      return new WebSocket(gone ? `${url}-gone` : url)
    })
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    gone = true
    await drop()
    await eventually(page.connection).toMatchObject({ state: 'waiting' })
    clock.advance(500)
    await eventually(() => states(page).filter((state) => state === 'waiting').length).toBe(2)
    gone = false
    clock.advance(1_000)
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    expect(await channels()).toHaveLength(2)
    expect(stage.opened[2]).not.toBe(stage.opened[0])
  })

  test('that nothing lets through is tried in one channel: another is made after five minutes, and no sooner', async () => {
    const blocked = 'ws://127.0.0.1:9/'
    const { page, clock, listen } = await open(() => new WebSocket(blocked))
    await listen()
    const begun = clock.now()
    for (let turn = 1; (await channels()).length < 2; turn++) {
      const waits = () => states(page).filter((state) => state === 'waiting').length
      await eventually(waits).toBe(turn)
      const now = page.connection()
      clock.advance(now?.state === 'waiting' ? now.retryAt - clock.now() : 0)
    }
    expect(clock.now() - begun).toBeGreaterThanOrEqual(300_000)
    expect(clock.now() - begun).toBeLessThan(350_000)
  })

  test('whose channel cannot be made is tried again, more and more slowly', async () => {
    const { page, clock, emulator, listen } = await open()
    const fault = { kind: 'status', status: 503, path: '/api/v2/notifications/**', times: 3 }
    await control(emulator, 'POST', '/faults', fault)
    await listen()
    for (const wait of [500, 1_000, 2_000]) {
      await eventually(page.connection).toEqual({ state: 'waiting', retryAt: clock.now() + wait })
      clock.advance(wait)
    }
    await eventually(page.connection).toEqual({ state: 'live', epoch: 1 })
  })

  test('that closes right after it opened is tried again more and more slowly', async () => {
    const { page, clock, listen } = await open((url) => {
      const socket = new WebSocket(url)
      socket.on('open', () => socket.terminate())
      return socket
    })
    await listen()
    const waits: number[] = []
    for (let turn = 1; turn <= 4; turn++) {
      await eventually(() => states(page).filter((state) => state === 'waiting').length).toBe(turn)
      const now = page.connection()
      const wait = now?.state === 'waiting' ? now.retryAt - clock.now() : 0
      waits.push(wait)
      clock.advance(wait)
    }
    // Each opening reads the whole desk again: at this pace the allowance would be gone in seconds.
    expect(waits).toEqual([500, 1_000, 2_000, 4_000])
  })

  test('that was open for a while begins anew with the shortest wait', async () => {
    const { page, clock, listen, drop } = await open()
    await listen()
    for (let turn = 1; turn <= 3; turn++) {
      await eventually(page.connection).toMatchObject({ state: 'live', epoch: turn })
      clock.advance(12_000)
      await drop()
      await eventually(page.connection).toEqual({ state: 'waiting', retryAt: clock.now() + 500 })
      clock.advance(500)
    }
  })
})
