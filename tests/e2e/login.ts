/** What the journeys of the log-in's wrong turns stand on: a login host that asks nobody and misbehaves as told. */
import type { Page } from '@playwright/test'
import { type LoginHost, type Manner, manners, startLoginHost } from '../loginhost'
import { test as base, button, expect, expectDesk } from './desk'

export const test = base.extend<{ loginHost: LoginHost }>({
  failedLoads: true,
  loginHost: async ({ host, genesys }, use) => {
    const loginHost = await startLoginHost(genesys)
    host.setConfig({
      environment: { login: loginHost.origin, api: genesys.api },
      clientId: 'minidesk-local',
      redirectUris: [`${host.url}callback.html`],
    })
    await use(loginHost)
    await loginHost.stop()
  },
})

export const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')
export const tryAgain = (page: Page) => button(page, 'Try again')
export const problem = (page: Page) => page.getByRole('alert')
export const signingIn = (page: Page) => page.getByText('Signing you in…')

/** Each code that came to the token endpoint came once. */
export function expectCodes({ codes }: LoginHost, count: number) {
  expect(codes).toHaveLength(count)
  expect(new Set(codes).size).toBe(count)
}

/** *Try again* leads to the desk, by a code of its own. */
export async function expectTryAgainWorks(page: Page, loginHost: LoginHost) {
  const { length } = loginHost.codes
  loginHost.become(manners.well)
  await tryAgain(page).click()
  await expectDesk(page)
  expectCodes(loginHost, length + 1)
}

/** The token endpoint answers when it is let go. */
export function heldBack(manner: Manner) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const held: Manner = async (response, pass) => {
    await released
    await manner(response, pass)
  }
  return { held, release: () => release() }
}
