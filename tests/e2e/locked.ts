/** The idle lock in a journey: it is set, it falls, and it is opened again. */
import type { Page } from '@playwright/test'
import { button, expect, type Genesys } from './desk'
import { keptKeys } from './kept'
import { passForEngine } from './passing'
import type { DeskHost } from './serve'

export const locked = (page: Page) => page.getByRole('heading', { name: /is locked$/ })
export const stay = (page: Page) => button(page, 'Stay')
export const signInAgain = (page: Page) => button(page, 'Sign in again')

/** Minutes without a hand after which the desk locks; undefined: as the organization says. */
export function setIdleMinutes(host: DeskHost, { login, api }: Genesys, minutes?: number) {
  host.setConfig({
    environment: { login, api },
    clientId: 'minidesk-local',
    redirectUris: [`${host.url}callback.html`],
    ...(minutes ? { idleLockMinutes: minutes } : {}),
  })
}

export async function isLocked(page: Page) {
  await expect(locked(page)).toBeVisible()
}

/** Nobody touches it for longer than any deployment lets be. */
export async function lock(page: Page) {
  await passForEngine(page, 481 * 60)
  await isLocked(page)
}

/** Ana signs in once more, in a window: the login host asks, whoever it knows. */
export async function unlock(page: Page) {
  const [popup] = await Promise.all([page.waitForEvent('popup'), signInAgain(page).click()])
  await button(popup, 'Ana Ruiz').click()
  await expect(locked(page)).toHaveCount(0)
}

/** How many drafts the browser keeps. */
export async function drafts(page: Page): Promise<number> {
  return (await keptKeys(page)).filter((key) => key.startsWith('drafts:')).length
}
