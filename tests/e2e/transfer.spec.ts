import type { Page } from '@playwright/test'
import { button, expect, type Genesys, goOnQueue, rows, takeCall, test } from './desk'
import { search, sent, transferTo } from './transferring'
import { expectTruth } from './truth'

const destinations = (page: Page) =>
  page.getByRole('list', { name: 'Destinations' }).getByRole('listitem')
const said = (page: Page) => page.getByRole('alert')

/** Whoever is in the conversation and has not left it. */
async function inCall(genesys: Genesys, id: string) {
  const call = (await genesys.state()).conversations.find((one) => one.id === id)
  return (call?.participants ?? []).filter(
    ({ state }) => !/^(disconnected|terminated)$/.test(state),
  )
}

let call: string
test.beforeEach(async ({ ana, genesys }) => {
  await goOnQueue(ana)
  call = await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Transfer').click()
})

test('to a colleague found by name: the phone rings there, and wrap-up begins here', async ({
  ana,
  genesys,
}) => {
  await search(ana).fill('okaf')
  const ben = destinations(ana).filter({ hasText: 'Ben Okafor' })
  await expect(ben).toContainText('Available · Repairs')
  await transferTo(ana, 'Ben Okafor')
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expectTruth(ana, genesys)
  const userId = await genesys.userId('Ben Okafor')
  expect(await inCall(genesys, call)).toMatchObject([
    { purpose: 'customer' },
    { userId, state: 'alerting' },
  ])
  expect(await sent(genesys)).toHaveLength(1)
})

for (const [typed, shown, called] of [
  ['(317) 555-0199', '+1 317 555 0199', '+13175550199'],
  ['+49 30 55500142', '+49 30 55500142', '+493055500142'],
] as const)
  test(`to the number ${typed}, dialled as ${called}`, async ({ ana, genesys }) => {
    await search(ana).fill(typed)
    await expect(destinations(ana)).toHaveCount(1)
    await transferTo(ana, shown)
    await expect(rows(ana).first()).toContainText('Wrap-up')
    await expectTruth(ana, genesys)
    expect((await inCall(genesys, call)).map(({ purpose }) => purpose)).toEqual([
      'customer',
      'external',
    ])
    expect(await sent(genesys)).toHaveLength(1)
  })

test('half a number is no number, and says so', async ({ ana, genesys }) => {
  await search(ana).fill('+49 30')
  await expect(ana.getByText('This number is too short to be called.')).toBeVisible()
  await expect(destinations(ana)).toHaveCount(0)
  await search(ana).fill('+49 30 55500142')
  await expect(button(ana, 'Transfer to +49 30 55500142')).toBeVisible()
  // With the next key the row of the shorter number is gone at once.
  await search(ana).press('End')
  await search(ana).pressSequentially('7')
  await expect(button(ana, 'Transfer to +49 30 55500142')).toHaveCount(0)
  await expect(button(ana, 'Transfer to +49 30 555001427')).toBeVisible()
  expect(await sent(genesys)).toEqual([])
})

test('not to oneself: the row says why, and what was typed stays', async ({ ana, genesys }) => {
  await search(ana).fill('ana r')
  await expect(destinations(ana).filter({ hasText: 'Ana Ruiz' })).toContainText('This is you')
  const verb = button(ana, 'Transfer to Ana Ruiz')
  await expect(verb).toHaveAttribute('aria-disabled', 'true')
  await verb.click({ force: true })
  await expect(search(ana)).toHaveValue('ana r')
  await expect(rows(ana).first()).toContainText('Connected')
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toEqual([])
})

test('not to somebody who is offline: the agent is told why, and what was typed stays', async ({
  ana,
  genesys,
}) => {
  await search(ana).fill('ingrid')
  await expect(destinations(ana).filter({ hasText: 'Ingrid' })).toContainText('Offline')
  await button(ana, 'Transfer to Ingrid Sørensen').click()
  await expect(said(ana)).toContainText(
    'The transfer to Ingrid Sørensen did not happen. Ingrid Sørensen is offline: nobody would answer.',
  )
  await expect(search(ana)).toHaveValue('ingrid')
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toEqual([])

  // The row is as old as the search; the press looks again.
  const presence = `/users/${await genesys.userId('Ingrid Sørensen')}/presence`
  await genesys.control('POST', presence, { systemPresence: 'Available' })
  await transferTo(ana, 'Ingrid Sørensen')
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toHaveLength(1)
})

test('to somebody Genesys Cloud does not reach any more: refused in words, and what was typed stays', async ({
  ana,
  genesys,
}) => {
  await search(ana).fill('ben')
  await expect(button(ana, 'Transfer to Ben Okafor')).toBeVisible()
  await genesys.fault({
    path: '/api/v2/conversations/**/replace/agent',
    kind: 'status',
    status: 400,
    code: 'conversations.error.transfer.destination.required',
  })
  await transferTo(ana, 'Ben Okafor')
  await expect(said(ana)).toContainText(
    'The transfer to Ben Okafor did not happen. Genesys Cloud does not know that target.',
  )
  await expect(search(ana)).toHaveValue('ben')
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toHaveLength(1)
})

test('the customer hangs up while the agent is choosing: the panel goes, and the agent is told', async ({
  ana,
  genesys,
}) => {
  await search(ana).fill('Rep')
  await expect(button(ana, 'Transfer to Repairs')).toBeVisible()
  await genesys.customerHangsUp(call)
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expect(search(ana)).toHaveCount(0)
  await expect(said(ana)).toContainText('Your part in the call has ended')
  await expect(ana.getByRole('searchbox', { name: 'Wrap-up code' })).toBeFocused()
  await expectTruth(ana, genesys)
  expect(await sent(genesys)).toEqual([])
})

test('people cannot be searched: the queues are there, and the half that is missing is named', async ({
  ana,
  genesys,
}) => {
  await genesys.fault({ path: '/api/v2/users/search', kind: 'status', status: 403, times: 9 })
  await search(ana).fill('r')
  await expect(ana.getByText('People could not be searched.')).toBeVisible()
  await expect(button(ana, 'Transfer to Repairs')).toBeVisible()
})

test('what was typed for one call is there again after a look at another', async ({
  ana,
  genesys,
}) => {
  await search(ana).fill('Rep')
  await expect(button(ana, 'Transfer to Repairs')).toBeVisible()
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await ana.getByRole('link', { name: 'Bo Lindt' }).click()
  await expect(search(ana)).toHaveCount(0)
  await ana.getByRole('link', { name: 'Ada Quill' }).click()
  await expect(search(ana)).toHaveValue('Rep')
  await expect(button(ana, 'Transfer to Repairs')).toBeVisible()
})
