import type { Page } from '@playwright/test'
import {
  button,
  expect,
  type Genesys,
  goOnQueue,
  openAccount,
  rows,
  signIn,
  takeCall,
  test,
  wrapUp,
} from './desk'

const figure = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .first()
const asked = async (genesys: Genesys) =>
  (await genesys.requests('POST', '/api/v2/analytics/conversations/aggregates/query')).length

async function openDay(page: Page) {
  await openAccount(page)
  await page.getByRole('link', { name: 'My day' }).click()
  await expect(page.getByRole('heading', { name: 'My day' })).toBeVisible()
}

test('my day after two calls: what Genesys Cloud counted, once in five minutes, and no number it did not tell', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  for (const name of ['Ada Quill', 'Bo Lindt']) {
    const id = await takeCall(ana, genesys, name)
    if (name === 'Ada Quill')
      for (const verb of ['Hold', 'Resume']) {
        await button(ana, verb).click()
        await expect(rows(ana).first()).toContainText(verb === 'Hold' ? 'On hold' : 'Connected')
      }
    await genesys.customerHangsUp(id)
    await wrapUp(ana)
    await expect(rows(ana)).toHaveCount(0)
  }
  await openDay(ana)
  await expect(figure(ana, 'Handled calls')).toHaveText('2')
  await expect(figure(ana, 'Average handle time')).toHaveText(/^\d:\d\d$/)
  await expect(figure(ana, 'Holds')).toHaveText('1')
  await expect(figure(ana, 'Transfers')).toHaveText('–not told')
  await expect(ana.getByText(/^As of .* Read again at /)).toBeVisible()

  // Another tab, and the same one after a reload, know it without asking.
  await ana.reload()
  await expect(figure(ana, 'Handled calls')).toHaveText('2')
  const other = await ana.context().newPage()
  await other.goto(ana.url())
  await expect(figure(other, 'Handled calls')).toHaveText('2')
  expect(await asked(genesys)).toBe(1)
})

test('who may not see it is told so, and nothing is asked', async ({ page, host, genesys }) => {
  const remove = ['analytics:conversationAggregate:view']
  await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/permissions`, {
    remove,
  })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await openDay(page)
  await expect(page.getByText('Your calls of today cannot be shown.')).toBeVisible()
  expect(await asked(genesys)).toBe(0)
})
