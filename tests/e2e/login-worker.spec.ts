import { manners } from '../loginhost'
import { button, expect, expectDesk } from './desk'
import { attachEngine, type EngineThread } from './engine'
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

/** How the part of the engine that logs in is loaded from now on. */
async function loadSession(
  engine: EngineThread,
  conditions: { offline: boolean; latency: number },
) {
  const rule = {
    urlPattern: '*://*:*/assets/session-*',
    downloadThroughput: -1,
    uploadThroughput: -1,
  }
  await engine.send('Network.enable')
  await engine.send('Network.emulateNetworkConditionsByRule', {
    matchedNetworkConditions: [{ ...rule, ...conditions }],
  })
}

for (const [what, conditions] of [
  ['cannot be loaded', { offline: true, latency: 0 }],
  ['takes too long', { offline: false, latency: 17_000 }],
] as const)
  test(`the part of the engine that logs in ${what}: the page says so, and later it is there`, async ({
    page,
    host,
    loginHost,
  }) => {
    await page.goto(host.url)
    await expect(logIn(page)).toBeVisible()
    const engine = await attachEngine(page)
    await loadSession(engine, conditions)
    await logIn(page).click()
    await expect(problem(page)).toContainText('The log-in could not be begun.', { timeout: 20_000 })
    expect(loginHost.answers).toEqual([])
    await loadSession(engine, { offline: false, latency: 0 })
    await tryAgain(page).click()
    await expectDesk(page)
    expectCodes(loginHost, 1)
  })
