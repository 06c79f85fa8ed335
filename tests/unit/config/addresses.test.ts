import { describe, expect, test } from 'vitest'
import { redirectUriFor } from '~/config/config'
import { isLoopback } from '~/config/environment'
import { configOf, local } from '../fixtures/config'

describe('this machine', () => {
  test.each(['localhost', 'desk.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])('%s is', (host) => {
    expect(isLoopback(host)).toBe(true)
  })
  test.each([
    ...['localhost.evil.com', 'notlocalhost', '127.0.0.1.evil.com', '0.0.0.0', '10.0.0.1'],
    ...['192.168.1.1', '[::2]', '128.0.0.1', '', 'localhost.'],
  ])('%j is not', (host) => {
    expect(isLoopback(host)).toBe(false)
  })
})

describe('where a notification socket may live', () => {
  const region = configOf({ environment: 'mypurecloud.de' }).sites[0].environment
  const here = configOf().sites[0].environment
  const fixed = configOf({
    environment: { ...local.environment, sockets: 'ws://localhost:4512' },
  }).sites[0].environment

  test.each<[string, typeof here, boolean]>([
    ['wss://streaming.mypurecloud.de/channels/1', region, true],
    ['ws://streaming.mypurecloud.de/channels/1', region, false],
    ['wss://mypurecloud.de.evil.com/', region, false],
    ['wss://evilmypurecloud.de/', region, false],
    ['wss://streaming.mypurecloud.com/', region, false],
    ['ws://localhost:9/channels/1', here, true],
    ['wss://evil.example/', here, false],
    ['http://localhost:9/', here, false],
    ['ws://localhost:4512/channels/1', fixed, true],
    ['ws://localhost:4513/channels/1', fixed, false],
  ])('%s', (url, environment, allowed) => {
    expect(environment.allowsSocket(new URL(url))).toBe(allowed)
  })
})

describe('the redirect URI of a page', () => {
  const config = configOf({
    redirectUris: [
      'https://desk.example/callback.html',
      'https://desk.example/tools/minidesk/callback.html',
      'http://localhost:5173/callback.html',
    ],
  })

  test.each<[string, string, string | undefined]>([
    ['at the root', 'https://desk.example/', 'https://desk.example/callback.html'],
    [
      'in a sub-path',
      'https://desk.example/tools/minidesk/',
      'https://desk.example/tools/minidesk/callback.html',
    ],
    ['in another folder', 'https://desk.example/tools/', undefined],
    ['on another port', 'http://localhost:5174/', undefined],
    ['on another host', 'https://desk.example.evil.com/', undefined],
    ['by another scheme', 'http://desk.example/', undefined],
    ['that does not say where it is', '', undefined],
  ])('%s', (_what, folder, uri) => {
    expect(redirectUriFor(config, folder)).toBe(uri)
  })
})
