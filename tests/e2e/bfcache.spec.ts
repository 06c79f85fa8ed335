import type { BrowserContext, Page } from '@playwright/test'
import { wholeBrowser } from '../browser'
import { button, expect, expectDesk, goOnQueue, openAccount, opened, takeCall, test } from './desk'

/** The back-forward cache is on in every browser that agents have; the driver switches it off. */
const launchOptions = {
  ...wholeBrowser.launchOptions,
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
}

test.use({ failedLoads: true, launchOptions })

/** What comes back from the cache loads nothing. */
const commit = { waitUntil: 'commit' } as const

interface Return {
  readonly persisted: boolean
  /** All that could be read at that moment. */
  readonly text: string
}

/**
 * Chromium keeps no page whose worker nobody else has, none whose locks others waited for, and none that is told
 * something meanwhile.
 */
async function openBeside(context: BrowserContext, url: string) {
  const other = await context.newPage()
  await other.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  await other.goto(url)
  await expectDesk(other)
  return other
}

/** Notes what is on the page at the moment it comes back. */
function watchReturns(page: Page) {
  return page.evaluate(() => {
    const returns: unknown[] = []
    Object.assign(window, { returns })
    addEventListener('pageshow', ({ persisted }) =>
      returns.push({ persisted, text: document.body.innerText }),
    )
  })
}

/** What was noted; of a page that the cache did not keep, the browser's reasons. */
const returns = (page: Page) =>
  page.evaluate((): readonly Return[] => {
    const [entry] = performance.getEntriesByType('navigation')
    const why = JSON.stringify(Reflect.get(entry ?? {}, 'notRestoredReasons'))
    return Reflect.get(window, 'returns') ?? [{ persisted: false, text: why }]
  })

test('back from another page: nothing is read before the session is checked, then all is as it was', async ({
  ana,
  context,
  genesys,
  host,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await openBeside(context, host.url)
  await watchReturns(ana)
  await ana.goto(`${genesys.login}/oauth/authorize`)
  await ana.goBack(commit)
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  expect(await returns(ana)).toEqual([{ persisted: true, text: '' }])
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Resume')).toBeVisible()
})

test('signed out elsewhere meanwhile: Back and Forward show no customer', async ({
  ana,
  context,
  genesys,
  host,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  const other = await openBeside(context, host.url)
  await watchReturns(ana)
  await ana.goto(`${genesys.login}/oauth/authorize`)
  await (await openAccount(other)).click()
  await expect(button(other, 'Log in with Genesys Cloud')).toBeVisible()

  await ana.goBack(commit)
  await expect(button(ana, 'Log in with Genesys Cloud')).toBeVisible()
  // Told to forget, the browser may not have kept the page at all; what it kept was empty.
  expect((await returns(ana)).filter(({ persisted, text }) => persisted && text !== '')).toEqual([])
  await expect(ana.locator('body')).not.toContainText(/Ana Ruiz|Ada Quill/)
  await ana.goForward(commit)
  await ana.goBack(commit)
  await expect(ana.locator('body')).not.toContainText(/Ana Ruiz|Ada Quill/)
})

test('signed out here: no step of the history shows a desk', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  await ana.goto(`${ana.url().split('#')[0]}#/`)
  await (await openAccount(ana)).click()
  await expect(button(ana, 'Log in with Genesys Cloud')).toBeVisible()
  for (let steps = await ana.evaluate(() => history.length); steps > 1; steps--) {
    await ana.goBack({ ...commit, timeout: 5_000 }).catch(() => null)
    await expect(ana.locator('body')).not.toContainText(/Ana Ruiz\s*Account|Ada Quill|Signing out/)
    await expect(ana.getByRole('switch', { name: 'On Queue' })).toHaveCount(0)
  }
})
