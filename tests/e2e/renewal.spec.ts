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
  signIn,
  takeCall,
  test,
  trips,
} from './desk'
import { expectTruth } from './truth'

const again = (page: Page) => button(page, 'Sign in again')
/** Where the page has been, besides the desk. */
function watchWays(page: Page): string[] {
  const ways: string[] = []
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url())
    if (ways.at(-1) !== pathname) ways.push(pathname)
  })
  return ways
}

test('without a refresh token a quiet desk is renewed by an unseen way through the login page', async ({
  page,
  host,
  genesys,
}) => {
  await genesys.control('POST', '/tokens/duration', { seconds: 30 })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await genesys.control('POST', '/tokens/duration', { seconds: 3600 })
  await page.evaluate(() => {
    location.hash = '#/conversations/before'
  })
  const length = await page.evaluate(() => history.length)
  const ways = watchWays(page)
  await expect.poll(async () => (await trips(genesys)).token, { timeout: 40_000 }).toBe(2)
  await expectDesk(page)
  expect(ways).toEqual(['/callback.html', '/index.html'])
  expect(new URL(page.url()).hash).toBe('#/conversations/before')
  // No step of it is left to go back to.
  expect(await page.evaluate(() => history.length)).toBe(length)
  await expectSignedIn(page)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await expectTruth(page, genesys)
})

test('in a call nothing goes anywhere by itself: the agent is told, and one press is enough', async ({
  page,
  host,
  genesys,
}) => {
  await genesys.control('POST', '/tokens/duration', { seconds: 30 })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await goOnQueue(page)
  await takeCall(page, genesys, 'Ada Quill')
  await genesys.control('POST', '/tokens/duration', { seconds: 3600 })
  const ways = watchWays(page)
  const banner = page.getByText('Your sign-in ends in less than a minute.')
  await expect(banner).toBeVisible({ timeout: 40_000 })
  const before = await trips(genesys)
  await again(page).click()
  await expectSignedIn(page)
  await expectLive(page)
  expect(ways).toEqual([])
  expect(await trips(genesys)).toEqual({ authorize: before.authorize + 1, token: 2 })
  await expect(opened(page, 'Ada Quill')).toBeVisible()
  await button(page, 'Hold').click()
  await expect(rows(page).first()).toContainText('On hold')
  await expectTruth(page, genesys)
})

test('a login host that wants to see the agent is not asked unseen a second time', async ({
  page,
  host,
  context,
  genesys,
}) => {
  await genesys.control('POST', '/switches', { silentPrompt: 'honoured' })
  await genesys.control('POST', '/tokens/duration', { seconds: 30 })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await context.clearCookies()
  const ways = watchWays(page)
  const there = ['/callback.html', '/index.html']
  await expect.poll(() => ways, { timeout: 40_000 }).toEqual(there)
  await expect(again(page)).toBeVisible({ timeout: 20_000 })
  const { authorize } = await trips(genesys)
  const [popup] = await Promise.all([page.waitForEvent('popup'), again(page).click()])
  await button(popup, 'Ana Ruiz').click()
  await expectSignedIn(page)
  await expectLive(page)
  expect((await trips(genesys)).authorize).toBe(authorize + 1)
  expect(ways).toEqual(there)
  await expectTruth(page, genesys)
})

test('with a refresh token nothing is seen of it at all', async ({ page, host, genesys }) => {
  await genesys.control('POST', '/switches', { publicRefreshToken: 'rotated' })
  await genesys.control('POST', '/tokens/duration', { seconds: 10 })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await goOnQueue(page)
  await takeCall(page, genesys, 'Ada Quill')
  const ways = watchWays(page)
  const seen = await page.evaluateHandle(() => {
    const said: string[] = []
    new MutationObserver(() => {
      if (/sign|Interrupted|Connecting/i.test(document.body.innerText)) said.push('said')
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return said
  })
  await expect.poll(async () => (await trips(genesys)).token, { timeout: 40_000 }).toBe(3)
  expect((await trips(genesys)).authorize).toBe(1)
  expect(ways).toEqual([])
  expect(await seen.jsonValue()).toEqual([])
  await button(page, 'Hold').click()
  await expect(rows(page).first()).toContainText('On hold')
  await expectTruth(page, genesys)
})
