import type { Page } from '@playwright/test'
import { button, expect, expectDesk, type Genesys, goOnQueue, takeCall, test } from './desk'
import { keptKeys } from './kept'
import { expectTruth } from './truth'

/*
 * An order whose page is gone before anybody knows what became of it: the next page reads the facts, says what
 * they show, and sends nothing again.
 */

test.use({ failedLoads: true })

const calls = { method: 'PATCH', path: '/api/v2/conversations/calls/**' }
const told = (page: Page) => page.getByRole('alert').getByText('ordered before the reload')
const orders = (genesys: Genesys) => genesys.requests('PATCH', /\/conversations\/calls\//)

/** Connected to a customer, and everything asked so far is no part of the story. */
async function talk(page: Page, genesys: Genesys) {
  await goOnQueue(page)
  await takeCall(page, genesys, 'Ada Quill')
  await genesys.control('DELETE', '/requests')
}

/** Presses Hold, and waits until it has gone out, and the browser has kept that. */
async function hold(page: Page, genesys: Genesys) {
  await button(page, 'Hold').click()
  await expect(button(page, 'Hold')).toHaveAttribute('aria-busy', 'true')
  await expect
    .poll(async () => (await genesys.control('GET', '/faults')) as object)
    .toMatchObject([{ count: 1 }])
  const kept = async () => (await keptKeys(page)).filter((key) => key.startsWith('orders:'))
  await expect.poll(kept).not.toEqual([])
}

/** Once, and nobody is told that it was not. */
async function expectOnce(page: Page, genesys: Genesys, happened: boolean) {
  await expectTruth(page, genesys)
  await genesys.control('DELETE', '/faults')
  await expect.poll(async () => (await orders(genesys)).length).toBe(1)
  expect((await orders(genesys)).map(({ effect }) => effect)).toEqual([happened])
}

test('Hold, reloaded before its answer: the desk says that it is done', async ({
  ana,
  genesys,
}) => {
  await talk(ana, genesys)
  // It has happened, and neither its answer nor an event tells of it.
  await genesys.control('POST', '/sockets/mute', {})
  await genesys.fault({ ...calls, kind: 'timeout', phase: 'after' })
  await hold(ana, genesys)
  await ana.reload()
  await expectDesk(ana)
  await expect(told(ana)).toHaveText('Hold, ordered before the reload: done.')
  await expect(button(ana, 'Resume')).toBeVisible()
  await expectOnce(ana, genesys, true)
  // Said once: nothing of it is left.
  await ana.reload()
  await expectDesk(ana)
  await button(ana, 'Resume').click()
  await expect(button(ana, 'Hold')).toBeVisible()
  await expect(told(ana)).toHaveCount(0)
})

test('Hold, reloaded, and lost on its way: the desk says that it did not happen', async ({
  ana,
  genesys,
}) => {
  await talk(ana, genesys)
  await genesys.fault({ ...calls, kind: 'timeout' })
  await hold(ana, genesys)
  await ana.reload()
  await expectDesk(ana)
  await expect(button(ana, 'Hold')).toHaveAttribute('aria-busy', 'true')
  await expect(told(ana)).toHaveText(/^Hold, .*, did not happen, as far as can be seen\./, {
    timeout: 40_000,
  })
  await expect(button(ana, 'Hold')).not.toHaveAttribute('aria-busy', 'true')
  await expectOnce(ana, genesys, false)
})

test('the tab is closed: one that was opened later says it, and no other one', async ({
  ana,
  context,
  genesys,
  host,
}) => {
  const before = await context.newPage()
  await before.goto(host.url)
  await expectDesk(before)
  await talk(ana, genesys)
  // It happens when its page is gone, and the engine has given it up.
  await genesys.fault({ ...calls, kind: 'delay', ms: 13_000 })
  await hold(ana, genesys)

  // Somebody follows it as long as its tab is there.
  const early = await context.newPage()
  await early.goto(host.url)
  await expectDesk(early)
  await early.getByRole('link', { name: 'Ada Quill' }).click()
  await expect(button(early, 'Hold')).toBeVisible()
  await expect(told(early)).toHaveCount(0)

  await ana.close()
  const tabs = [await context.newPage(), await context.newPage()]
  await Promise.all(tabs.map((tab) => tab.goto(host.url)))
  await Promise.all(tabs.map((tab) => expectDesk(tab)))
  const all = [before, early, ...tabs]
  await expect
    .poll(async () => (await Promise.all(all.map((tab) => told(tab).count()))).sort(), {
      timeout: 30_000,
    })
    .toEqual([0, 0, 0, 1])
  await before.bringToFront()
  await expectOnce(before, genesys, true)
  expect(await told(before).count()).toBe(0)
})
