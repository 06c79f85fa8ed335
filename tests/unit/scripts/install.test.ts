import { describe, expect, test } from 'vitest'
import { firstDifference, nodeFits, whyFailed } from '../../../scripts/install.mjs'

describe('the Node version', () => {
  const range = '^20.19.0 || >=22.12.0'

  test.each(['20.19.0', '20.20.2', '22.12.0', '22.13.1', '24.0.0'])('%s fits', (version) => {
    expect(nodeFits(version, range)).toBe(true)
  })

  test.each(['18.20.8', '20.18.3', '21.7.0', '22.11.9'])('%s does not fit', (version) => {
    expect(nodeFits(version, range)).toBe(false)
  })

  test('a range of another form is refused, not guessed', () => {
    expect(() => nodeFits('20.19.0', '20.x')).toThrow('20.x')
  })
})

describe('what is installed', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/ky': { version: '2.1.0', integrity: 'sha512-a' },
    'node_modules/mac-only': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  }
  const ky = { version: '2.1.0', integrity: 'sha512-a' }

  test.each([
    ['is complete without the optional packages', { 'node_modules/ky': ky }, undefined],
    ['may hold more', { 'node_modules/ky': ky, 'node_modules/more': {} }, undefined],
    ['differs by an absent package', {}, 'node_modules/ky'],
    [
      'differs by another version',
      { 'node_modules/ky': { ...ky, version: '2.0.0' } },
      'node_modules/ky',
    ],
    [
      'differs by other content',
      { 'node_modules/ky': { ...ky, integrity: 'sha512-x' } },
      'node_modules/ky',
    ],
  ])('%s', (_, installed, difference) => {
    expect(firstDifference(wanted, installed, 'linux')).toBe(difference)
  })

  test('differs when it was made for another system', () => {
    const mac = { version: '1.0.0', integrity: 'sha512-b', os: ['darwin'] }
    const installed = { 'node_modules/ky': ky, 'node_modules/mac-only': mac }
    expect(firstDifference(wanted, installed, 'darwin')).toBeUndefined()
    expect(firstDifference(wanted, installed, 'linux')).toBe('node_modules/mac-only')
  })
})

describe('what is said when npm ci fails', () => {
  test.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:9'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND registry.npmjs.org'],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN registry.npmjs.org'],
    ['ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443'],
    ['ERR_SOCKET_TIMEOUT', 'Socket timeout'],
  ])('%s is the network, and one line', (code, reason) => {
    const output = `npm error code ${code}\nnpm error FetchError: request to https://registry.npmjs.org/ky failed, reason: ${reason}\nnpm error     at a stack\n`
    expect(whyFailed(output)).toBe(
      `The dependencies are not installed, and npm cannot reach its registry (${reason}): check the network and npm’s settings for it, then try again.`,
    )
  })

  test('anything else is said by npm, without its stack', () => {
    const output = [
      'npm error code EINTEGRITY',
      'npm error sha512-a integrity checksum failed',
      'npm error     at checkStream (ssri.js:10)',
      "npm error   code: 'EINTEGRITY',",
      'usage: npm ci',
    ].join('\n')
    expect(whyFailed(output)).toBe(
      'npm ci failed; the dependencies are not installed.\n    npm error code EINTEGRITY\n    npm error sha512-a integrity checksum failed',
    )
  })
})
