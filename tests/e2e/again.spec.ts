import type { Page } from '@playwright/test'
import {
  button,
  expect,
  expectDesk,
  expectLive,
  expectSignedIn,
  goOnQueue,
  opened,
  rows,
  takeCall,
  test,
  trips,
} from './desk'
import { attachEngine } from './engine'
import { expectTruth } from './truth'

const ended = 'Your sign-in has ended.'
const again = (page: Page) => button(page, 'Sign in again')

test('a token dies in a call: the desk stays, and one press in a window brings it back', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Transfer').click()
  const search = ana.getByRole('searchbox', { name: 'Find a person, queue or number' })
  await search.fill('Repai')
  await search.press('Home')
  await search.evaluate((box) => Object.assign(window, { box }))
  await genesys.control('POST', '/tokens/expire', {})
  await expect(ana.getByText(ended)).toBeVisible()

  // Nothing has gone, and what cannot be done says why.
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await expect(search).toBeFocused()
  await expect(button(ana, 'Hold')).toHaveAccessibleDescription('Sign in again first')
  await button(ana, 'Hold').click({ force: true })
  const before = await genesys.requests('PATCH')

  const [popup] = await Promise.all([ana.waitForEvent('popup'), again(ana).click()])
  await expect.poll(() => popup.isClosed()).toBe(true)
  await expectSignedIn(ana)
  await expectLive(ana)
  await expect(rows(ana).first()).toContainText('Connected')
  expect(await genesys.requests('PATCH')).toEqual(before)
  // The same box, with the caret where it was.
  expect(
    await search.evaluate((box: HTMLInputElement) => [
      Reflect.get(window, 'box') === box,
      box.value,
      box.selectionStart,
    ]),
  ).toEqual([true, 'Repai', 0])
  await button(ana, 'Hold').click()
  await expect(rows(ana).first()).toContainText('On hold')
  await expectTruth(ana, genesys)
  expect((await trips(genesys)).token).toBe(2)
})

for (const how of ['expire', 'revoke'])
  test(`the press that meets a dead token (${how}) is not sent, and not repeated behind the agent's back`, async ({
    ana,
    genesys,
  }) => {
    await goOnQueue(ana)
    await takeCall(ana, genesys, 'Ada Quill')
    // The engine hears of it only by asking: its socket is dead, and looks open.
    await genesys.control('POST', '/sockets/mute', {})
    await genesys.control('POST', `/tokens/${how}`, {})
    await button(ana, 'Hold').click()
    await expect(ana.getByRole('alert')).toContainText(
      'Hold did not happen: your sign-in had ended.',
    )
    await again(ana).click()
    await expectSignedIn(ana)
    await expectLive(ana)
    await expectTruth(ana, genesys)
    await expect(rows(ana).first()).toContainText('Connected')
  })

test('a token that dies while nothing is pressed is noticed too', async ({ ana, genesys }) => {
  await genesys.control('POST', '/tokens/expire', {})
  await expect(ana.getByText(ended)).toBeVisible()
  await again(ana).click()
  await expectSignedIn(ana)
  await expectTruth(ana, genesys)
})

test('where the browser opens no window this tab goes, and everything written is there again', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  await ana.getByRole('textbox', { name: 'Notes' }).fill('Wants a call back')
  await genesys.control('POST', '/tokens/expire', {})
  await ana.evaluate(() => Object.assign(window, { open: () => null }))
  await again(ana).click()
  await expect(ana.getByText('The browser opened no window')).toBeVisible()
  const place = new URL(ana.url()).hash
  await Promise.all([ana.waitForEvent('load'), button(ana, 'Use this tab instead').click()])
  await expectDesk(ana)
  expect(new URL(ana.url()).hash).toBe(place)
  await expect(ana.getByRole('textbox', { name: 'Notes' })).toHaveValue('Wants a call back')
  await expectTruth(ana, genesys)
})

test('a window that is closed leaves the desk as it was, and another one works', async ({
  ana,
  context,
  genesys,
}) => {
  await genesys.control('POST', '/tokens/expire', {})
  // The login host asks who that is.
  await context.clearCookies()
  const [popup] = await Promise.all([ana.waitForEvent('popup'), again(ana).click()])
  await expect(button(popup, 'Ana Ruiz')).toBeVisible()
  await popup.close()
  await expect(ana.getByText('Sign in in the window')).toBeVisible()
  const [next] = await Promise.all([
    ana.waitForEvent('popup'),
    button(ana, 'Open it again').click(),
  ])
  await button(next, 'Ana Ruiz').click()
  await expectSignedIn(ana)
  await expectLive(ana)
  await expectTruth(ana, genesys)
})

test('somebody else signs in: nothing of the one before is left', async ({
  ana,
  context,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  await ana.getByRole('textbox', { name: 'Notes' }).fill('Something personal')
  await genesys.control('POST', '/tokens/expire', {})
  await context.clearCookies()
  const [popup] = await Promise.all([ana.waitForEvent('popup'), again(ana).click()])
  await button(popup, 'Ben Okafor').click()
  await button(popup, 'Allow').click()
  await expect(ana.getByRole('button', { name: 'Account: Ben Okafor' })).toBeVisible()
  await expect(rows(ana)).toHaveCount(0)
  await expect(ana.locator('body')).not.toContainText(/Ana Ruiz|Ada Quill|personal/)
})

test('one sign-in wakes every tab', async ({ ana, context, host, genesys }) => {
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await genesys.control('POST', '/tokens/expire', {})
  await expect(ana.getByText(ended)).toBeVisible()
  await expect(other.getByText(ended)).toBeVisible()
  await again(ana).click()
  await expectSignedIn(ana)
  await expectSignedIn(other, 1_000)
  await expectLive(other)
  expect((await trips(genesys)).token).toBe(2)
})

test('the engine dies in a call: the desk stays, and goes on with another one', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await ana.evaluate(() => Object.assign(window, { before: document.querySelector('main') }))
  await (await attachEngine(ana)).kill()
  await expect(ana.getByText('A part of Minidesk stopped')).toBeVisible({ timeout: 30_000 })
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await again(ana).click()
  await expectSignedIn(ana)
  await expectLive(ana)
  await expect(rows(ana).first()).toContainText('Connected')
  expect(
    await ana.evaluate(() => Reflect.get(window, 'before') === document.querySelector('main')),
  ).toBe(true)
  await button(ana, 'Hold').click()
  await expect(rows(ana).first()).toContainText('On hold')
  await expectTruth(ana, genesys)
})

test('the engine dies and somebody else signs in: they get a desk of their own', async ({
  ana,
  context,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await (await attachEngine(ana)).kill()
  await expect(ana.getByText('A part of Minidesk stopped')).toBeVisible({ timeout: 30_000 })
  await context.clearCookies()
  const [popup] = await Promise.all([ana.waitForEvent('popup'), again(ana).click()])
  await button(popup, 'Ben Okafor').click()
  await button(popup, 'Allow').click()
  await expect(ana.getByRole('button', { name: 'Account: Ben Okafor' })).toBeVisible()
  await expect(ana.locator('body')).not.toContainText(/Ana Ruiz|Ada Quill/)
})
