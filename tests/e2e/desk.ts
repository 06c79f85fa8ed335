/** What every journey stands on: one local Genesys Cloud and one host of the built desk per test. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type EmulatorOptions, startEmulator } from '../contract/emulator'
import { type DeskHost, serveDesk } from './serve'
import { isViolation, watchWorkers } from './violations'

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
  /** Single topics of every socket, in small letters. */
  subscriptions: string[]
  tokens: { userId: string; clientId: string; expires: string }[]
}

export interface Logged {
  n: number
  method: string
  path: string
  operation: string
  status: number
  effect: boolean
  /** The browser's network stack sent it once more by itself. */
  resent: boolean
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
  /** A customer calls an agent past all queues, busy or not. */
  customerRings(name: string, agent: string): Promise<string>
  customerHangsUp(conversationId: string): Promise<void>
  userId(agent: string): Promise<string>
  /** Something goes wrong on purpose; see the faults of the control API. */
  fault(fault: object): Promise<void>
  /** The requests of one operation, or all of them. */
  requests(method?: string, path?: string | RegExp): Promise<Logged[]>
}

interface Fixtures {
  /** The folder of the static host that the desk is in. */
  folder: string
  /** The journey makes requests fail: the browser's own line about it on the console is no error. */
  failedLoads: boolean
  /** What else the local Genesys Cloud is told as it starts. */
  platform: EmulatorOptions
  /** The journey has Genesys Cloud say on purpose that there were too many requests. */
  tooMany: boolean
  /** The journey does on purpose what the policies of the pages refuse. */
  refusals: boolean
  /** The built desk on a static host. */
  host: DeskHost
  genesys: Genesys
  /** A page of the desk, signed in as Ana Ruiz. */
  ana: Page
}

/** As many requests a minute as a cautious organization grants, counted in the strictest way. */
export const scarce = { token: 60, window: { kind: 'rolling', seconds: 60 } } as const

export const test = base.extend<Fixtures>({
  folder: ['/', { option: true }],
  failedLoads: [false, { option: true }],
  platform: [{}, { option: true }],
  tooMany: [false, { option: true }],
  refusals: [false, { option: true }],
  context: async ({ context, failedLoads, refusals }, use) => {
    await watched(context, failedLoads, refusals, use)
  },
  host: async ({ folder }, use) => {
    const host = await serveDesk(folder)
    await use(host)
    await host.stop()
  },
  // Always there: without it the desk has nowhere to go.
  genesys: [
    async ({ host, platform, tooMany }, use) => {
      const redirectUris = [`${host.url}callback.html`]
      const emulator = await startEmulator({ redirectUris, limits: scarce, ...platform })
      const { login, api, control } = emulator
      await host.setConfig({
        environment: { login, api },
        clientId: 'minidesk-local',
        redirectUris,
      })
      const genesys = genesysAt(login, api, control)
      await use(genesys)
      const refused = (await genesys.requests()).filter(({ status }) => status === 429)
      await emulator.stop()
      if (!tooMany) expect(refused, 'requests beyond the limit').toEqual([])
    },
    { auto: true },
  ],
  ana: async ({ page, host }, use) => {
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    await use(page)
  },
})

/** Uses a browser's context; afterwards nothing may have gone wrong in it that was not meant to. `meant`: what is. */
export async function watched(
  context: BrowserContext,
  failedLoads: boolean,
  refusals: boolean,
  use: (context: BrowserContext) => Promise<void>,
  meant?: RegExp,
) {
  const troubles = watchPages(context, failedLoads)
  const violations = watchWorkers(context)
  await use(context)
  const all = [...troubles, ...(await violations())]
  const counted = all.filter((text) => !(refusals && isViolation(text)) && !meant?.test(text))
  expect(counted, 'errors of the pages').toEqual([])
}

/** Collects what no journey may cause: exceptions, unhandled rejections, errors on the console. */
function watchPages(context: BrowserContext, failedLoads: boolean): string[] {
  const troubles: string[] = []
  context.on('weberror', (error) => troubles.push(String(error.error())))
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() !== 'error') return
    const { url } = message.location()
    // The browser asks for one by itself, on pages without.
    const isMeant = failedLoads || url.endsWith('/favicon.ico')
    if (isMeant && text.startsWith('Failed to load resource')) return
    troubles.push(`${text} (${url})`)
  })
  return troubles
}

/** From the sign-in page, through the login host, to the desk. */
export async function signIn(page: Page, agent: string) {
  await button(page, 'Log in with Genesys Cloud').click()
  await chooseAgent(page, agent)
  await button(page, 'Allow').click()
  await expectDesk(page)
}

