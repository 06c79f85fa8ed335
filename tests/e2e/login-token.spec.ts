import { type Manner, manners, saying } from '../loginhost'
import { expect, expectDesk } from './desk'
import {
  expectCodes,
  expectTryAgainWorks,
  heldBack,
  logIn,
  problem,
  signingIn,
  test,
} from './login'

const troubled = 'Genesys Cloud’s login has a problem of its own right now.'
const unreachable = 'Genesys Cloud’s login did not answer.'
const used = 'The login page’s answer was too old or already used.'
const unaccepted = 'Genesys Cloud does not accept Minidesk.'

const turns: readonly [string, Manner, string][] = [
  ['finds the code too old', manners.oldCode, used],
  ['does not know the client', manners.unknownClient, unaccepted],
  ['answers with a page', manners.page, troubled],
  ['answers with the error page of a proxy', manners.unavailable, troubled],
  ['breaks off half-way', manners.cut, troubled],
  ['sends the desk elsewhere', manners.elsewhere, troubled],
  ['closes the connection', manners.down, unreachable],
  ['gives a token no life', saying({ expires_in: 0 }), troubled],
]

for (const [what, manner, words] of turns)
  test(`a login host that ${what} is told about, and another log-in works`, async ({
    page,
    host,
    loginHost,
  }) => {
    loginHost.become(manner)
    await page.goto(host.url)
    await logIn(page).click()
    await expect(problem(page)).toContainText(words)
    expectCodes(loginHost, 1)
    // Said again after a reload, and nothing is sent again.
    await page.reload()
    await expect(problem(page)).toContainText(words)
    expectCodes(loginHost, 1)
    await expectTryAgainWorks(page, loginHost)
  })

test('a login host that says nothing is waited for, but not for ever', async ({
  page,
  host,
  loginHost,
}) => {
  loginHost.become(manners.silent)
  await page.goto(host.url)
  await logIn(page).click()
  await expect(signingIn(page)).toBeVisible()
  await expect(problem(page)).toContainText(unreachable, { timeout: 20_000 })
  await expectTryAgainWorks(page, loginHost)
})

for (const [what, expires_in] of [
  ['without an end', undefined],
  ['for thirty thousand years', 1e12],
] as const)
  test(`a token ${what} is a log-in like any other`, async ({ page, host, loginHost }) => {
    loginHost.become(saying({ expires_in }))
    await page.goto(host.url)
    await logIn(page).click()
    await expectDesk(page)
    expectCodes(loginHost, 1)
  })

test('a reload while the code is changed for a token waits for the same answer', async ({
  page,
  host,
  loginHost,
}) => {
  const { held, release } = heldBack(manners.well)
  loginHost.become(held)
  await page.goto(host.url)
  await logIn(page).click()
  await expect.poll(() => loginHost.codes.length).toBe(1)
  await page.reload()
  await expect(signingIn(page)).toBeVisible()
  release()
  await expectDesk(page)
  expectCodes(loginHost, 1)
})
