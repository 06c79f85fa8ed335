import type { Page } from '@playwright/test'
import {
  button,
  expect,
  expectLive,
  expectSignedIn,
  type Genesys,
  goOnQueue,
  rows,
  takeCall,
  test,
} from './desk'
import { attachEngine } from './engine'
import { expectOneDesk, inAll, openTabs } from './tabs'

// The death of an engine is noticed after fifteen seconds at most.
test.setTimeout(120_000)

/** The engine of all tabs is gone; one window of one tab brings every desk back. */
async function killAndComeBack(tabs: readonly Page[], meanwhile: () => Promise<unknown>) {
  const [first] = tabs as [Page]
  await (await attachEngine(first)).kill()
  await meanwhile()
  await inAll(tabs, (tab) =>
    expect(tab.getByText('A part of Minidesk stopped')).toBeVisible({ timeout: 30_000 }),
  )
  await button(tabs.at(-1) ?? first, 'Sign in again').click()
  await inAll(tabs, (tab) => expectSignedIn(tab))
  await inAll(tabs, expectLive)
}

const orders = async (genesys: Genesys) =>
  (await genesys.requests('PATCH', /\/conversations\/calls\//)).map(({ effect }) => effect)

test('the engine dies in a call with five tabs: all of them come back by one sign-in, to what is true', async ({
  ana,
  host,
  genesys,
}) => {
  const tabs = await openTabs(ana, host, 5)
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  const userId = await genesys.userId('Ana Ruiz')
  await killAndComeBack(tabs, async () => {
    // What happens while nobody listens.
    await genesys.customerHangsUp(id)
    await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
    await genesys.control('POST', `/users/${userId}/presence`, { systemPresence: 'Break' })
  })
  await inAll(tabs, (tab) => expect(rows(tab)).toHaveCount(2))
  await inAll(tabs, (tab) => rows(tab).getByRole('link', { name: 'Bo Lindt' }).click())
  await expectOneDesk(tabs, genesys)
  // One socket for all, and orders from any of them.
  expect((await genesys.state()).sockets).toBe(1)
  await button(tabs[2] ?? ana, 'Answer')
    .first()
    .click()
  await inAll(tabs, (tab) =>
    expect(rows(tab).filter({ hasText: 'Bo Lindt' })).toContainText('Connected'),
  )
  await expectOneDesk(tabs, genesys)
})

for (const [phase, word, next] of [
  ['before', 'Connected', 'Hold'],
  ['after', 'On hold', 'Resume'],
] as const)
  test(`the engine dies while Hold is on its way (${phase} it happened): both tabs show what became of it, and nothing is sent again`, async ({
    ana,
    host,
    genesys,
  }) => {
    const tabs = await openTabs(ana, host, 2)
    await goOnQueue(ana)
    await takeCall(ana, genesys, 'Ada Quill')
    await rows(tabs[1] ?? ana)
      .getByRole('link', { name: 'Ada Quill' })
      .click()
    await genesys.control('DELETE', '/requests')
    await genesys.control('POST', '/sockets/mute', {})
    const calls = { method: 'PATCH', path: '/api/v2/conversations/calls/**' }
    await genesys.fault({ ...calls, kind: 'timeout', phase })
    await button(ana, 'Hold').click()
    await expect(button(ana, 'Hold')).toHaveAttribute('aria-busy', 'true')
    await expect
      .poll(async () => (await genesys.control('GET', '/faults')) as object)
      .toMatchObject([{ count: 1 }])
    await killAndComeBack(tabs, async () => {})
    await inAll(tabs, (tab) => expect(button(tab, next)).not.toHaveAttribute('aria-busy', 'true'))
    await inAll(tabs, (tab) => expect(rows(tab)).toContainText(word))
    await expectOneDesk(tabs, genesys)
    // Who ordered it is told what is known; of what has happened there is nothing to tell.
    const [told, others] = await inAll(tabs, (tab) => tab.getByRole('alert').allInnerTexts())
    const unsure = /It was not sent again\.$/
    expect(told?.join('')).toMatch(phase === 'before' ? unsure : /^$/)
    expect(others?.join('')).toBe('')
    await genesys.control('DELETE', '/faults')
    await expect.poll(() => orders(genesys)).toEqual([phase === 'after'])
  })
