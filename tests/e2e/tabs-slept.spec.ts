import type { Page } from '@playwright/test'
import { button, expect, expectDesk, goOnQueue, rows, test } from './desk'
import { expectTruth } from './truth'

const news = (page: Page) => page.getByRole('status', { name: 'News' })

/** Nothing of the page runs until the answer is called, and by then so many seconds have passed. */
async function sleep(page: Page, seconds: number) {
  const asleep = page.waitForEvent('dialog')
  const awake = page.evaluate((ms) => {
    const { now } = Date
    alert('asleep')
    Date.now = () => now() + ms
  }, seconds * 1000)
  const dialog = await asleep
  return () => Promise.all([dialog.accept(), awake])
}

test('a tab that slept for four minutes in a call is brought up to date, and says so', async ({
  ana,
  context,
  host,
  genesys,
}) => {
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await goOnQueue(ana)
  await genesys.customerCalls('Ada Quill')
  await expect(button(other, 'Answer')).toBeVisible()
  const wake = await sleep(other, 240)
  await button(ana, 'Answer').click()
  await button(ana, 'Hold').click()
  await expect(rows(ana)).toContainText('On hold')

  await genesys.control('DELETE', '/requests')
  await wake()
  await expect(news(other)).toContainText(
    'This tab slept for 4 minutes. It has been brought up to date.',
  )
  await expectTruth(other, genesys)
  await expect(rows(other)).toContainText('On hold')
  expect((await genesys.requests('GET', '/api/v2/conversations')).length).toBe(1)
  // The one that ran is told nothing.
  await expect(news(ana).getByText('slept')).toHaveCount(0)
})