/** On the login host, up to its question whether Minidesk is allowed. */
export async function chooseAgent(page: Page, agent: string) {
  await expect(page.getByRole('heading', { name: 'Genesys Cloud (local)' })).toBeVisible()
  await button(page, agent).click()
  await expect(page.getByRole('heading', { name: 'Allow Minidesk?' })).toBeVisible()
}

/** The desk stands, and the notification socket is open. */
export async function expectDesk(page: Page) {
  // The first page of a browser on a busy machine.
  await expect(page.getByRole('switch', { name: 'On Queue' })).toBeVisible({ timeout: 20_000 })
  await expectLive(page)
}

/** The notification socket is open. */
export async function expectLive(page: Page) {
  await expect(page.getByRole('banner').getByText('Live', { exact: true })).toBeAttached()
}

/** The sign-in stands: nothing asks for it again, and no window is waited for. */
export async function expectSignedIn(page: Page, timeout = 10_000) {
  const asks = page.getByRole('button', { name: /^(Sign in again|Open it again)$/ })
  await expect(asks).toHaveCount(0, { timeout })
}

/** Goes on queue, and waits until Genesys Cloud says so. */
export async function goOnQueue(page: Page) {
  const onQueue = page.getByRole('switch', { name: 'On Queue' })
  await onQueue.click()
  await expect(onQueue).toHaveAttribute('aria-checked', 'true')
}

/** A customer calls the queue, and the agent answers. Answers the conversation's id. */
export async function takeCall(page: Page, genesys: Genesys, name: string): Promise<string> {
  const id = await genesys.customerCalls(name)
  await button(page, 'Answer').click()
  await expect(rows(page).filter({ hasText: name })).toContainText('Connected')
  return id
}

/** The first code, and Done. */
export async function wrapUp(page: Page) {
  await page.getByRole('list', { name: 'Codes' }).getByRole('button').first().click()
  await button(page, 'Done').click()
}

/** Opens the account's card; answers its Sign out. */
export async function openAccount(page: Page) {
  await page.getByRole('button', { name: /^Account: / }).click()
  return button(page, 'Sign out')
}

/** Signs out, there and back: by the login host, which forgets, to the sign-in page. */
export async function signOut(page: Page) {
  const back = page.waitForRequest(/\/callback\.html$/)
  await (await openAccount(page)).click()
  await back
  await expect(button(page, 'Log in with Genesys Cloud')).toBeVisible()
}

/** How often the browser went to the login host, and what for. */
export async function trips(genesys: Genesys) {
  const authorize = await genesys.requests('GET', '/oauth/authorize')
  const token = await genesys.requests('POST', '/oauth/token')
  return { authorize: authorize.length, token: token.length }
}

/** The name of the conversation that is open beside the list. */
export function opened(page: Page, name: string) {
  return page.getByRole('main').getByRole('heading', { name, exact: true })
}

/** What was copied last, as it is pasted elsewhere: the desk itself may not read it. */
export async function pasted(page: Page): Promise<string> {
  const elsewhere = await page.context().newPage()
  await elsewhere.setContent('<textarea></textarea>')
  const box = elsewhere.locator('textarea')
  await box.press('Control+V')
  const text = await box.inputValue()
  await elsewhere.close()
  return text
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
  const userId = async (agent: string) =>
    (await state()).users.find(({ name }) => name === agent)?.id ?? ''

  async function call(name: string, to: { queueId?: string | undefined; userId?: string }) {
    const from = { name, number: '+493055500142' }
    const answer = await control('POST', '/calls', { ...to, from })
    return (answer as { conversationId: string }).conversationId
  }
  return {
    login,
    api,
    control,
    state,
    async customerCalls(name, queue) {
      const { queues } = await state()
      const queueId = (queue ? queues.find((one) => one.name === queue) : queues[0])?.id
      return call(name, { queueId })
    },
    customerRings: async (name, agent) => call(name, { userId: await userId(agent) }),
    customerHangsUp: async (id) => void (await control('POST', `/conversations/${id}/hangup`)),
    userId,
    fault: async (fault) => void (await control('POST', '/faults', fault)),
    async requests(method, path) {
      const all = (await control('GET', '/requests')) as Logged[]
      return all.filter(
        (one) =>
          (!method || one.method === method) &&
          (!path || (typeof path === 'string' ? one.path === path : path.test(one.path))),
      )
    },
  }
}
