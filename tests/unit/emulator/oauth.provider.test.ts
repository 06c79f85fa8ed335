import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { buttonsOf, linkOf, openBrowser } from './browser'
import { authorizeUrl, control, type Emulator, exchange, withEmulator } from './visitor'

const org = 'Larkfield Home Services'
const okta = (emulator: Emulator, change: Record<string, string> = {}) =>
  authorizeUrl(emulator, { org, provider: 'okta', ...change })

describe('the identity provider of the organisation', () => {
  test('signs in, and sends back to the consent and the code', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const page = await browser.open(okta(emulator))
      expect(page.url.pathname).toBe('/idp/okta')
      expect(page.text).toContain('<h1>Sign in at okta</h1>')
      expect(buttonsOf(page)).toHaveLength(13)
      const consent = await browser.press(page, 'Ben Okafor')
      expect(consent.text).toContain('Allow Minidesk?')
      const { url } = await browser.press(consent, 'Allow')
      expect(url.searchParams.get('state')).toBe('somewhere')
      const code = url.searchParams.get('code') ?? ''
      expect((await exchange(emulator, code)).status).toBe(200)
      const { tokens, users } = (await control(emulator, 'GET', '/state')).body
      expect(tokens[0].userId).toBe(users[1].id)
      expect((await browser.open(okta(emulator))).url.searchParams.has('code')).toBe(true)
      const again = await browser.open(okta(emulator, { prompt: 'login' }))
      expect(again.url.pathname).toBe('/idp/okta')
    }))

  test('may know somebody whom the organisation does not: a page says so', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const page = await browser.press(await browser.open(okta(emulator)), 'Noor Haddad')
      expect(page.status).toBe(403)
      expect(page.text).toContain(`you are no user of ${org}`)
      expect((await browser.open(authorizeUrl(emulator))).text).toContain('Genesys Cloud (local)')
    }))

  test.each([
    ['no provider', { org }],
    ['no organisation', { provider: 'okta' }],
    ['another organisation', { org: 'Elsewhere', provider: 'okta' }],
    ['a provider nobody can be', { org, provider: '../logout' }],
  ])('is refused on a page with %s', (_what, change) =>
    withEmulator(async (emulator) => {
      const page = await openBrowser(emulator).open(authorizeUrl(emulator, change))
      expect(page.status).toBe(400)
      expect(page.text).toContain('This log-in cannot go on')
    }),
  )

  test('is found by the organisation’s short name too', () =>
    withEmulator(async (emulator) => {
      const page = await openBrowser(emulator).open(okta(emulator, { org: 'larkfield' }))
      expect(page.url.pathname).toBe('/idp/okta')
    }))

  test('has forms that are good once, and for itself', () =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const page = await browser.open(okta(emulator))
      await browser.press(page, 'Ben Okafor')
      expect((await browser.press(page, 'Ben Okafor')).status).toBe(400)
      const fresh = await browser.open(okta(emulator, { prompt: 'login' }))
      for (const path of ['/oauth/login', '/idp/adfs']) {
        const text = fresh.text.replace('/idp/okta', path)
        expect((await browser.press({ ...fresh, text }, 'Ben Okafor')).status).toBe(400)
      }
    }))
})

describe('an identity provider that goes wrong', () => {
  const become = (emulator: Emulator, body: object) => control(emulator, 'POST', '/idp', body)

  test('may refuse: the application is told', () =>
    withEmulator(async (emulator) => {
      await become(emulator, { mode: 'deny' })
      const { url } = await openBrowser(emulator).open(okta(emulator))
      expect(Object.fromEntries(url.searchParams)).toEqual({
        error: 'access_denied',
        error_description: expect.stringContaining('okta'),
        state: 'somewhere',
      })
    }))

  test('may fail on a page of its own, while another one works', () =>
    withEmulator(async (emulator) => {
      await become(emulator, { provider: 'okta', mode: 'fail' })
      const browser = openBrowser(emulator)
      const failed = await browser.open(okta(emulator))
      expect(failed.status).toBe(500)
      expect(failed.text).toContain('Sign-in at okta failed')
      const other = await browser.open(okta(emulator, { provider: 'adfs' }))
      expect(other.text).toContain('Sign in at adfs')
      await become(emulator, { mode: 'ok' })
      expect((await browser.open(okta(emulator))).text).toContain('Sign in at okta')
    }))

  test('may send to and fro until the browser gives up', () =>
    withEmulator(async (emulator) => {
      await become(emulator, { mode: 'loop' })
      const browser = openBrowser(emulator)
      await expect(browser.open(okta(emulator))).rejects.toThrow('Too many redirects')
      await control(emulator, 'POST', '/reset')
      expect((await browser.open(okta(emulator))).status).toBe(200)
    }))

  test('may take its time', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        await become(emulator, { mode: 'slow', ms: 5000 })
        const { waiting } = clock
        const opening = openBrowser(emulator).open(okta(emulator))
        let came = false
        void opening.then(() => {
          came = true
        })
        await expect.poll(() => clock.waiting).toBe(waiting + 1)
        clock.advance(4999)
        await fetch(authorizeUrl(emulator))
        expect(came).toBe(false)
        clock.advance(1)
        expect((await opening).text).toContain('Sign in at okta')
      },
      { clock },
    )
  })
})

describe('a login_hint', () => {
  test.each(['ben.okafor@larkfield.example', `Ben.Okafor@larkfield.example:${org}`])(
    '%s shows that person alone, and the way to the others; nobody is signed in by it',
    (login_hint) =>
      withEmulator(async (emulator) => {
        const browser = openBrowser(emulator)
        const page = await browser.open(authorizeUrl(emulator, { login_hint }))
        expect(buttonsOf(page)).toEqual(['Ben Okafor'])
        const all = await browser.open(linkOf(page, 'Somebody else'))
        expect(buttonsOf(all)).toHaveLength(12)
        const consent = await browser.press(all, 'Ana Ruiz')
        const { url } = await browser.press(consent, 'Allow')
        expect(url.searchParams.get('state')).toBe('somewhere')
      }),
  )

  test.each([org, 'nobody@larkfield.example'])('%s shows everybody', (login_hint) =>
    withEmulator(async (emulator) => {
      const page = await openBrowser(emulator).open(authorizeUrl(emulator, { login_hint }))
      expect(buttonsOf(page)).toHaveLength(12)
      expect(page.text).not.toContain('Somebody else')
    }),
  )

  test('is heard at the identity provider too', () =>
    withEmulator(async (emulator) => {
      const login_hint = 'ben.okafor@larkfield.example'
      const browser = openBrowser(emulator)
      const page = await browser.open(okta(emulator, { login_hint }))
      expect(buttonsOf(page)).toEqual(['Ben Okafor'])
      const all = await browser.open(linkOf(page, 'Somebody else'))
      expect(buttonsOf(all)).toContain('Noor Haddad')
    }))
})

describe('what is asked for and ignored', () => {
  const ignored: Record<string, string>[] = [
    { target: 'a0a0' },
    { prompt: 'none' },
    { prompt: 'consent' },
  ]

  test.each(ignored)('%o', (change) =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const page = await browser.open(authorizeUrl(emulator, change))
      expect(page.text).toContain('Genesys Cloud (local)')
      await browser.press(await browser.press(page, 'Ana Ruiz'), 'Allow')
      const { url } = await browser.open(authorizeUrl(emulator, change))
      expect(url.searchParams.has('code')).toBe(true)
    }),
  )
})
