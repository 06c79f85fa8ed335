import { describe, expect, test } from 'vitest'
import { openBrowser } from './browser'
import { authorizeUrl, control, type Emulator, exchange, withEmulator } from './visitor'

const silently = (emulator: Emulator, change: Record<string, string> = {}) =>
  authorizeUrl(emulator, { prompt: 'none', ...change })

function honoured(body: (emulator: Emulator) => Promise<void>) {
  return () => withEmulator(body, { switches: { silentPrompt: 'honoured' } })
}

/** Signs Ana in at the login host, with her consent or without. */
async function someone(emulator: Emulator, decision: 'Allow' | 'Deny' = 'Allow') {
  const browser = openBrowser(emulator)
  const page = await browser.press(await browser.open(authorizeUrl(emulator)), 'Ana Ruiz')
  await browser.press(page, decision)
  return browser
}

describe('prompt=none, where it is honoured', () => {
  test(
    'brings a code at once for who is signed in and has allowed the client',
    honoured(async (emulator) => {
      const { status, url } = await (await someone(emulator)).open(silently(emulator))
      expect([status, url.searchParams.get('state')]).toEqual([0, 'somewhere'])
      expect((await exchange(emulator, url.searchParams.get('code') ?? '')).status).toBe(200)
    }),
  )

  test.each([
    ['nobody is signed in', 'login_required', async (emulator: Emulator) => openBrowser(emulator)],
    [
      'the login has been ended',
      'login_required',
      async (emulator: Emulator) => {
        const browser = await someone(emulator)
        await browser.open(`${emulator.login}/logout?client_id=minidesk-local`)
        return browser
      },
    ],
    [
      'the client has never been allowed',
      'consent_required',
      (emulator: Emulator) => someone(emulator, 'Deny'),
    ],
    [
      'the organisation has not authorized the client',
      'consent_required',
      async (emulator: Emulator) => {
        const browser = await someone(emulator)
        await control(emulator, 'PATCH', '/clients/minidesk-local', { state: 'pending' })
        return browser
      },
    ],
  ] as const)('says by redirect that %s: %s', (_what, error, visit) =>
    honoured(async (emulator) => {
      const browser = await visit(emulator)
      const { status, url } = await browser.open(silently(emulator))
      expect(status).toBe(0)
      const told = { error, error_description: expect.any(String), state: 'somewhere' }
      expect(Object.fromEntries(url.searchParams)).toEqual(told)
    })(),
  )

  test(
    'asks no identity provider, and leads nobody where no answer may go',
    honoured(async (emulator) => {
      const { open } = openBrowser(emulator)
      const okta = await open(silently(emulator, { org: 'larkfield', provider: 'okta' }))
      expect(okta.url.searchParams.get('error')).toBe('login_required')
      const elsewhere = { redirect_uri: 'https://elsewhere.example/' }
      expect((await open(silently(emulator, elsewhere))).status).toBe(400)
      const disabled = await open(silently(emulator, { client_id: 'minidesk-disabled' }))
      expect(disabled.status).toBe(400)
    }),
  )
})

describe('the opener of the login host’s pages', () => {
  const policy = 'cross-origin-opener-policy'

  test('is let go as the switch says, on every page and on nothing else', () =>
    withEmulator(async (emulator) => {
      const addresses = [authorizeUrl(emulator), `${emulator.login}/logout`, `${emulator.login}/no`]
      const policies = () =>
        Promise.all(addresses.map(async (url) => (await fetch(url)).headers.get(policy)))
      expect(await policies()).toEqual([null, null, null])
      for (const loginOpener of ['same-origin', 'same-origin-allow-popups'] as const) {
        await control(emulator, 'POST', '/switches', { loginOpener })
        expect(await policies()).toEqual([loginOpener, loginOpener, loginOpener])
      }
      const token = await fetch(`${emulator.login}/oauth/token`, { method: 'POST' })
      expect(token.headers.has(policy)).toBe(false)
    }))
})
