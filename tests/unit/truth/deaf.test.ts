import { describe, test } from 'vitest'
import { troubles } from './faults'
import { meet, named } from './matrix'
import { orders } from './orders'
import type { Scene } from './scene'
import { openings } from './stage'

const { open } = openings()

/** No event comes, and no new channel can be made. */
async function cut(scene: Scene) {
  const path = '/api/v2/notifications/channels'
  await scene.fault({ method: 'POST', path, kind: 'status', status: 503, times: 100 })
  await scene.control('POST', '/sockets/drop', {})
  await scene.pass(20)
}

/** It looks open; not even a heartbeat comes. */
const mute = (scene: Scene) => scene.control('POST', '/sockets/mute', {})

/** Silence is noticed after 10 s and a ping that is not answered in 5 s. */
const watch = 18_000

const names = [
  '400',
  '503 before the effect',
  '503 after the effect',
  'no answer before the effect',
  'no answer after the effect',
  '429 for two seconds',
  'an empty 202 before the effect',
  'an effect that comes after the time for an answer',
  'an effect that comes when it was called undone',
]
const worst = troubles.filter(({ name }) => names.includes(name))

describe.each([
  ['the socket is gone', { deafen: cut }],
  ['the socket is open but dead', { deafen: mute, recovery: watch }],
])('while %s', (_how, hearing) => {
  describe.each(named(orders))('%s', (_order, order) => {
    test.each(named(worst))('met with %s', async (_trouble, trouble) => {
      await meet(await open(), order, trouble, hearing)
    })
  })
})
