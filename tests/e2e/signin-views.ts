/** What can be seen before there is a desk, and where there is none any more; looked at as in views.ts. */
import type { Page } from '@playwright/test'
import { everyday } from './cast'
import { button, chooseAgent, expect, type Genesys, openAccount } from './desk'
import { attachEngine } from './engine'
import type { DeskHost } from './serve'
import { held, patient, said, type Views } from './views'

/** All that can be seen before there is a desk. */
export async function* signInViews(page: Page, host: DeskHost, genesys: Genesys): Views {
  const { login, api } = genesys
  const again = button(page, 'Try again')
  const exchange = { method: 'POST', path: '/oauth/token' }

  await host.setConfig({ environment: { login }, ['theme'.repeat(18)]: 'dark' })
  await page.goto(host.url)
  await expect(said(page)).toContainText('config.json')
  yield 'misconfigured'
  const redirectUris = [`${host.url}callback.html`]
  await host.setConfig({ environment: { login, api }, clientId: 'minidesk-local', redirectUris })
  await page.reload()
  await expect(button(page, 'Log in with Genesys Cloud')).toBeVisible()
  yield 'sign-in'
  await (await attachEngine(page)).kill()
  await expect(page.getByRole('heading', { name: 'Minidesk has stopped' })).toBeVisible(patient)
  yield 'stopped'
  await button(page, 'Start again').click()
  await button(page, 'Problems signing in?').click()
  await expect(page.getByText('Return address', { exact: true })).toBeVisible()
  yield 'problems signing in'
  const more = { ...{ clientId: 'minidesk-local', redirectUris }, regionName: 'Munich' }
  const otherRegions = [
    { name: `${'Enterprise '.repeat(5)}East`, environment: 'mypurecloud.ie', clientId: 'x' },
  ]
  await host.setConfig({ environment: { login, api }, ...more, otherRegions })
  await restartEngine(page)
  await expect(page.getByRole('combobox', { name: 'Region' })).toBeVisible()
  yield 'sign-in: several regions'
  await host.setConfig({ environment: { login, api }, clientId: 'minidesk-local', redirectUris })
  await restartEngine(page)
  await expect(page.getByRole('combobox')).toHaveCount(0)

  await page.goto(`${host.url}callback.html?code=x&state=y`)
  await expect(said(page)).toContainText('no log-in was waiting')
  yield 'sign-in: lost'
  await again.click()
  await chooseAgent(page, everyday.agent)
  await page.goto(`${host.url}callback.html?code=x&state=y`)
  await expect(said(page)).toContainText('does not belong')
  yield 'sign-in: mismatch'
  await again.click()
  await button(page, 'Deny').click()
  await expect(said(page)).toContainText('was not allowed')
  yield 'sign-in: denied'

  const kept = ['user-basic-info', 'users', 'presence', 'conversations', 'notifications']
  const scopes = [...kept, 'routing:readonly']
  await genesys.control('PATCH', '/clients/minidesk-local', { scopes })
  for (const { words, asks, ...fault } of [
    { words: 'a problem of its own', kind: 'status', status: 500, asks: true },
    { words: 'refused the log-in', kind: 'status', status: 401 },
    { words: 'too old or already used', kind: 'status', status: 400, code: 'invalid_grant' },
    { words: 'did not answer', kind: 'reset' },
  ]) {
    await genesys.fault({ ...exchange, ...fault, times: 9 })
    await again.click()
    if (asks) await button(page, 'Allow').click()
    await expect(said(page)).toContainText(words)
    yield `sign-in: ${words}`
    await genesys.control('DELETE', '/faults')
  }

  await genesys.fault({ path: '/api/v2/users/me', kind: 'status', status: 403, times: 9 })
  await again.click()
  await expect(said(page)).toContainText('Your desk could not be opened.')
  yield 'the desk could not be opened'
  await button(page, 'Sign out').click()
  await expect(button(page, 'Log in with Genesys Cloud')).toBeVisible()

  await genesys.control('DELETE', '/faults')
  await genesys.fault({ ...exchange, kind: 'delay', ms: held })
  await button(page, 'Log in with Genesys Cloud').click()
  await button(page, everyday.agent).click()
  await expect(page.getByText('Signing you in…')).toBeVisible()
  yield 'signing in'
  await expect(page.getByRole('switch', { name: 'On Queue' })).toBeVisible(patient)
  await expect(page.getByText('has not given Minidesk the right')).toBeVisible()
  yield 'lacking scopes'
  await genesys.control('POST', '/tokens/expire', {})
  await expect(page.getByText('Your sign-in has ended')).toBeVisible()
  yield 'the sign-in has ended'
  await page.evaluate(() => Object.assign(window, { open: () => null }))
  await button(page, 'Sign in again').click()
  await expect(button(page, 'Use this tab instead')).toBeVisible()
  yield 'no window for the sign-in'
  await page.reload()
  await expect(said(page)).toContainText('Your sign-in has ended')
  yield 'sign-in: ended'
  await button(page, 'Log in with Genesys Cloud').click()
  await expect(page.getByRole('switch', { name: 'On Queue' })).toBeVisible()
  await (await openAccount(page)).click()
  await expect(button(page, 'Log in with Genesys Cloud')).toBeVisible()

  await page.addInitScript(() => {
    const key = 'minidesk.transaction'
    const kept = sessionStorage.getItem(key)
    if (kept) sessionStorage.setItem(key, kept.replace(/"startedAt":\d+/, '"startedAt":0'))
  })
  await button(page, 'Log in with Genesys Cloud').click()
  // Genesys Cloud remembers that Minidesk has been allowed.
  await button(page, everyday.agent).click()
  await expect(said(page)).toContainText('more than ten minutes ago')
  yield 'sign-in: stale'
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await page.reload()
  await page.getByRole('button', { name: /^(Log in|Try)/ }).click()
  await expect(said(page)).toContainText('Allow site data for this page')
  yield 'sign-in: blocked'
}

/** The engine outlives a reload, and so does what it has read; another one reads anew. */
async function restartEngine(page: Page) {
  await (await attachEngine(page)).kill()
  await page.reload()
}
