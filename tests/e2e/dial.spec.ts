import type { Page } from '@playwright/test'
import {
  button,
  expect,
  type Genesys,
  goOnQueue,
  opened,
  rows,
  takeCall,
  test,
  wrapUp,
} from './desk'
import { expectTruth } from './truth'

/** Calls that an agent places. The last four digits say what comes of a number: 0001 is busy. */

const rail = (page: Page) => page.getByRole('navigation', { name: 'Your conversations' })
const search = (page: Page) =>
  page.getByRole('searchbox', { name: 'Find a person, queue or number' })
const orders = (genesys: Genesys) => genesys.requests('POST', '/api/v2/conversations/calls')
const newCall = (page: Page) => rail(page).getByRole('button', { name: 'New call' })
const row = (page: Page, name: string) => rows(page).filter({ hasText: name })

/** What Genesys Cloud has of the calls that Ana has placed. */
async function placed(genesys: Genesys) {
  const { conversations, queues } = await genesys.state()
  return conversations.map(({ queueId }) => queues.find(({ id }) => id === queueId)?.name)
}

test('a number is called on behalf of a queue: the call of now is held first, the new one opens', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await newCall(ana).click()
  await expect(ana.getByRole('heading', { name: 'New call' })).toBeVisible()
  await ana.getByLabel('Call numbers on behalf of').selectOption('Billing')
  await search(ana).fill('+49 30 5550177')
  await button(ana, 'Call +49 30 5550177').dblclick()

  await expect(opened(ana, '+49305550177')).toBeVisible()
  await expect(row(ana, 'Ada Quill')).toContainText('On hold')
  await expect(row(ana, '+49305550177')).toContainText('Connected')
  expect(await orders(genesys)).toMatchObject([{ status: 202, effect: true }])
  expect(await placed(genesys)).toContain('Billing')
  await expectTruth(ana, genesys)

  // Back is where the agent came from.
  await ana.goBack()
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await ana.goForward()
  await button(ana, 'End call').click()
  await expect(ana.getByRole('heading', { name: 'Wrap-up' })).toBeVisible()
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(1)

  // The queue is chosen still, after a reload too.
  await ana.reload()
  await newCall(ana).click()
  await expect(ana.getByLabel('Call numbers on behalf of')).toHaveValue(/.+/)
})

test('by keyboard alone: a colleague, ended while it is dialed; a short number exactly as typed', async ({
  ana,
  genesys,
}) => {
  await newCall(ana).focus()
  await ana.keyboard.press('Enter')
  await expect(search(ana)).toBeFocused()
  await ana.keyboard.type('dmitri')
  await expect(button(ana, 'Call Dmitri Volkov')).toBeVisible()
  await ana.keyboard.press('ArrowDown')
  await expect(button(ana, 'Call Dmitri Volkov')).toBeFocused()
  await ana.keyboard.press('Enter')
  await ana.keyboard.press('Enter')
  await expect(opened(ana, 'Dmitri Volkov')).toBeVisible()
  await expect(rows(ana)).toContainText('Dialing')
  expect(await orders(genesys)).toHaveLength(1)
  await button(ana, 'End call').focus()
  await ana.keyboard.press('Enter')
  await expect(rows(ana)).toHaveCount(0)

  await newCall(ana).focus()
  await ana.keyboard.press('Enter')
  await expect(search(ana)).toBeFocused()
  await ana.keyboard.type('112')
  await expect(button(ana, 'Call 112')).toBeVisible()
  await ana.keyboard.press('ArrowDown')
  await ana.keyboard.press('Enter')
  await expect(opened(ana, '112')).toBeVisible()
  await expect(rows(ana)).toContainText('Connected')
})

test('busy is said with its reason, and called again by one press; the recent calls have it', async ({
  ana,
  genesys,
}) => {
  await newCall(ana).click()
  await search(ana).fill('+49305550001')
  await button(ana, 'Call +49 30 5550001').click()
  await expect(opened(ana, '+49305550001')).toBeVisible()
  await expect(rows(ana)).toContainText('Dialing')
  await expect(rows(ana)).toHaveCount(0)
  const main = ana.getByRole('region', { name: 'Open conversation' })
  await expect(main.getByRole('status')).toContainText(/busy/i)
  await main.getByRole('button', { name: /^Redial/ }).click()
  await expect(rows(ana)).toContainText('Dialing')
  await expect(rows(ana)).toHaveCount(0)
  expect(await orders(genesys)).toHaveLength(2)

  await main.getByRole('button', { name: 'New call' }).click()
  const recent = ana.getByRole('list', { name: 'Recent calls' })
  await expect(recent.getByRole('listitem')).toHaveCount(1)
  await expect(recent).toContainText(/You called.*busy/i)
  await button(ana, 'Back to the list')
    .or(ana.getByRole('link', { name: 'Back to the list' }))
    .first()
})

test.describe('when something goes wrong', () => {
  test.use({ failedLoads: true })

  test('an order without an answer is looked for and never sent twice; without a phone it says what to do', async ({
    ana,
    genesys,
  }) => {
    await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/phone`, {
      kind: 'none',
    })
    await newCall(ana).click()
    await search(ana).fill('+49305550177')
    const call = button(ana, 'Call +49 30 5550177')
    await call.click()
    await expect(ana.getByRole('alert')).toContainText('You have no phone selected. Select one')
    await expect(call).toBeEnabled()

    await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/phone`, {
      kind: 'webrtc',
      connected: true,
    })
    await genesys.fault({
      ...{ method: 'POST', path: '/api/v2/conversations/calls' },
      ...{ kind: 'status', status: 503, phase: 'after' },
    })
    await call.click()
    await expect(opened(ana, '+49305550177')).toBeVisible()
    await expect(rows(ana)).toContainText('Connected')
    await expect(rows(ana)).toHaveCount(1)
    const sent = await orders(genesys)
    expect(sent.map(({ status, effect }) => [status, effect])).toEqual([
      [400, false],
      [503, true],
    ])
  })
})
