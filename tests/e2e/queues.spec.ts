import type { Page } from '@playwright/test'
import { button, expect, type Genesys, test } from './desk'

/** The agent's queues: which are joined, and how it goes there. */

const queues = (page: Page) => page.getByRole('region', { name: 'My queues' })
const row = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Your queues' }).getByRole('listitem').filter({ hasText: name })
const orders = (genesys: Genesys) => genesys.requests('PATCH', /\/users\/[^/]+\/queues$/)

async function openRoom(page: Page) {
  await page.goto(`${page.url().split('#')[0]}#/queues`)
  await expect(row(page, 'Billing')).toContainText('Joined')
}

test('a queue is joined and left, with who waits there and how long; all of them in one order', async ({
  ana,
  genesys,
}) => {
  await genesys.control('POST', '/switches', { joining: 'later' })
  await genesys.customerCalls('Ada Quill')
  await openRoom(ana)
  await expect(row(ana, 'Billing')).toContainText('1 waiting, longest 0:')
  const told = await row(ana, 'Billing').textContent()
  await expect(row(ana, 'Billing')).not.toHaveText(told ?? '')
  await expect(row(ana, 'Enterprise')).toContainText('Not joined')

  await ana.getByRole('button', { name: /^Join Enterprise/ }).click()
  await expect(row(ana, 'Enterprise')).toContainText('Joining …')
  await expect(row(ana, 'Enterprise')).not.toContainText('Joining …')
  await expect(row(ana, 'Enterprise')).toContainText('Joined')
  expect(await orders(genesys)).toMatchObject([{ status: 200, effect: true }])

  await button(ana, 'Leave all').click()
  await expect(queues(ana)).toContainText('Leaving: 0 of 4 queues …')
  await expect(queues(ana)).toContainText('You have joined no queue')
  await expect(queues(ana)).toContainText('All 4 queues are left.')
  await button(ana, 'Join all').click()
  await expect(queues(ana)).toContainText('All 4 queues are joined.')
  expect(await orders(genesys)).toHaveLength(3)
  // Left by a press of its own, it is no queue that Genesys Cloud has failed to join.
  await ana.getByRole('button', { name: /^Leave Billing/ }).click()
  await expect(row(ana, 'Billing')).toContainText('Not joined')
  await expect(queues(ana)).not.toContainText('of 4 queues')
})

test('by keyboard alone; what somebody else changes is told', async ({ ana, genesys }) => {
  await openRoom(ana)
  await button(ana, 'Leave Billing').focus()
  await ana.keyboard.press('ArrowDown')
  await expect(ana.getByRole('button', { name: /^Join Enterprise/ })).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(ana.getByRole('button', { name: /^Leave Enterprise/ })).toBeFocused()
  await expect(row(ana, 'Enterprise')).toContainText('Joined')

  // Somebody else takes the agent out of a queue.
  const queueId = (await genesys.state()).queues.find(({ name }) => name === 'Sales')?.id
  const me = await genesys.userId('Ana Ruiz')
  await genesys.control('POST', `/users/${me}/queues`, { queueId, joined: false })
  await expect(row(ana, 'Sales')).toContainText('Not joined')
})

test.describe('when figures fail', () => {
  test.use({ failedLoads: true })

  test('those that were read before say how old they are', async ({ ana, genesys }) => {
    await genesys.customerCalls('Ada Quill')
    await ana.clock.install()
    await openRoom(ana)
    await expect(row(ana, 'Billing')).toContainText('1 waiting')
    await genesys.fault({ kind: 'status', path: '/api/v2/analytics/**', status: 403, times: 20 })
    await ana.clock.fastForward(21_000)
    await expect(queues(ana)).toContainText('could not be read')
    await expect(queues(ana)).toContainText(/Waiting calls, read \d+ s ago\./)
  })
})

test.describe('in a large organization', () => {
  test.use({ platform: { organisation: 'large' } })

  test('four hundred queues are listed, filtered and scrolled without the page standing still', async ({
    ana,
    genesys,
  }) => {
    const me = await genesys.userId('Ana Ruiz')
    await genesys.control('POST', `/users/${me}/queues`, { members: 400 })
    await ana.evaluate(() => {
      const long: number[] = []
      Object.assign(window, { long })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration)
      }).observe({ type: 'longtask' })
    })
    await openRoom(ana)
    const all = ana.getByRole('list', { name: 'Your queues' }).getByRole('listitem')
    await expect
      .poll(async () => {
        const scroll = (list: Element) => list.lastElementChild?.scrollIntoView()
        await ana.getByRole('list', { name: 'Your queues' }).evaluate(scroll)
        return all.count()
      })
      .toBeGreaterThanOrEqual(400)
    const filter = ana.getByRole('searchbox', { name: 'Filter your queues' })
    await filter.fill('sales')
    await expect(all).toHaveCount(1)
    await expect(row(ana, 'Sales')).toContainText(/waiting/)
    // What stands still so long is no matter of how busy the machine is.
    expect(await ana.evaluate(() => Math.max(0, ...Reflect.get(window, 'long')))).toBeLessThan(
      1_000,
    )
  })
})
