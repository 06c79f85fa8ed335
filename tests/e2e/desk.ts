/** What every journey stands on: one local Genesys Cloud and one host of the built desk per test. */
import { test as base, expect, type Page } from '@playwright/test'
import { startEmulator } from '../emulator/server'
import { type DeskHost, serveDesk } from './serve'

export { expect }

interface StateCall {
  id: string
  state: string
  queueId?: string
  participants: {
    id: string
    purpose: string
    userId?: string
    state: string
    held?: boolean
    muted?: boolean
  }[]
}

export interface State {
  users: { id: string; name: string; presence: string; routingStatus: string }[]
  queues: { id: string; name: string; waiting: number; onQueue: number }[]
  conversations: StateCall[]
  sockets: number
  tokens: { userId: string; clientId: string; expires: string }[]
}

export interface Logged {
  n: number
  method: string
  path: string
  operation: string
  status: number
  effect: boolean
}

/** The local Genesys Cloud, and the hand on its controls. */
export interface Genesys {
  readonly login: string
  readonly api: string
  state(): Promise<State>
  /** A control call; the answer's body, if it has one. */
  control(method: string, path: string, body?: object): Promise<unknown>
  /** A customer calls a queue (the agent's own by default). */
  customerCalls(name: string, queue?: string): Promise<string>
  requests(): Promise<Logged[]>
}

interface Fixtures {
  /** The built desk on a static host. */
  host: DeskHost
  genesys: Genesys
  /** A page of the desk, signed in as Ana Ruiz. */
  ana: Page
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs, and this needs nothing
  host: async ({}, use) => {
    const host = await serveDesk()
    await use(host)
    await host.stop()
  },
  genesys: async ({ host }, use) => {
    const redirectUris = [`${host.url}callback.html`]
    const emulator = await startEmulator({ redirectUris })
    const { login, api, control } = emulator
    host.setConfig({ environment: { login, api }, clientId: 'minidesk-local', redirectUris })
    await use(genesysAt(login, api, control))
    await emulator.stop()
  },
  ana: async ({ page, host, genesys }, use) => {
    expect(genesys.login).toBeTruthy()
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    await use(page)
  },
})

/** From the sign-in page, through the login host, to the desk. */
export async function signIn(page: Page, agent: string) {
  await page.getByRole('button', { name: 'Log in with Genesys Cloud' }).click()
  await expect(page.getByRole('heading', { name: 'Genesys Cloud (local)' })).toBeVisible()
  await page.getByRole('button', { name: agent, exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Allow Minidesk?' })).toBeVisible()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await expectDesk(page)
}

/** The desk stands, and the notification socket is open. */
export async function expectDesk(page: Page) {
  await expect(page.getByRole('switch', { name: 'On Queue' })).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeAttached()
}

/** Goes on queue, and waits until Genesys Cloud says so. */
export async function goOnQueue(page: Page) {
  const onQueue = page.getByRole('switch', { name: 'On Queue' })
  await onQueue.click()
  await expect(onQueue).toHaveAttribute('aria-checked', 'true')
}

/** The conversations on screen, ringing first. */
export function rows(page: Page) {
  return page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
}

export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true })
}

function genesysAt(login: string, api: string, controlUrl: string): Genesys {
  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(controlUrl + path, {
      method,
      ...(body
        ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    const text = await response.text()
    return text ? JSON.parse(text) : undefined
  }
  const state = async () => (await control('GET', '/state')) as State
  return {
    login,
    api,
    control,
    state,
    async customerCalls(name, queue) {
      const { queues } = await state()
      const queueId = (queue ? queues.find((one) => one.name === queue) : queues[0])?.id
      const from = { name, number: '+493055500142' }
      const { conversationId } = (await control('POST', '/calls', { queueId, from })) as {
        conversationId: string
      }
      return conversationId
    },
    requests: async () => (await control('GET', '/requests')) as Logged[],
  }
}
