import type { Page } from '@playwright/test'
import { button, expect, expectLive, type Genesys, test } from './desk'
import { blockSockets } from './engine'

const list = (page: Page) => page.getByRole('list', { name: 'Colleagues' })
const row = (page: Page, name: string) => list(page).getByRole('listitem').filter({ hasText: name })
const names = (page: Page) => list(page).getByRole('button', { name: /^Call / })
const listed = async (page: Page) =>
  (
    await names(page)
      .all()
      .then((all) => Promise.all(all.map((one) => one.getAttribute('aria-label'))))
  ).map((name) => name?.replace('Call ', '').split(' ')[0])
/** How many rows are on screen. */
const inSight = (page: Page) =>
  list(page)
    .getByRole('listitem')
    .evaluateAll((rows) => {
      const end = rows[0]?.closest('[data-scrolls]')?.getBoundingClientRect().bottom ?? 0
      return rows.filter((one) => one.getBoundingClientRect().top < end).length
    })
const open = async (page: Page) => {
  await page.getByRole('link', { name: 'Colleagues' }).click()
  await expect(page.getByText('Live', { exact: true }).last()).toBeVisible()
}

async function becomes(genesys: Genesys, name: string, systemPresence: string) {
  const path = `/users/${await genesys.userId(name)}/presence`
  await genesys.control('POST', path, { systemPresence })
}

/** Whose activity the notification channel tells. */
const watched = async (genesys: Genesys) =>
  (await genesys.state()).subscriptions.filter((topic) => topic.endsWith('.activity')).length

test('a break is seen within a second, the list is found, filtered and sorted, and a colleague is called', async ({
  ana,
  genesys,
}) => {
  await open(ana)
  await expect(row(ana, 'Ana Ruiz (you)')).toContainText('Available')
  // Twelve work here, of whom not all are on screen.
  await expect.poll(() => watched(genesys)).toBe(await inSight(ana))
  await becomes(genesys, 'Ben Okafor', 'Break')
  await expect(row(ana, 'Ben Okafor')).toContainText('Break · under a minute', { timeout: 1_000 })

  // One at a time: by state, and those who are available alone.
  await ana.getByLabel('Sort by').selectOption('State')
  await expect.poll(() => listed(ana).then((all) => all.at(-1))).toBe('Ingrid')
  await ana.getByLabel('Show', { exact: true }).selectOption('Available')
  await expect.poll(() => listed(ana)).toEqual(['Ana', 'Chloé', 'Dmitri', 'Li'])
  // Under the hand no row moves.
  await row(ana, 'Chloé').hover()
  await becomes(genesys, 'Dmitri Volkov', 'Meal')
  const again = button(ana, '1 changed – sort again')
  await expect(again).toBeVisible()
  expect(await listed(ana)).toEqual(['Ana', 'Chloé', 'Dmitri', 'Li'])
  await expect(row(ana, 'Dmitri')).toContainText('Meal')
  await again.click()
  await expect.poll(() => listed(ana)).toEqual(['Ana', 'Chloé', 'Li'])

  await button(ana, 'Favourite Li Wei').click()
  await ana.getByLabel('Show', { exact: true }).selectOption('Anybody')
  await ana.getByLabel('Group', { exact: true }).selectOption('Favourites')
  await expect.poll(() => listed(ana)).toEqual(['Li'])
  await ana.getByLabel('Group', { exact: true }).selectOption('Billing')
  await expect(row(ana, 'Fatima')).toBeVisible()
  await expect(row(ana, 'Li Wei')).toHaveCount(0)
  await ana.getByRole('searchbox', { name: 'Find a colleague' }).fill('dmi')
  await expect.poll(() => listed(ana)).toEqual(['Dmitri'])
  await button(ana, 'Call Dmitri Volkov').click()
  await expect(ana.getByRole('heading', { name: 'New call' })).toBeVisible()
  await expect(button(ana, 'Call Dmitri Volkov')).toBeVisible()
  // Nobody looks at colleagues any more, but at whom to call.
  await expect.poll(() => watched(genesys)).toBe(1)
})

test('with the socket down it says so and reads on, slowly; and is live again', async ({
  ana,
  genesys,
}) => {
  await ana.clock.install()
  await open(ana)
  const sockets = await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(ana.getByText(/^Not live: as of/)).toBeVisible()
  await becomes(genesys, 'Ben Okafor', 'Meeting')
  const reads = async () => (await genesys.requests('GET', '/api/v2/users')).length
  const before = await reads()
  await ana.clock.fastForward(31_000)
  await expect(row(ana, 'Ben Okafor')).toContainText('Meeting')
  expect(await reads()).toBe(before + 1)
  await expect(ana.getByText(/^Not live: as of/)).toBeVisible()
  await sockets.on()
  await button(ana, 'Reconnect now').click()
  await expectLive(ana)
  await ana.clock.fastForward(10_000)
  await expect(ana.getByText(/^Not live: as of/)).toHaveCount(0)
  await becomes(genesys, 'Ben Okafor', 'Training')
  await expect(row(ana, 'Ben Okafor')).toContainText('Training')
})

test.describe('ten thousand of them', () => {
  test.use({ platform: { organisation: 'large' } })

  test('by the keyboard alone: to the end and back, read where it is looked at, drawn where it is seen', async ({
    ana,
    genesys,
  }) => {
    const key = (name: string) => ana.keyboard.press(name)
    await ana.getByRole('link', { name: 'Colleagues' }).focus()
    await key('Enter')
    await expect(ana.getByText('10000 colleagues')).toBeVisible()
    const search = ana.getByRole('searchbox', { name: 'Find a colleague' })
    await search.focus()
    await key('ArrowDown')
    const at = () =>
      ana.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))
    expect(await at()).toBe('1')
    await key('End')
    await expect.poll(at).toBe('10000')
    await expect(ana.locator(':focus')).toHaveAttribute('aria-label', /^Call /)
    await expect(ana.locator(':focus')).toBeInViewport()
    for (let page = 0; page < 30; page++) await key('PageUp')
    const middle = Number(await at())
    expect(middle).toBeLessThan(9_900)
    await expect(ana.locator(':focus')).toHaveAttribute('aria-label', /^Call /)
    await key('ArrowRight')
    await expect(ana.locator(':focus')).toHaveAttribute('aria-label', /^Favourite /)
    await key('ArrowDown')
    expect(await at()).toBe(`${middle + 1}`)
    expect(await list(ana).getByRole('listitem').count()).toBeLessThan(40)
    await expect.poll(() => watched(genesys)).toBeLessThan(40)
    await key('Home')
    await expect.poll(at).toBe('1')
    await key('ArrowUp')
    await expect(search).toBeFocused()
    await ana.keyboard.type('konstantin')
    await expect(ana.getByText(/^\d+ colleagues?$/)).toBeVisible()
    await expect(row(ana, 'Konstantinopoulou').first()).toBeVisible()
  })
})
