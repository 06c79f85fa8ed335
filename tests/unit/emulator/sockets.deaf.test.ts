import { describe, expect, test } from 'vitest'
import { openRaw } from './raw-line'
import { control, listenTo, signIn, subscribe, withEmulator } from './visitor'

const megabyte = 'x'.repeat(1_000_000)
/** Far more than the network between the two ends takes in by itself. */
const most = 60

describe('a socket that nobody reads', () => {
  test('is cut when four megabytes wait for it, and the others live on', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const bystander = await listenTo(await signIn(emulator, 'Ben Okafor'), [])
      const { connectUri } = await subscribe(ana, [])
      const line = await openRaw(connectUri.replace('ws:', 'http:'))
      line.send(
        [
          `GET ${new URL(connectUri).pathname} HTTP/1.1`,
          'Host: localhost',
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
          '\r\n',
        ].join('\r\n'),
      )
      await line.has('101 Switching Protocols')
      line.socket.pause()
      const sendTo = async () => {
        const body = { userId: ana.userId, text: megabyte }
        return (await control(emulator, 'POST', '/sockets/send', body)).body.count
      }
      let sent = 0
      while (sent < most && (await sendTo()) === 1) sent += 1
      expect(sent).toBeGreaterThan(4)
      expect(sent).toBeLessThan(most)
      line.socket.resume()
      await line.all
      bystander.send('{"message":"ping"}')
      await bystander.next(({ eventBody }) => eventBody?.message === 'pong')
    }))

  test('is not taken for one that is read, however much it is sent', () =>
    withEmulator(async (emulator) => {
      const listener = await listenTo(await signIn(emulator), [])
      for (let sent = 0; sent < most; sent += 1) {
        const text = JSON.stringify({ sent, megabyte })
        await control(emulator, 'POST', '/sockets/send', { text })
        await listener.next((frame) => frame.sent === sent)
      }
      expect(listener.frames).toHaveLength(most)
    }))
})
