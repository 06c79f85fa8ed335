import type { Page } from '@playwright/test'
import {
  button,
  expect,
  expectDesk,
  expectLive,
  goOnQueue,
  opened,
  rows,
  signIn,
  takeCall,
  test,
  trips,
} from './desk'
import { blockSockets } from './engine'
import { drafts, isLocked, lock, locked, setIdleMinutes, signInAgain, stay, unlock } from './locked'
import { passForEngine } from './passing'
import { expectTruth } from './truth'

test.beforeEach(({ host, genesys }) => setIdleMinutes(host, genesys, 2))

/** All that can be read on the page, or heard from it. */
const readable = (page: Page) => page.locator('body').innerText()
/** The hidden desk below says it too. */
const seen = (page: Page, text: string) => page.getByText(text).filter({ visible: true })
const calls = (page: Page) => page.getByRole('list', { name: 'Calls' }).getByRole('listitem')

test('a desk that nobody touches warns, and any key keeps it open', async ({ ana }) => {
  await passForEngine(ana, 70)
  await expect(stay(ana)).toBeVisible()
  await expect(ana.getByText(/Locks in \d+ s\./)).toBeVisible()
  await ana.keyboard.press('Shift')
  await expect(stay(ana)).toHaveCount(0)
  await passForEngine(ana, 70)
  await stay(ana).click()
  await expect(stay(ana)).toHaveCount(0)
  await passForEngine(ana, 50)
  await expect(stay(ana)).toHaveCount(0)
})

test('a hand in one tab keeps every tab open', async ({ ana, context, host }) => {
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await passForEngine(ana, 70)
  await expect(stay(ana)).toBeVisible()
  await expect(stay(other)).toBeVisible()
  await other.mouse.wheel(0, 10)
  await expect(stay(ana)).toHaveCount(0)
})

test('the title says that a call rings while the desk warns, and when it is locked', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerCalls('Ada Quill')
  const title = /^☎ Incoming call/
  await expect(ana).toHaveTitle(title)
  await passForEngine(ana, 70)
  await expect(stay(ana)).toBeVisible()
  await expect(ana).toHaveTitle(title)
  await passForEngine(ana, 55)
  await isLocked(ana)
  await expect(ana).toHaveTitle(title)
})

test('what comes over the network is no hand on the desk', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await passForEngine(ana, 115)
  await genesys.customerHangsUp(id)
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await passForEngine(ana, 6)
  await isLocked(ana)
})

test('locked in a call: no customer can be read, and the call is handled', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await lock(ana)
  await expect(rows(ana)).toHaveCount(0)
  expect(await readable(ana)).not.toMatch(/Ada|Quill|555|Billing/)
  await expect(ana.locator('body')).toMatchAriaSnapshot('- heading "Minidesk is locked" [level=1]')
  expect(await ana.locator('body').ariaSnapshot()).not.toMatch(/Ada|Quill|555|Billing/)
  await expect(calls(ana)).toContainText(/Call 1\s*Connected/)
  await expect(button(ana, 'Transfer')).toHaveCount(0)

  await button(ana, 'Mute').click()
  await expect(button(ana, 'Unmute')).toBeVisible()
  await button(ana, 'Hold').click()
  await expect(calls(ana)).toContainText('On hold')
  // By its key, too.
  await ana.keyboard.press('Alt+Shift+H')
  await expect(calls(ana)).toContainText('Connected')

  // Another one rings: it is told, answered, and its number is not the first one's.
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(ana.getByText('Incoming call', { exact: true })).toBeAttached()
  expect(await ana.title()).not.toContain('Bo')
  await expect(calls(ana).nth(1)).toContainText(/Call 2\s*Ringing/)
  await button(ana, 'Answer').click()
  await expect(calls(ana).nth(1)).toContainText('Connected')
  expect(await readable(ana)).not.toMatch(/Ada|Bo|Lindt/)
  await calls(ana).nth(0).getByRole('button', { name: 'End call' }).click()
  await expect(calls(ana)).toHaveCount(1)
  await expect(calls(ana)).toContainText('Call 2')

  await unlock(ana)
  await expectTruth(ana, genesys)
})

test('what goes wrong with a call is told, and that live updates are missing', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await lock(ana)
  await genesys.fault({ method: 'PATCH', kind: 'status', status: 409 })
  await button(ana, 'Hold').click()
  await expect(ana.getByRole('alert').filter({ hasText: 'Hold did not happen' })).toBeVisible()
  const sockets = await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(seen(ana, 'No live updates')).toBeVisible()
  // A command is proven all the same.
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Resume')).toBeVisible()
  await sockets.on()
  await unlock(ana)
  await expectTruth(ana, genesys)
})

