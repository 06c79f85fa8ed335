import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { button, expect, expectDesk, openAccount, signIn, signOut, test } from './desk'

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const undo = (page: Page) => page.getByRole('combobox', { name: 'Time to undo a transfer' })
const saved = (page: Page) => page.getByText('Saved', { exact: true })
const ink = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)

async function openSettings(page: Page) {
  await openAccount(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
}

/** The scheme of each frame that is painted from now on, the first of them first. */
async function watchFrames(page: Page) {
  await page.addInitScript(() => {
    const frames: string[] = []
    Object.defineProperty(window, 'frames_', { value: frames })
    const note = () => {
      frames.push(getComputedStyle(document.documentElement).colorScheme)
      if (frames.length < 300) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  return () => page.evaluate((): readonly string[] => Reflect.get(window, 'frames_'))
}

test('theme and density are in the other tab at once, and from the first frame of every page on', async ({
  ana,
  context,
  host,
}) => {
  await ana.emulateMedia({ colorScheme: 'light' })
  const other = await context.newPage()
  await other.emulateMedia({ colorScheme: 'light' })
  await other.goto(host.url)
  await expectDesk(other)
  await openSettings(other)
  await openSettings(ana)
  // Both by one clock: that of the machine.
  await other.evaluate(() => {
    new MutationObserver(() => {
      Object.defineProperty(window, 'wornAt', { value: Date.now(), configurable: true })
    }).observe(document.documentElement, { attributeFilter: ['data-look'] })
  })
  await ana.evaluate(() => {
    addEventListener('change', () =>
      Object.defineProperty(window, 'chosenAt', { value: Date.now(), configurable: true }),
    )
  })
  const at = (page: Page, name: string) =>
    page.evaluate((key): number => Reflect.get(window, key), name)
  const took: number[] = []
  for (const scheme of ['Dark', 'Light', 'Dark']) {
    await radio(ana, scheme).check()
    expect(await ink(ana)).toBe(scheme.toLowerCase())
    await expect(radio(other, scheme)).toBeChecked()
    took.push((await at(other, 'wornAt')) - (await at(ana, 'chosenAt')))
  }
  await expect(saved(ana)).toBeVisible()
  // Milliseconds; a busy machine may be late once.
  expect(Math.min(...took)).toBeLessThan(100)
  // Another tab's change is no news of this one.
  await expect(saved(other)).toHaveCount(0)

  const height = async () => (await ana.getByRole('banner').boundingBox())?.height ?? 0
  const gap = () => ana.getByRole('banner').evaluate((one) => getComputedStyle(one).columnGap)
  const [roomy, before] = [await gap(), await height()]
  await radio(ana, 'Compact').check()
  await expect.poll(gap).not.toBe(roomy)
  expect(await height()).toBeLessThanOrEqual(before)
  for (const target of await ana.getByRole('main').getByRole('button').all())
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(36)

  // The script comes late: until it is here nothing is painted, least of all the other scheme.
  const frames = await watchFrames(ana)
  await ana.route('**/assets/index-*.js', async (route) => {
    await new Promise((done) => setTimeout(done, 400))
    await route.continue()
  })
  await ana.reload()
  await expectDesk(ana)
  await expect(radio(ana, 'Compact')).toBeChecked()
  expect(new Set(await frames())).toEqual(new Set(['dark']))
})

test('by keyboard alone: each change is kept and said, can be reset, and is told among what is stored', async ({
  ana,
}) => {
  await expect(button(ana, 'New call')).toHaveAttribute('aria-keyshortcuts')
  await ana.keyboard.press('?')
  const sheet = ana.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toBeFocused()
  await ana.keyboard.press('Tab')
  await ana.keyboard.press('Enter')
  await expect(ana.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(sheet).toBeHidden()
  await undo(ana).focus()
  await ana.keyboard.press('ArrowDown')
  await ana.keyboard.press('ArrowDown')
  await expect(undo(ana)).toHaveValue('6')
  await expect(saved(ana)).toBeVisible()
  const stored = ana.getByRole('list', { name: 'What is stored' })
  const mine = stored.getByRole('listitem').filter({ hasText: 'Your settings, with' })
  await expect(mine).toContainText('1 entry')
  await expect(stored).not.toContainText('does not know')
  await expectAccessible(ana, 'settings')

  await ana.keyboard.press('Tab')
  await expect(button(ana, 'Reset Look to defaults')).toBeFocused()
  await ana.keyboard.press('Tab')
  await expect(radio(ana, 'As the system')).toBeFocused()
  await ana.keyboard.press('ArrowUp')
  await expect(radio(ana, 'Dark')).toBeChecked()
  await expect(mine).toContainText('2 entries')
  await ana.keyboard.press('Shift+Tab')
  await ana.keyboard.press('Enter')
  await expect(radio(ana, 'As the system')).toBeChecked()
  await expect(undo(ana)).toHaveValue('6')
  await expect(mine).toContainText('1 entry')

  await ana.reload()
  await expectDesk(ana)
  await expect(undo(ana)).toHaveValue('6')
  await expect(stored).toContainText('Names of queues')
  await button(ana, 'Delete the cache').press('Enter')
  await expect(stored).not.toContainText('Names of queues')
  await button(ana, 'Delete my settings…').press('Enter')
  await expect(button(ana, 'Delete settings and favourites')).toBeVisible()
  await button(ana, 'Delete settings and favourites').press('Enter')
  await expect(undo(ana)).toHaveValue('4')
  await expect(mine).toHaveCount(0)

  // A browser that takes nothing.
  await ana.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await undo(ana).selectOption('2 s')
  await expect(ana.getByText(/^Not kept/)).toBeVisible()
  await expect(undo(ana)).toHaveValue('2')
})

test('an agent finds their own look, and not that of the one before', async ({ ana, host }) => {
  await openSettings(ana)
  await radio(ana, 'Dark').check()
  await expect(saved(ana)).toBeVisible()
  // A host that sends no headers, where what is set up outlives a sign-out.
  await ana.route('**/signed-out.html', (route) =>
    route.fulfill({ status: 302, headers: { location: host.url } }),
  )
  await signOut(ana)
  // On the sign-in page, too.
  expect(await ink(ana)).toBe('dark')
  await signIn(ana, 'Ben Okafor')
  await expect.poll(() => ink(ana)).toBe('light dark')
})

test('an address that leads to no room leaves the list where it is, at the narrowest too', async ({
  ana,
  host,
}) => {
  await ana.setViewportSize({ width: 320, height: 640 })
  await ana.goto(`${host.url}#/nowhere`)
  await expectDesk(ana)
  await expect(button(ana, 'New call')).toBeVisible()
})
