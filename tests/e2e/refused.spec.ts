import type { Page } from '@playwright/test'
import { button, expect, type Genesys, goOnQueue, rows, takeCall, test } from './desk'
import { transferTo } from './transferring'
import { expectTruth } from './truth'

const transfers = { method: 'POST', path: '/api/v2/conversations/**/replace/queue' }
const search = (page: Page) =>
  page.getByRole('searchbox', { name: 'Find a person, queue or number' })
const said = (page: Page) => page.getByRole('alert')

/** The transfers that reached Genesys Cloud: those the desk sent, without the browser's own repeats. */
async function sent(genesys: Genesys) {
  const all = await genesys.requests('POST', /\/replace(\/queue)?$/)
  return all.filter(({ resent }) => !resent)
}

test.beforeEach(async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Transfer').click()
  await search(ana).fill('Rep')
  await expect(button(ana, 'Transfer to Billing')).toHaveCount(0)
})

test.afterEach(async ({ genesys }) => {
  const faults = (await genesys.control('GET', '/faults')) as { count: number }[]
  expect(faults.map(({ count }) => count > 0)).toEqual([true])
})

for (const { status, code, words } of [
  {
    status: 403,
    code: 'conversation.error.disallowed.transfer.destination',
    words: 'Your organization does not allow a transfer there.',
  },
  { status: 409, words: 'Something else changed it at the same moment.' },
  { status: 400, words: 'Genesys Cloud refused' },
])
  test(`a transfer refused with ${status} says why, and keeps what was typed`, async ({
    ana,
    genesys,
  }) => {
    await genesys.fault({ ...transfers, kind: 'status', status, ...(code && { code }) })
    await transferTo(ana, 'Repairs')
    await expect(said(ana)).toContainText('The transfer to Repairs did not happen.')
    await expect(said(ana)).toContainText(words)
    await expect(search(ana)).toHaveValue('Rep')
    await expect(rows(ana).first()).toContainText('Connected')
    await expectTruth(ana, genesys)
    expect(await sent(genesys)).toHaveLength(1)

    // The agent decides to try again.
    await transferTo(ana, 'Repairs')
    await expect(rows(ana).first()).toContainText('Wrap-up')
    await expectTruth(ana, genesys)
  })

test('a transfer answered with 500 is looked up, said, and not sent again', async ({
  ana,
  genesys,
}) => {
  await genesys.fault({ ...transfers, kind: 'status', status: 500 })
  await transferTo(ana, 'Repairs')
  await expect(said(ana)).toContainText('It was not sent again.')
  await expect(search(ana)).toHaveValue('Rep')
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toHaveLength(1)
})

test('a transfer that happened although its answer was 500 is found to have happened', async ({
  ana,
  genesys,
}) => {
  await genesys.fault({ ...transfers, kind: 'status', status: 500, phase: 'after' })
  await transferTo(ana, 'Repairs')
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expect(search(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toHaveLength(1)
  await expect(said(ana)).not.toContainText('did not happen')
})

test('a connection that breaks after the transfer took effect: once sent, and the truth is shown', async ({
  ana,
  genesys,
}) => {
  await genesys.fault({ ...transfers, kind: 'reset', phase: 'after' })
  await transferTo(ana, 'Repairs')
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expect(search(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toHaveLength(1)
  const all = await genesys.requests('POST', /\/replace(\/queue)?$/)
  expect(all.filter(({ effect }) => effect)).toHaveLength(1)
})

test('a connection that breaks before anything happened leaves one transfer at most', async ({
  ana,
  genesys,
}) => {
  // Also what the browser sends by itself once more is cut off.
  await genesys.fault({ ...transfers, kind: 'reset', times: 10 })
  await transferTo(ana, 'Repairs')
  await expect(said(ana)).toContainText('Genesys Cloud did not answer.')
  await expect(search(ana)).toHaveValue('Rep')
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toHaveLength(1)
})

test('Hold refused says so, and the button stays what it was', async ({ ana, genesys }) => {
  await genesys.fault({
    method: 'PATCH',
    path: '/api/v2/conversations/**',
    kind: 'status',
    status: 403,
  })
  await button(ana, 'Hold').click()
  await expect(said(ana)).toContainText('Hold did not happen. You may not do this.')
  await expect(button(ana, 'Hold')).not.toHaveAttribute('aria-busy', 'true')
  await expectTruth(ana, genesys)

  // Waved away in the middle of a sentence, it can be read again.
  await button(ana, 'Dismiss').click()
  await expect(said(ana)).not.toContainText('Hold did not happen')
  await button(ana, 'Earlier notices').click()
  const earlier = ana.getByRole('dialog', { name: 'Earlier notices' })
  await expect(earlier.getByRole('listitem')).toHaveCount(1)
  await expect(earlier).toContainText('Hold did not happen. You may not do this.')
  // What Genesys Cloud's support asks for.
  await expect(earlier).toContainText(/Reference [0-9a-f-]{36}/)
  await ana.keyboard.press('Escape')
  await expect(earlier).toBeHidden()
})
