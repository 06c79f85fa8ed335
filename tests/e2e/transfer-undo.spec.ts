import type { Page } from '@playwright/test'
import { button, expect, goOnQueue, rows, takeCall, test } from './desk'
import { search, sent } from './transferring'
import { expectTruth } from './truth'

const strip = (page: Page) => page.getByText('Transferring to')
const time = (page: Page) => page.getByRole('combobox', { name: 'Time to undo a transfer' })

let call: string
test.beforeEach(async ({ ana, genesys }) => {
  await goOnQueue(ana)
  call = await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Transfer').click()
})

test('by mouse: a transfer is taken back, and sent; the second click of a double click does nothing', async ({
  ana,
  genesys,
}) => {
  await time(ana).selectOption('8 s')
  await search(ana).fill('Rep')
  await button(ana, 'Transfer to Repairs').dblclick()
  await expect(strip(ana)).toContainText('Repairs')
  await expect(button(ana, 'Send now')).toBeFocused()
  await button(ana, 'Send now').dispatchEvent('click', { detail: 2 })
  await button(ana, 'Undo').click()
  await expect(strip(ana)).toHaveCount(0)
  await expect(search(ana)).toHaveValue('Rep')
  expect(await sent(genesys)).toEqual([])
  await button(ana, 'Transfer to Repairs').click()
  await button(ana, 'Send now').click()
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toHaveLength(1)
})

test('by keyboard: Escape takes it back to the row, a held Enter sends nothing, another Enter does', async ({
  ana,
  genesys,
}) => {
  const { keyboard } = ana
  await search(ana).fill('Rep')
  const verb = button(ana, 'Transfer to Repairs')
  await expect(button(ana, 'Transfer to Billing')).toHaveCount(0)
  await expect(verb).toBeVisible()
  await keyboard.press('ArrowDown')
  await expect(verb).toBeFocused()
  await keyboard.press('Enter')
  await expect(button(ana, 'Send now')).toBeFocused()
  await keyboard.press('Escape')
  await expect(verb).toBeFocused()
  await keyboard.down('Enter')
  await expect(button(ana, 'Send now')).toBeFocused()
  // Still held: the browser repeats it.
  await keyboard.down('Enter')
  await expect(strip(ana)).toBeVisible()
  await keyboard.up('Enter')
  expect(await sent(genesys)).toEqual([])
  await keyboard.press('Enter')
  await expect(rows(ana).first()).toContainText('Wrap-up')
  expect(await sent(genesys)).toHaveLength(1)
})

test('it goes on while another call is looked at, and out when its time is over; the time is kept', async ({
  ana,
  genesys,
}) => {
  await time(ana).selectOption('2 s')
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await search(ana).fill('Rep')
  await button(ana, 'Transfer to Repairs').click()
  await ana.getByRole('link', { name: 'Bo Lindt' }).click()
  const goesOn = ana.getByRole('alert').getByText('The transfer of Ada Quill to Repairs goes on.')
  await expect(goesOn).toBeVisible()
  await expect.poll(async () => (await sent(genesys)).length).toBe(1)
  await expect(goesOn).toHaveCount(0)
  await expect(rows(ana).filter({ hasText: 'Ada Quill' })).toContainText('Wrap-up')
  await button(ana, 'Answer').click()
  await button(ana, 'Transfer').click()
  await expect(time(ana)).toHaveValue('2')
  await ana.reload()
  await ana.getByRole('link', { name: 'Bo Lindt' }).click()
  await button(ana, 'Transfer').click()
  await expect(time(ana)).toHaveValue('2')
})

test('the customer hangs up, or the page is reloaded, before it goes out: nothing is sent', async ({
  ana,
  genesys,
}) => {
  await time(ana).selectOption('8 s')
  await search(ana).fill('Rep')
  await button(ana, 'Transfer to Repairs').click()
  await expect(strip(ana)).toBeVisible()
  await ana.reload()
  await expect(rows(ana).first()).toContainText('Connected')
  await button(ana, 'Transfer').click()
  await search(ana).fill('Rep')
  await button(ana, 'Transfer to Repairs').click()
  await expect(strip(ana)).toBeVisible()
  await genesys.customerHangsUp(call)
  await expect(ana.getByRole('alert')).toContainText('nothing was transferred from here')
  await expect(strip(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toEqual([])
})
