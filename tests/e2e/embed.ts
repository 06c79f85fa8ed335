/**
 * What the journeys in a frame stand on: the desk, its login and the page around it on three sites of this
 * machine, in a browser that keeps things for frames as told.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, FrameLocator, Page } from '@playwright/test'
import { wholeBrowser } from '../browser'
import { test as base, expect, watched } from './desk'

/** `allowed`: as if they were not in a frame; `partitioned`: for each page around them; `blocked`: nothing. */
export type StorageOfFrames = 'allowed' | 'partitioned' | 'blocked'

/** What Genesys Cloud gives its apps. */
export const genesysSandbox =
  'allow-forms allow-modals allow-popups allow-presentation allow-same-origin allow-scripts allow-downloads'

export interface Shell {
  /** Another site than the desk's; the configuration lets it show the desk. */
  readonly origin: string
  /** A site that it does not. */
  readonly foreign: string
  /** Opens a page that shows one of the desk's pages in a frame. */
  open(page: Page, how?: { file?: string; sandbox?: string | null; origin?: string }): Promise<void>
}

interface Fixtures {
  storageOfFrames: StorageOfFrames
  opener: 'none' | 'same-origin'
  /** What the browser says on the console of what is missing on purpose. */
  meant: RegExp | undefined
  shell: Shell
}

/** What tests switch off in Chromium and people do not. */
const gentle = [
  '--disable-popup-blocking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

const { launchOptions } = wholeBrowser

export const test = base.extend<Fixtures>({
  storageOfFrames: ['partitioned', { option: true }],
  opener: ['none', { option: true }],
  meant: [undefined, { option: true }],
  context: async ({ playwright, storageOfFrames, failedLoads, refusals, viewport, meant }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'minidesk-frame-'))
    await mkdir(join(folder, 'Default'))
    const profile = { cookie_controls_mode: storageOfFrames === 'blocked' ? 1 : 0 }
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify({ profile }))
    const context = await playwright.chromium.launchPersistentContext(folder, {
      ...launchOptions,
      viewport,
      ignoreDefaultArgs: gentle,
      args: [
        ...(launchOptions.args ?? []),
        // The last one counts: the standard one of these tests also switches partitions off.
        ...(storageOfFrames === 'partitioned'
          ? ['--disable-features=HttpsUpgrades,OptimizationHints']
          : []),
      ],
    })
    await watched(context, failedLoads, refusals, use, meant)
    await context.close()
    await rm(folder, { recursive: true, force: true })
  },
  page: async ({ context }, use) => use(await context.newPage()),
  host: async ({ host }, use) =>
    use({ ...host, url: host.url.replace('//localhost', '//app.rp.localhost') }),
  platform: async ({ host, opener }, use) => {
    const redirectUris = ['callback.html', 'popup.html'].map((file) => host.url + file)
    await use({ redirectUris, switches: { loginOpener: opener } })
  },
  shell: async ({ host, genesys }, use) => {
    const server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
      const sandbox = searchParams.get('sandbox')
      const file = new URL(searchParams.get('file') ?? '', host.url)
      const frame = `<iframe title="Minidesk" src="${file.href}"
        ${sandbox === null ? '' : `sandbox="${sandbox}"`}></iframe>`
      const style =
        '<style>body { margin: 0 } iframe { border: 0; width: 100%; height: 100vh }</style>'
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(`<!doctype html><html lang="en"><title>Around</title>${style}${frame}</html>`)
    })
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    const { port } = server.address() as AddressInfo
    const origin = `http://apps.gc.localhost:${port}`
    await host.setConfig({
      environment: {
        login: genesys.login.replace('localhost', 'login.gc.localhost'),
        api: genesys.api,
      },
      clientId: 'minidesk-local',
      redirectUris: ['callback.html', 'popup.html'].map((file) => host.url + file),
      frameAncestors: [origin],
    })
    await use({
      origin,
      foreign: `http://evil.test.localhost:${port}`,
      async open(
        page,
        { file = 'embed.html', sandbox = genesysSandbox, origin: at = origin } = {},
      ) {
        const query = new URLSearchParams({ file, ...(sandbox === null ? {} : { sandbox }) })
        await page.goto(`${at}/?${query}`)
      },
    })
    server.closeAllConnections()
    server.close()
  },
})

/** The desk in the frame. */
export function inFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe')
}

export function frameButton(page: Page, name: string) {
  return inFrame(page).getByRole('button', { name, exact: true })
}

/** The desk in the frame stands, and its notification socket is open. */
export async function expectFramedDesk(page: Page) {
  await expect(inFrame(page).getByRole('switch', { name: 'On Queue' })).toBeVisible()
  await expect(inFrame(page).getByRole('banner').getByText('Live', { exact: true })).toBeAttached()
}

/** Presses, and answers the window that opens. */
export async function pressForWindow(page: Page, name: string): Promise<Page> {
  const [popup] = await Promise.all([
    page.context().waitForEvent('page'),
    frameButton(page, name).click(),
  ])
  return popup
}

/** In the window of the login host, as an agent. */
export async function logInThere(popup: Page, agent = 'Ana Ruiz') {
  await popup.getByRole('button', { name: agent, exact: true }).click()
  await popup.getByRole('button', { name: 'Allow', exact: true }).click()
}

/** What the browser keeps for the frame, found out by trying. */
export async function storageFound(context: BrowserContext, page: Page, url: string) {
  const other = await context.newPage()
  await other.goto(`${url}icon.svg`)
  await other.evaluate(() => localStorage.setItem('mark', 'x'))
  const found = await page.frames()[1]?.evaluate(() => {
    try {
      return localStorage.getItem('mark') === 'x' ? 'allowed' : 'partitioned'
    } catch {
      return 'blocked'
    }
  })
  await other.close()
  return found
}

/** What is said of a window that has gone: the browser does not tell a closed one from one cut off. */
export const gone = 'The window was closed, or the log-in page does not let'

/** A press that nobody made: the hand that this browser sees in every step of a test is used up before it. */
export async function pressUnasked(page: Page, name: string) {
  await expect(frameButton(page, name)).toBeVisible()
  const used = page.context().waitForEvent('page')
  await frameButton(page, name).evaluate((pressed: HTMLElement) => {
    // Its hands arrive one by one: until none is left.
    for (let one = window.open('about:blank'); one; one = window.open('about:blank')) one.close()
    pressed.click()
  })
  await used
}
