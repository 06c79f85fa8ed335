import type { Page } from '@playwright/test'
import { button, expect, type Genesys, goOnQueue, opened, rows, test, wrapUp } from './desk'
import { expectOneDesk, inAll, openTabs } from './tabs'

// Five pages draw everything that happens.
test.setTimeout(120_000)

const here = (tab: Page) => tab.getByText('Calls ring in this tab.')

/** What was ordered of calls since the last time, and whether it did something. */
async function ordered(genesys: Genesys) {
  const orders = await genesys.requests('PATCH', /\/conversations\/calls\//)
  await genesys.control('DELETE', '/requests')
  return orders.map(({ effect }) => effect)
}

/** Opens the call in a tab that shows something else. */
async function look(tab: Page, name: string) {
  await rows(tab).getByRole('link', { name }).click()
  await expect(opened(tab, name)).toBeVisible()
}

test('two tabs are one desk: what is done in one, or anywhere else, is shown in both', async ({
  ana,
  host,
  genesys,
}) => {
  const tabs = await openTabs(ana, host, 2)
  const [first, second] = tabs as [Page, Page]
  await goOnQueue(second)
  await expectOneDesk(tabs, genesys)
  const id = await genesys.customerCalls('Ada Quill')
  await inAll(tabs, (tab) => expect(button(tab, 'Answer')).toBeVisible())
  await expectOneDesk(tabs, genesys)

  await genesys.control('DELETE', '/requests')
  await button(second, 'Answer').click()
  await inAll(tabs, (tab) => look(tab, 'Ada Quill'))
  await expectOneDesk(tabs, genesys)
  expect(await ordered(genesys)).toEqual([true])

  // In both before either is done: the call is held, and nobody is told of a trouble.
  const calls = { method: 'PATCH', path: '/api/v2/conversations/calls/**' }
  await genesys.fault({ ...calls, kind: 'delay', ms: 2_500, times: 2 })
  await inAll(tabs, (tab) => button(tab, 'Hold').click())
  await inAll(tabs, (tab) => expect(button(tab, 'Resume')).toBeVisible())
  await expectOneDesk(tabs, genesys)
  await inAll(tabs, (tab) => expect(tab.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0))

  await genesys.customerHangsUp(id)
  await inAll(tabs, (tab) => expect(rows(tab)).toContainText('Wrap-up'))
  const presence = `/users/${await genesys.userId('Ana Ruiz')}/presence`
  await genesys.control('POST', presence, { systemPresence: 'Break' })
  await inAll(tabs, (tab) => expect(button(tab, 'Presence: Break')).toBeVisible())
  await wrapUp(first)
  await inAll(tabs, (tab) => expect(rows(tab)).toHaveCount(0))
  await expectOneDesk(tabs, genesys)
})

test('five tabs are one desk: each order is given in another one, and goes out once', async ({
  ana,
  host,
  genesys,
}) => {
  const tabs = await openTabs(ana, host, 5)
  const [first, second, third, fourth, fifth] = tabs as [Page, Page, Page, Page, Page]
  const { sockets, tokens, subscriptions } = await genesys.state()
  expect([sockets, tokens.length]).toEqual([1, 1])
  expect(subscriptions.length).toBe(new Set(subscriptions).size)
  await goOnQueue(fifth)
  await genesys.customerCalls('Ada Quill')
  await inAll(tabs, (tab) => expect(button(tab, 'Answer')).toBeVisible())
  await expectOneDesk(tabs, genesys)
  await genesys.control('DELETE', '/requests')
  await button(first, 'Answer').click()
  await inAll(tabs, (tab) => look(tab, 'Ada Quill'))

  for (const [tab, verb, next] of [
    [second, 'Hold', 'Resume'],
    [third, 'Resume', 'Hold'],
    [fourth, 'Mute', 'Unmute'],
    [fifth, 'Unmute', 'Mute'],
  ] as const) {
    await button(tab, verb).click()
    await inAll(tabs, (one) => expect(button(one, next)).toBeVisible())
    await expectOneDesk(tabs, genesys)
  }
  expect(await ordered(genesys)).toEqual([true, true, true, true, true])

  // Each was pressed and may sound; one rings, and when it is closed another one does.
  const ringing = async (among: readonly Page[]) => {
    const counts = await inAll(among, (tab) => here(tab).count())
    return among.filter((_tab, at) => counts[at])
  }
  await expect.poll(async () => (await ringing(tabs)).length).toBe(1)
  const [one] = await ringing(tabs)
  await one?.close()
  const rest = tabs.filter((tab) => tab !== one)
  await expect.poll(async () => (await ringing(rest)).length).toBe(1)

  const last = rest.at(-1) as Page
  await button(last, 'End call').click()
  await inAll(rest, (tab) => expect(rows(tab)).toContainText('Wrap-up'))
  await wrapUp(rest[0] as Page)
  await inAll(rest, (tab) => expect(rows(tab)).toHaveCount(0))
  await expectOneDesk(rest, genesys)
  expect((await genesys.state()).sockets).toBe(1)
})
