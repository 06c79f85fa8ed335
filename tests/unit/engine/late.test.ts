/** What waited too long for a token, or for the command before it, after it had its turn. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCircuit } from '~/engine/circuit'
import { createHttp } from '~/engine/http'
import { createThrottle } from '~/engine/throttle'
import { failureOf } from '~/genesys/errors'
import { type Emulator, startEmulator } from '../../contract/emulator'
import { createManualClock } from '../../manual-clock'
import { signIn } from '../emulator/visitor'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.stop())

/** Ten seconds pass while it is made ready for the second time. */
async function call(operation: 'createChannel' | 'getMe') {
  const { token } = await signIn(emulator)
  const clock = createManualClock()
  let [asked, sent] = [0, 0]
  const http = createHttp({
    ...{ clock, api: () => emulator.api },
    throttle: createThrottle(clock, { perMinute: 300, perUser: 3000, endpoints: [] }),
    ...{ circuit: () => createCircuit(clock, () => 0), random: () => 0 },
    bearer: {
      ...{ login: () => 1, token: () => token, refused: () => {} },
      async ready() {
        if (++asked === 2) clock.advance(10_000)
      },
    },
    async fetch(input, init) {
      sent++
      return fetch(input, init)
    },
  })
  const end = await http.call(operation, {}).catch((error) => failureOf(error, operation))
  return { end, sent }
}

test('a command is not sent when its time is over', async () => {
  const { end, sent } = await call('createChannel')
  expect(end).toEqual({ kind: 'expired', outcome: 'refused', operation: 'createChannel' })
  expect(sent).toBe(0)
})

test('a read is as good as ever', async () => {
  const { end, sent } = await call('getMe')
  expect(end).toMatchObject({ name: 'Ana Ruiz' })
  expect(sent).toBe(1)
})
