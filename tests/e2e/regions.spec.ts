import type { Page } from '@playwright/test'
import { button, chooseAgent, expect, expectDesk, signIn, signOut, trips } from './desk'
import { remember } from './kept'
import { exchanges, first, other, region, test } from './regions'

const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')
const originOf = (page: Page) => new URL(page.url()).origin

test('the region that the agent chooses is where the log-in goes, and the next one too', async ({
  page,
  host,
  genesys,
  second,
}) => {
  await page.goto(host.url)
  await expect(region(page)).toHaveValue(first)
  // By the keyboard alone.
  await region(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(region(page)).toHaveValue(other)
  await page.keyboard.press('Tab')
  await expect(logIn(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await chooseAgent(page, 'Ana Ruiz')
  expect(originOf(page)).toBe(second.login)
  await button(page, 'Allow').click()
  await expectDesk(page)
  expect(await exchanges(second)).toBe(1)
  expect(await trips(genesys)).toEqual({ authorize: 0, token: 0 })

  // A host that has the browser forget everything leaves nothing, be it a choice.
  await signOut(page)
  await expect(region(page)).toHaveValue(first)
  await signIn(page, 'Ana Ruiz')
  expect((await trips(genesys)).token).toBe(1)
  expect(await exchanges(second)).toBe(1)
})

test('the log-in that nobody sees after a reload goes where the agent was', async ({
  page,
  context,
  host,
  genesys,
  second,
}) => {
  // The engine ends with the last page, as everywhere but in Chromium.
  await context.addInitScript(() => {
    const Shared = window.SharedWorker
    window.SharedWorker = class extends Shared {
      constructor(url: string | URL, options?: string | WorkerOptions) {
        const { extendedLifetime: _, ...rest } = Object(options)
        super(url, rest)
      }
    }
  })
  await page.goto(host.url)
  await region(page).selectOption(other)
  await signIn(page, 'Ana Ruiz')
  await page.reload()
  await expectDesk(page)
  expect(await exchanges(second)).toBe(2)
  expect(await trips(genesys)).toEqual({ authorize: 0, token: 0 })
})

test('the address of a client app names the region, if the configuration has it', async ({
  page,
  context,
  host,
  genesys,
  second,
}) => {
  const asked = new Set<string>()
  context.on('request', (request) => asked.add(new URL(request.url()).origin))
  const open = (query: string) => page.goto(`${host.url}?${query}`)
  await open(`gcTargetEnv=prod&gcHostOrigin=https://apps.${new URL(second.login).host}`)
  await expect(region(page)).toHaveValue(other)
  await open(`region=${other}`)
  await expect(region(page)).toHaveValue(other)
  for (const forged of [
    ...['gcTargetEnv=evil.com', 'gcTargetEnv=mypurecloud.com.evil.com', 'region=evil.com'],
    ...['gcHostOrigin=https://evil.com', 'gcTargetEnv=mypurecloud.de', 'site=evil.com'],
  ]) {
    await open(forged)
    await expect(region(page)).toHaveValue(first)
  }
  await logIn(page).click()
  await chooseAgent(page, 'Ana Ruiz')
  expect(originOf(page)).toBe(genesys.login)
  await button(page, 'Allow').click()
  await expectDesk(page)
  expect([...asked].sort()).toEqual([new URL(host.url).origin, genesys.login].sort())
})

test('a forged memory leads to the first region', async ({ page, host, genesys, second }) => {
  await page.goto(host.url)
  await expect(region(page)).toHaveValue(first)
  for (const forged of ['evil.com', `https://${new URL(second.login).host}`, { name: other }]) {
    await remember(page, 'place', forged)
    await page.reload()
    await expect(region(page)).toHaveValue(first)
  }
  await signIn(page, 'Ana Ruiz')
  expect((await trips(genesys)).token).toBe(1)
  expect(await exchanges(second)).toBe(0)
})

test('another choice on the way changes nothing: the code goes where it came from', async ({
  page,
  context,
  host,
  genesys,
  second,
}) => {
  await page.goto(host.url)
  await logIn(page).click()
  await chooseAgent(page, 'Ana Ruiz')
  const beside = await context.newPage()
  await beside.goto(host.url)
  await region(beside).selectOption(other)
  await remember(beside, 'place', other)
  await button(page, 'Allow').click()
  await expectDesk(page)
  expect((await trips(genesys)).token).toBe(1)
  expect(await exchanges(second)).toBe(0)
})

for (const [what, change] of [
  ['the name of the other region', { site: other }],
  ['a region that there is not', { site: 'evil.com' }],
  ['another login host', { login: 'https://evil.com' }],
] as const)
  test(`a sign-in that was given ${what} on its way is refused, and no code goes anywhere`, async ({
    page,
    host,
    genesys,
    second,
  }) => {
    await page.addInitScript((changed) => {
      const key = 'minidesk.transaction'
      const kept = sessionStorage.getItem(key)
      if (kept) sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(kept), ...changed }))
    }, change)
    await page.goto(host.url)
    await logIn(page).click()
    await chooseAgent(page, 'Ana Ruiz')
    await button(page, 'Allow').click()
    await expect(page.getByRole('alert')).toContainText('does not belong to this log-in')
    expect((await trips(genesys)).token).toBe(0)
    expect(await exchanges(second)).toBe(0)
  })

test('an answer that says it comes from elsewhere is refused', async ({
  page,
  host,
  genesys,
  second,
}) => {
  await page.goto(host.url)
  await genesys.control('POST', '/authorize-answers', { iss: 'wrong' })
  await logIn(page).click()
  await chooseAgent(page, 'Ana Ruiz')
  await button(page, 'Allow').click()
  await expect(page.getByRole('alert')).toContainText('does not belong to this log-in')
  expect((await trips(genesys)).token).toBe(0)
  expect(await exchanges(second)).toBe(0)
})

test('where there is one place there is nothing to choose', async ({ page, host }) => {
  await page.goto(host.url)
  await expect(logIn(page)).toBeVisible()
  await expect(region(page)).toHaveCount(0)
})
