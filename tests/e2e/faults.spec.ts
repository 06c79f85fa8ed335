import type { Page } from '@playwright/test'
import {
  button,
  expect,
  expectDesk,
  type Genesys,
  goOnQueue,
  opened,
  rows,
  takeCall,
  test,
  wrapUp,
} from './desk'
import { expectTruth } from './truth'

const said = (page: Page) => page.getByRole('alert')
const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes' })
const hold = { method: 'PATCH', path: '/api/v2/conversations/calls/*/participants/*' }
const wrapups = { method: 'POST', path: '/api/v2/conversations/**/wrapup' }

/** What was ordered for the call, its answer apart, besides the answer to it. */
const holds = async (genesys: Genesys) =>
  (await genesys.requests('PATCH', /\/participants\//)).slice(1)

async function talk(page: Page, genesys: Genesys) {
  await goOnQueue(page)
  return takeCall(page, genesys, 'Ada Quill')
}

async function oweWrapup(page: Page, genesys: Genesys) {
  await genesys.customerHangsUp(await talk(page, genesys))
  await notes(page).fill('Wants the invoice by post')
}

test('Hold that is never answered: after ten seconds it is looked up and said, once sent', async ({
  ana,
  genesys,
}) => {
  await talk(ana, genesys)
  await genesys.fault({ ...hold, kind: 'timeout' })
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Hold')).toHaveAttribute('aria-busy', 'true')
  await expect(said(ana)).toContainText('Hold did not happen, as far as can be seen.', {
    timeout: 20_000,
  })
  await expect(button(ana, 'Hold')).not.toHaveAttribute('aria-busy', 'true')
  await expectTruth(ana, genesys)
  expect(await holds(genesys)).toMatchObject([{ status: 0, effect: false }])
  await button(ana, 'Hold').click()
  await expect(rows(ana).first()).toContainText('On hold')
  await expectTruth(ana, genesys)
})

test.describe('while Genesys Cloud asks to slow down', () => {
  test.use({ tooMany: true })

  test('Hold that has to wait two seconds goes out once more, in time', async ({
    ana,
    genesys,
  }) => {
    await talk(ana, genesys)
    await genesys.fault({ ...hold, kind: 'status', status: 429, retryAfter: 2 })
    await button(ana, 'Hold').click()
    await expect(rows(ana).first()).toContainText('On hold')
    await expect(said(ana).filter({ hasText: /./ })).toHaveCount(0)
    expect(await holds(genesys)).toMatchObject([
      { status: 429, effect: false },
      { status: 202, effect: true },
    ])
    await expectTruth(ana, genesys)
  })

  test('Hold that would have to wait a minute is given up at once, in words', async ({
    ana,
    genesys,
  }) => {
    await talk(ana, genesys)
    await genesys.fault({ ...hold, kind: 'status', status: 429, retryAfter: 60 })
    await button(ana, 'Hold').click()
    await expect(said(ana)).toContainText('Hold did not happen. Genesys Cloud asks to slow down.')
    await expect(said(ana)).toContainText('Try again in 60 seconds.')
    await expectTruth(ana, genesys)
    expect(await holds(genesys)).toMatchObject([{ status: 429, effect: false }])
  })
})

test('a wrap-up that is too long is refused, and its notes are still there', async ({
  ana,
  genesys,
}) => {
  await oweWrapup(ana, genesys)
  await genesys.fault({ ...wrapups, kind: 'status', status: 413 })
  await wrapUp(ana)
  await expect(said(ana)).toContainText('The wrap-up did not happen.')
  await expect(notes(ana)).toHaveValue('Wants the invoice by post')
  await button(ana, 'Done').click()
  await expect(rows(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
  const sent = await genesys.requests('POST', /\/wrapup$/)
  expect(sent).toMatchObject([{ effect: false }, { effect: true }])
})

test('a wrap-up whose answer is lost: sent once, and its notes can still be copied', async ({
  ana,
  genesys,
}) => {
  await oweWrapup(ana, genesys)
  await genesys.fault({ ...wrapups, kind: 'truncate', phase: 'after' })
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)
  await expect(said(ana)).toContainText('“Wants the invoice by post”')
  await expect(said(ana)).not.toContainText('did not happen')
  await expectTruth(ana, genesys)
  expect(await genesys.requests('POST', /\/wrapup$/)).toMatchObject([{ effect: true }])
})

test('a gateway that answers for Genesys Cloud keeps the desk shut until Try again', async ({
  page,
  host,
  genesys,
}) => {
  await genesys.fault({ path: '/api/v2/users/me', kind: 'html', status: 502, times: 100 })
  await page.goto(host.url)
  await button(page, 'Log in with Genesys Cloud').click()
  await button(page, 'Ana Ruiz').click()
  await button(page, 'Allow').click()
  await expect(said(page)).toContainText('Your desk could not be opened.', { timeout: 25_000 })
  await expect(said(page)).toContainText('Genesys Cloud has a problem of its own right now.')
  await expect(page.getByRole('switch', { name: 'On Queue' })).toHaveCount(0)
  await genesys.control('DELETE', '/faults')
  await button(page, 'Try again').click()
  await expectDesk(page)
  await expectTruth(page, genesys)
})

test('half a list of conversations is no list: the desk says so, and reads again', async ({
  ana,
  genesys,
}) => {
  await talk(ana, genesys)
  await genesys.fault({ path: '/api/v2/conversations', kind: 'truncate', times: 100 })
  await ana.reload()
  const unread = ana.getByText('Your conversations could not be read. What is shown may be old.')
  await expect(unread).toBeVisible({ timeout: 25_000 })
  await genesys.control('DELETE', '/faults')
  await button(ana, 'Read again').click()
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await expect(unread).toHaveCount(0)
  await expectTruth(ana, genesys)
})
