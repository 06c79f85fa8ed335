/** What the journeys stand on whose desk may log in to two places: two local Genesys Clouds. */
import type { Page } from '@playwright/test'
import { type Emulator, startEmulator } from '../contract/emulator'
import type { Logged } from './desk'
import { test as base, scarce } from './desk'

interface Fixtures {
  /** The second place; the first is the one that every journey has. */
  second: Emulator
}

export const first = 'Munich'
export const other = 'Portland'

export const test = base.extend<Fixtures>({
  second: async ({ host, genesys }, use) => {
    const redirectUris = [`${host.url}callback.html`]
    const second = await startEmulator({ redirectUris, limits: scarce })
    const { login, api } = second
    const clientId = 'minidesk-local'
    host.setConfig({
      environment: { login: genesys.login, api: genesys.api },
      ...{ clientId, redirectUris, regionName: first },
      otherRegions: [{ name: other, environment: { login, api }, clientId }],
    })
    await use(second)
    await second.stop()
  },
})

/** How often a place was asked to exchange a code. */
export async function exchanges({ control }: { control: string }): Promise<number> {
  const all: Logged[] = await (await fetch(`${control}/requests`)).json()
  return all.filter(({ operation }) => operation === 'token').length
}

export const region = (page: Page) => page.getByRole('combobox', { name: 'Region' })
