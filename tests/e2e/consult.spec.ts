import type { Page } from '@playwright/test'
import { button, expect, type Genesys, goOnQueue, rows, takeCall, test } from './desk'
import { search } from './transferring'
import { expectTruth } from './truth'

const sides = (page: Page) => page.getByRole('region', { name: 'Consult' }).getByRole('listitem')

async function acts(genesys: Genesys, what: 'answer' | 'hangup', conversationId: string) {
  const ben = await genesys.userId('Ben Okafor')
  await genesys.control('POST', `/users/${ben}/${what}`, { conversationId })
}

/** Everybody in the call, by their purpose or user, who has not left. */
async function inCall(genesys: Genesys, id: string) {
  const call = (await genesys.state()).conversations.find((one) => one.id === id)
  const there = (call?.participants ?? []).filter(({ state }) => !/^(dis|term)/.test(state))
  return there.map(({ purpose, state }) => `${purpose} ${state}`)
}

let call: string
test.beforeEach(async ({ ana, genesys }) => {
  await goOnQueue(ana)
  call = await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Transfer').click()
  await search(ana).fill('okaf')
  await expect(button(ana, 'Consult Ben Okafor')).toBeVisible()
})

test('by mouse: two rows, each held and resumed, together, and handed over with a note', async ({
  ana,
  genesys,
}) => {
  await ana
    .getByRole('textbox', { name: 'Note for whoever takes the call' })
    .fill('Wants a plumber')
  await button(ana, 'Consult Ben Okafor').click()
  const [customer, ben] = [sides(ana).nth(0), sides(ana).nth(1)]
  await expect(customer).toContainText('On hold')
  await expect(ben).toContainText('Ringing')
  await expect(button(ana, 'Complete transfer')).toHaveAttribute('aria-disabled', 'true')
  await expect(search(ana)).toHaveCount(0)
  await acts(genesys, 'answer', call)
  await expect(ben).toContainText('Talking')
  await ana.reload()
  await expect(ben).toContainText('Talking')
  await expect(customer).toContainText('On hold')
  await button(ana, 'Resume Ada Quill').click()
  await expect(customer).toContainText('Talking')
  await expect(ben).toContainText('On hold')
  await button(ana, 'Resume Ben Okafor').click()
  await expect(ben).toContainText('Talking')
  await button(ana, 'Hold Ben Okafor').click()
  await expect(ben).toContainText('On hold')
  await expect(customer).toContainText('On hold')
  await button(ana, 'Resume Ben Okafor').click()
  await button(ana, 'Talk to both').click()
  await expect(customer).toContainText('Talking')
  await expectTruth(ana, genesys)
  await button(ana, 'Complete transfer').dblclick()
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expect(sides(ana)).toHaveCount(0)
  await expect(ana.getByText('Wants a plumber')).toBeVisible()
  expect(await inCall(genesys, call)).toEqual(['customer connected', 'agent connected'])
  expect(await genesys.requests('POST', /consult\/agent$/)).toHaveLength(1)
})

test('by keyboard: a consult is cancelled, and the customer is heard again', async ({
  ana,
  genesys,
}) => {
  const { keyboard } = ana
  await keyboard.press('ArrowDown')
  await expect(button(ana, 'Transfer to Ben Okafor')).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(button(ana, 'Consult Ben Okafor')).toBeFocused()
  await keyboard.press('Enter')
  await expect(sides(ana).nth(1)).toContainText('Ringing')
  await acts(genesys, 'answer', call)
  await expect(sides(ana).nth(1)).toContainText('Talking')
  await button(ana, 'Cancel consult').focus()
  await keyboard.press('Enter')
  await expect(sides(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
  expect(await inCall(genesys, call)).toEqual(['customer connected', 'agent connected'])
  await expect(button(ana, 'Transfer')).not.toHaveAttribute('aria-disabled', 'true')
})

test('the rows go when the consulted declines, hangs up, or the customer does', async ({
  ana,
  genesys,
}) => {
  for (const answers of [false, true]) {
    await button(ana, 'Consult Ben Okafor').click()
    await expect(sides(ana).nth(1)).toContainText('Ringing')
    if (answers) {
      await acts(genesys, 'answer', call)
      await expect(sides(ana).nth(1)).toContainText('Talking')
    }
    await acts(genesys, 'hangup', call)
    await expect(sides(ana)).toHaveCount(0)
    await expect(rows(ana).first()).toContainText('Connected')
    await button(ana, 'Transfer').click()
    await search(ana).fill('okaf')
  }
  await button(ana, 'Consult Ben Okafor').click()
  await expect(sides(ana).nth(1)).toContainText('Ringing')
  await acts(genesys, 'answer', call)
  await expect(sides(ana).nth(1)).toContainText('Talking')
  await genesys.customerHangsUp(call)
  await expect(sides(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
  await expect(rows(ana).first()).toContainText('Connected')
})

test('somebody is added, and the others talk on', async ({ ana, genesys }) => {
  await ana.getByRole('radio', { name: 'Add to the call' }).check()
  await button(ana, 'Add Ben Okafor to the call').click()
  await expect(search(ana)).toHaveCount(0)
  await acts(genesys, 'answer', call)
  await expect(ana.getByText('This is a conference.')).toBeVisible()
  await button(ana, 'End call').click()
  await expect(rows(ana).first()).toContainText('Wrap-up')
  expect(await inCall(genesys, call)).toEqual(['customer connected', 'user connected'])
})

test.describe('where a call of a queue may not go unattended', () => {
  test.use({ failedLoads: true, platform: { switches: { unattendedQueueTransfers: false } } })

  test('it is offered: cancelled, declined, taken', async ({ ana, genesys }) => {
    const waits = ana.getByText('Waiting for Ben Okafor to accept')
    const send = async () => {
      await button(ana, 'Transfer to Ben Okafor').click()
      await button(ana, 'Send now').click()
      await expect(waits).toBeVisible()
    }
    await send()
    await button(ana, 'Cancel transfer').click()
    await expect(waits).toHaveCount(0)
    await expect(search(ana)).toHaveValue('okaf')
    await expect(ana.getByRole('alert')).toBeEmpty()
    await send()
    await acts(genesys, 'hangup', call)
    await expect(ana.getByRole('alert')).toContainText(
      'Ben Okafor did not take the call. It is still with you.',
    )
    await expect(search(ana)).toHaveValue('okaf')
    await send()
    await ana.reload()
    await expect(waits).toBeVisible()
    await acts(genesys, 'answer', call)
    await expect(rows(ana).first()).toContainText('Wrap-up')
    await expectTruth(ana, genesys)
  })
})
