import { manners } from '../loginhost'
import { button, expect, expectDesk } from './desk'
import { attachEngine } from './engine'
import { expectCodes, logIn, problem, signingIn, test, tryAgain } from './login'

test('the engine dies while a code is changed for a token: the page says so, and starting again leads to the desk', async ({
  page,
  host,
  loginHost,
}) => {
  loginHost.become(manners.silent)
  await page.goto(host.url)
  await logIn(page).click()
  await expect.poll(() => loginHost.codes.length).toBe(1)
  await expect(signingIn(page)).toBeVisible()
  const engine = await attachEngine(page)
  await engine.kill()
  await expect(page.getByRole('heading', { name: 'Minidesk has stopped' })).toBeVisible({
    timeout: 30_000,
  })
  loginHost.become(manners.well)
  await button(page, 'Start again').click()
  await logIn(page).click()
  await expectDesk(page)
  expectCodes(loginHost, 2)
})

test('the part of the engine that logs in cannot be loaded: the page says so, and later it can', async ({
  page,
  host,
  loginHost,
}) => {
  await page.goto(host.url)
  await expect(logIn(page)).toBeVisible()
  const engine = await attachEngine(page)
  const conditions = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
  const rule = (offline: boolean) =>
    engine.send('Network.emulateNetworkConditionsByRule', {
      matchedNetworkConditions: [{ urlPattern: '*://*:*/assets/oauth-*', offline, ...conditions }],
    })
  await engine.send('Network.enable')
  await rule(true)
  await logIn(page).click()
  await expect(problem(page)).toContainText('The log-in could not be begun.')
  expect(loginHost.answers).toEqual([])
  await rule(false)
  await tryAgain(page).click()
  await expectDesk(page)
  expectCodes(loginHost, 1)
})
