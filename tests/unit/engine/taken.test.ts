import { afterEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { openListening } from './listening'
import type { Stage } from './stage'

let stage: Stage
afterEach(() => stage.stop())

describe('what the platform says of the channel itself', () => {
  test('another connection that takes it is told, and left in peace until somebody takes it back', async () => {
    const opened = await openListening()
    stage = opened.stage
    const { page, listen, clock } = opened
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    const thief = new WebSocket(stage.opened[0] ?? '')
    await eventually(page.connection).toEqual({ state: 'taken', by: 'same-app' })
    clock.advance(60_000)
    await page.send({ kind: 'online' })
    expect(thief.readyState).toBe(WebSocket.OPEN)
    await page.send({ kind: 'reconnect' })
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    thief.close()
  })

  test('a token that is revoked ends the sign-in in place, without anybody asking', async () => {
    const opened = await openListening()
    stage = opened.stage
    const { page, listen, emulator } = opened
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await control(emulator, 'POST', '/tokens/revoke', {})
    await eventually(page.session).toMatchObject({
      state: 'signed-in',
      standing: { state: 'ended' },
    })
  })
})
