import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { listen, patience } from '../../emulator/http/listen'
import { createManualClock } from '../../manual-clock'
import { openRaw } from './raw-line'
import { control, signIn, withEmulator } from './visitor'

/** It is still there, and does its work. */
async function isWell(emulator: Emulator): Promise<void> {
  const { ask } = await signIn(emulator)
  expect((await ask('GET', '/users/me')).status).toBe(200)
  expect((await control(emulator, 'GET', '/state')).status).toBe(200)
}

const close = 'host: localhost\r\nconnection: close\r\n'
const me = '/api/v2/users/me'

describe('whatever comes over the wire', () => {
  test.each([
    ['no HTTP', 'hello, is anybody there?\r\n\r\n', 400],
    ['another protocol', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400],
    ['an unknown word', `BREW /pot HTTP/1.1\r\n${close}\r\n`, 400],
    ['a wrong version', `GET / HTTP/9.9\r\n${close}\r\n`, 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    [
      'two lengths',
      `POST / HTTP/1.1\r\n${close}content-length: 1\r\ncontent-length: 2\r\n\r\nab`,
      400,
    ],
    ['a header with no name', `GET / HTTP/1.1\r\n: x\r\n${close}\r\n`, 400],
    ['too many headers', `GET ${me} HTTP/1.1\r\n${close}${'x-y: z\r\n'.repeat(4000)}\r\n`, 401],
    ['too large a header', `GET ${me} HTTP/1.1\r\n${close}x: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    ['a very long address', `GET /${'x'.repeat(70_000)} HTTP/1.1\r\n${close}\r\n`, 431],
    ['a long address', `GET ${me}?name=${'x'.repeat(15_000)} HTTP/1.1\r\n${close}\r\n`, 401],
    ['TRACE', `TRACE ${me} HTTP/1.1\r\n${close}\r\n`, 405],
    ['CONNECT', `CONNECT localhost:80 HTTP/1.1\r\n${close}\r\n`, 405],
    ['PROPFIND', `PROPFIND ${me} HTTP/1.1\r\n${close}\r\n`, 405],
    ['an asterisk', `OPTIONS * HTTP/1.1\r\n${close}\r\n`, 400],
    ['a whole address', `GET http://elsewhere.example${me} HTTP/1.1\r\n${close}\r\n`, 401],
    ['two slashes', `GET /${me} HTTP/1.1\r\n${close}\r\n`, 404],
    ['a way up', `GET ${me}/../../../../etc/passwd HTTP/1.1\r\n${close}\r\n`, 404],
    ['a hidden way up', `GET /api/v2/users/%2e%2e%2fme HTTP/1.1\r\n${close}\r\n`, 401],
    ['half a code', `GET /api/v2/users/%zz HTTP/1.1\r\n${close}\r\n`, 401],
    ['a zero', `GET /api/v2/users/%00 HTTP/1.1\r\n${close}\r\n`, 401],
    [
      'an upgrade',
      `GET ${me} HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade, close\r\n\r\n`,
      401,
    ],
    ['a wish', `POST ${me} HTTP/1.1\r\n${close}expect: miracles\r\ncontent-length: 0\r\n\r\n`, 417],
  ])('%s is answered, and the connection ends', (_what, text, status) =>
    withEmulator(async (emulator) => {
      const line = await openRaw(emulator.api)
      line.send(text)
      expect(await line.all).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      await isWell(emulator)
    }),
  )

  test('garbage after a good request leaves its answer as it is', () =>
    withEmulator(async (emulator) => {
      const line = await openRaw(emulator.api)
      line.send(`GET ${me} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
      await line.has('authentication.required')
      line.send('and now for something completely different\r\n\r\n')
      expect(await line.all).toMatch(/^HTTP\/1.1 401 [\s\S]*HTTP\/1.1 400 /)
      await isWell(emulator)
    }))

  test('every port answers what it is not for', () =>
    withEmulator(async (emulator) => {
      for (const url of [emulator.login, emulator.control, emulator.sockets]) {
        for (const method of ['GET', 'HEAD', 'TRACE', 'CONNECT', 'PUT']) {
          const line = await openRaw(url)
          line.send(`${method} /nowhere HTTP/1.1\r\n${close}\r\n`)
          expect(await line.all).toMatch(/^HTTP\/1.1 40[45] /)
        }
        const line = await openRaw(url)
        line.send(
          'GET /nowhere HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
        )
        expect(await line.has('\r\n\r\n')).toMatch(/^HTTP\/1.1 404 /)
        line.socket.destroy()
      }
      await isWell(emulator)
    }))

  test('a head that does not come is waited for only so long', async () => {
    const timeouts = { headersTimeout: 40, requestTimeout: 40, connectionsCheckingInterval: 10 }
    const listening = await listen((_request, response) => response.end(), 0, timeouts)
    try {
      const line = await openRaw(`http://localhost:${listening.port}`)
      line.send('GET / HTTP/1.1\r\nhost: ')
      expect(await line.all).toMatch(/^HTTP\/1.1 408 /)
    } finally {
      await listening.stop()
    }
    expect(patience.headersTimeout).toBeLessThanOrEqual(patience.requestTimeout)
  })

  test('a HEAD has no body, whatever it asks for', () =>
    withEmulator(async (emulator) => {
      const { token } = await signIn(emulator)
      for (const [path, status] of [
        ['tokens/me', 200],
        ['users/me', 405],
        ['nothing', 404],
      ]) {
        const headers = { authorization: `Bearer ${token}` }
        const answer = await fetch(`${emulator.api}/api/v2/${path}`, { method: 'HEAD', headers })
        expect(answer.status).toBe(status)
        expect(await answer.text()).toBe('')
      }
    }))
})

describe('a body', () => {
  const head = (length: number | 'chunked') =>
    `PUT /api/v2/users/x/routingstatus HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${
      length === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${length}`
    }\r\n\r\n`

  test('that never ends is answered, and then cut', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const line = await openRaw(emulator.api)
        line.send(head('chunked'))
        const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
        let isSending = true
        const send = () => {
          if (isSending) line.socket.write(chunk, () => setImmediate(send))
        }
        send()
        const told = await line.has('request.entity.too.large')
        expect(told).toMatch(/^HTTP\/1.1 413 [\s\S]*Maximum bytes: 512000/)
        await line.all
        isSending = false
        await isWell(emulator)
      },
      { clock },
    )
  })

  test('that is too large is answered when it has come, and the connection goes on', () =>
    withEmulator(async (emulator) => {
      const line = await openRaw(emulator.api)
      line.send(head(2_000_000))
      line.send('x'.repeat(2_000_000))
      await line.has('request.entity.too.large')
      line.send(`GET ${me} HTTP/1.1\r\n${close}\r\n`)
      expect(await line.all).toContain('HTTP/1.1 401 ')
    }))

  test('that does not come is waited for half a minute', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const line = await openRaw(emulator.api)
        const { waiting } = clock
        line.send(`${head(10)}{"a"`)
        await expect.poll(() => clock.waiting).toBe(waiting + 1)
        clock.advance(30_000)
        expect(await line.has('client.timeout')).toMatch(/^HTTP\/1.1 408 /)
        await line.all
        const { body } = await control(emulator, 'GET', '/requests')
        expect(body).toMatchObject([{ status: 408, effect: false }])
      },
      { clock },
    )
  })

  test('that breaks off is no request', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const line = await openRaw(emulator.api)
        const { waiting } = clock
        line.send(`${head(10)}{"a"`)
        await expect.poll(() => clock.waiting).toBe(waiting + 1)
        line.socket.resetAndDestroy()
        await expect.poll(() => clock.waiting).toBe(waiting)
        expect((await control(emulator, 'GET', '/requests')).body).toEqual([])
        await isWell(emulator)
      },
      { clock },
    )
  })

  test('of any depth is read', () =>
    withEmulator(async (emulator) => {
      const { token } = await signIn(emulator)
      for (const [open, end] of [
        ['[', ']'],
        ['{"query":[', ']}'],
        ['{"a":', '}'],
      ]) {
        const count = 40_000
        const answer = await fetch(`${emulator.api}/api/v2/users/search`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: `${open?.repeat(count)}1${end?.repeat(count)}`,
        })
        expect(answer.status).toBe(400)
      }
    }))
})