test('what listens in its place is said, and can be taken back', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await lock(ana)
  await genesys.control('POST', '/sockets/takeover', {})
  await expect(seen(ana, 'in place of this desk')).toBeVisible()
  await button(ana, 'Take back').click()
  await expect(seen(ana, 'in place of this desk')).toHaveCount(0)
})

test('the same agent finds everything as it was: the box, the caret, the place', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  const notes = ana.getByRole('textbox', { name: 'Notes' })
  await notes.fill('Wants a call back')
  await notes.evaluate((box: HTMLTextAreaElement) => {
    box.setSelectionRange(6, 7)
    Object.assign(window, { box })
  })
  await lock(ana)
  expect(await readable(ana)).not.toMatch(/call back|Ada/)
  await expect(seen(ana, 'A wrap-up is still to be done.')).toBeVisible()

  // The login host asks, although it knows who that is.
  const [popup] = await Promise.all([ana.waitForEvent('popup'), signInAgain(ana).click()])
  await expect(button(popup, 'Ben Okafor')).toBeVisible()
  await expect(ana.getByText('Sign in in the window')).toBeVisible()
  await button(popup, 'Ana Ruiz').click()
  await expect(locked(ana)).toHaveCount(0)
  await expect(notes).toBeFocused()
  expect(
    await notes.evaluate((box: HTMLTextAreaElement) => [
      Reflect.get(window, 'box') === box,
      box.value,
      box.selectionStart,
      box.selectionEnd,
    ]),
  ).toEqual([true, 'Wants a call back', 6, 7])
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await expectLive(ana)
  await expectTruth(ana, genesys)
})

test('somebody else unlocks it: nothing of the one before is left, on the page or in the browser', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  await ana.getByRole('textbox', { name: 'Notes' }).fill('Something personal')
  await expect.poll(() => drafts(ana)).toBe(1)
  await lock(ana)
  const [popup] = await Promise.all([ana.waitForEvent('popup'), signInAgain(ana).click()])
  await button(popup, 'Ben Okafor').click()
  await button(popup, 'Allow').click()
  await expect(ana.getByRole('button', { name: 'Account: Ben Okafor' })).toBeVisible()
  await expect(ana.locator('body')).not.toContainText(/Ana Ruiz|Ada Quill|personal/)
  expect(await drafts(ana)).toBe(0)
})

test('a reload opens nothing, and the calls are there', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await lock(ana)
  await ana.reload()
  await expect(locked(ana)).toBeVisible()
  expect(await readable(ana)).not.toMatch(/Ada|Quill/)
  await button(ana, 'Hold').click()
  await expect(calls(ana)).toContainText('On hold')
  await unlock(ana)
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await expect(button(ana, 'Presence: On Queue')).toBeVisible()
  await expectLive(ana)
  await expectTruth(ana, genesys)
  // What was kept is eight hours old: read again, once.
  await expect
    .poll(async () => (await genesys.requests('GET', '/api/v2/routing/queues/me')).length)
    .toBe(2)
})

test('every tab locks, and one log-in opens them all', async ({ ana, context, host, genesys }) => {
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await lock(ana)
  await isLocked(other)
  await unlock(other)
  await expect(locked(ana)).toHaveCount(0, { timeout: 1_000 })
  await expectTruth(ana, genesys)
  expect((await trips(genesys)).token).toBe(2)
})

test('the organization’s own time-out locks it too', async ({ page, host, genesys }) => {
  await setIdleMinutes(host, genesys, undefined)
  await genesys.control('POST', '/tokens/idle', { seconds: 300 })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await passForEngine(page, 200)
  await expect(stay(page)).toHaveCount(0)
  await passForEngine(page, 50)
  await expect(stay(page)).toBeVisible()
  await passForEngine(page, 60)
  await isLocked(page)
})

test('it can be signed out of, at the narrowest too', async ({ ana, genesys }) => {
  await ana.setViewportSize({ width: 300, height: 560 })
  await lock(ana)
  await expect(button(ana, 'Sign out')).toBeInViewport({ ratio: 1 })
  await expect(button(ana, 'Sign in again')).toBeInViewport({ ratio: 1 })
  await button(ana, 'Sign out').click()
  await expect(button(ana, 'Log in with Genesys Cloud')).toBeVisible()
  expect((await genesys.state()).users.find(({ name }) => name === 'Ana Ruiz')?.presence).toBe(
    'Offline',
  )
})
