import { describe, expect, test } from 'vitest'
import { buttonsOf, linkOf, openBrowser, type Page } from './browser'
import { authorizeUrl, control, type Emulator, exchange, withEmulator } from './visitor'

const pending = (emulator: Emulator) => authorizeUrl(emulator, { client_id: 'minidesk-pending' })
const teamLead = 'Fatima Al-Zahra Benjelloun'

async function stateOf(emulator: Emulator, client: string): Promise<string> {
  const { clients } = (await control(emulator, 'GET', '/state')).body
  return clients.find(({ id }: { id: string }) => id === client).state
}

const answerOf = ({ url }: Page) => Object.fromEntries(url.searchParams)

describe('a client that is not authorized yet', () => {
  test('is authorized for everybody by one who may, and the log-in goes on', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const asked = await browser.press(await browser.open(pending(emulator)), teamLead)
      expect(asked.status).toBe(200)
      expect(asked.text).toContain('Authorize Minidesk Trial?')
      expect(buttonsOf(asked)).toEqual(['Authorize', 'Deny'])
      const consent = await browser.press(asked, 'Authorize')
      expect(consent.text).toContain('Allow Minidesk Trial?')
      const { code = '' } = answerOf(await browser.press(consent, 'Allow'))
      expect((await exchange(emulator, code, { client_id: 'minidesk-pending' })).status).toBe(200)

      const other = openBrowser(emulator)
      const next = await other.press(await other.open(pending(emulator)), 'Ana Ruiz')
      expect(next.text).toContain('Allow Minidesk Trial?')
      await control(emulator, 'POST', '/reset')
      expect(await stateOf(emulator, 'minidesk-pending')).toBe('pending')
    }))

  test('goes without when that is denied, and stays as it is', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const asked = await browser.press(await browser.open(pending(emulator)), teamLead)
      expect(answerOf(await browser.press(asked, 'Deny'))).toEqual({
        error: 'access_denied',
        error_description: expect.any(String),
        state: 'somewhere',
      })
      expect(await stateOf(emulator, 'minidesk-pending')).toBe('pending')
    }))

  test('is out of reach for others: a page says whom to ask, and lets them sign in', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const told = await browser.press(await browser.open(pending(emulator)), 'Ana Ruiz')
      expect(told.status).toBe(403)
      expect(told.text).toContain('An administrator must authorize Minidesk Trial')
      expect(told.text).toContain(`Ask ${teamLead}.`)
      expect(buttonsOf(told)).toEqual([])
      const login = await browser.open(linkOf(told, 'Sign in as somebody else'))
      expect((await browser.press(login, teamLead)).text).toContain('Authorize Minidesk Trial?')
    }))

  test('is not authorized by whoever sends the form without the right', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const open = authorizeUrl(emulator)
      const consent = await browser.press(await browser.open(open), 'Ana Ruiz')
      await control(emulator, 'PATCH', '/clients/minidesk-local', { state: 'pending' })
      const [, transaction = ''] = /name="transaction" value="([^"]+)"/.exec(consent.text) ?? []
      const body = new URLSearchParams({ transaction, decision: 'authorize' })
      const answer = await fetch(`${emulator.login}/oauth/approve`, { method: 'POST', body })
      expect(answer.status).toBe(400)
      expect(await stateOf(emulator, 'minidesk-local')).toBe('pending')
    }))

  test('stays closed when it was closed while the form stood on the screen', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const asked = await browser.press(await browser.open(pending(emulator)), teamLead)
      await control(emulator, 'PATCH', '/clients/minidesk-pending', { state: 'revoked' })
      expect((await browser.press(asked, 'Authorize')).status).toBe(400)
      expect(await stateOf(emulator, 'minidesk-pending')).toBe('revoked')
    }))
})

describe('a client that is closed', () => {
  test.each([
    ['disabled', 'is disabled'],
    ['revoked', 'has revoked its authorization'],
  ])('(%s) is told on a page, and never by redirect', (state, words) =>
    withEmulator(async (emulator) => {
      await control(emulator, 'PATCH', '/clients/minidesk-disabled', { state })
      const url = authorizeUrl(emulator, { client_id: 'minidesk-disabled' })
      const answer = await fetch(url, { redirect: 'manual' })
      expect(answer.status).toBe(400)
      expect(answer.headers.get('location')).toBeNull()
      expect(await answer.text()).toContain(words)
    }),
  )

  test('gets no code for a consent given too late', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const consent = await browser.press(await browser.open(authorizeUrl(emulator)), 'Ana Ruiz')
      await control(emulator, 'DELETE', '/clients/minidesk-local')
      expect((await browser.press(consent, 'Allow')).status).toBe(400)
    }))

  test('whose grants are of another kind is sent back with an error', () =>
    withEmulator(async (emulator) => {
      const service = { redirectUris: ['http://localhost:5173/callback.html'] }
      await control(emulator, 'PATCH', '/clients/minidesk-service', service)
      const url = authorizeUrl(emulator, { client_id: 'minidesk-service' })
      const page = await openBrowser(emulator).open(url)
      expect(answerOf(page)).toMatchObject({ error: 'unauthorized_client', state: 'somewhere' })
    }))
})

describe('consent', () => {
  test('is remembered for the user and the client, over log-ins, until the reset', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const enter = async (user: string, change: Record<string, string> = {}) => {
        const url = authorizeUrl(emulator, { prompt: 'login', ...change })
        return browser.press(await browser.open(url), user)
      }
      const asked = await enter('Ana Ruiz')
      expect(asked.text).toContain('Allow Minidesk?')
      await browser.press(asked, 'Allow')
      expect(answerOf(await enter('Ana Ruiz'))).toHaveProperty('code')
      expect((await enter('Ben Okafor')).text).toContain('Allow Minidesk?')
      const other = await enter('Ana Ruiz', { client_id: 'minidesk-code' })
      expect(other.text).toContain('Allow Minidesk Server?')
      await control(emulator, 'POST', '/reset')
      expect((await enter('Ana Ruiz')).text).toContain('Allow Minidesk?')
    }))

  test('that was denied is asked for again', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const asked = await browser.press(await browser.open(authorizeUrl(emulator)), 'Ana Ruiz')
      await browser.press(asked, 'Deny')
      expect((await browser.open(authorizeUrl(emulator))).text).toContain('Allow Minidesk?')
    }))

  test('is asked for anew when the client gets other scopes', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const asked = await browser.press(await browser.open(authorizeUrl(emulator)), 'Ana Ruiz')
      await browser.press(asked, 'Allow')
      await control(emulator, 'PATCH', '/clients/minidesk-local', { scopes: ['users'] })
      const again = await browser.open(authorizeUrl(emulator))
      expect(again.text).toContain('<code>users</code>')
      expect(buttonsOf(again)).toEqual(['Allow', 'Deny'])
    }))
})
