import { manners } from '../loginhost'
import { button, expect, expectDesk } from './desk'
import {
  expectCodes,
  expectTryAgainWorks,
  heldBack,
  logIn,
  problem,
  signingIn,
  test,
  tryAgain,
} from './login'

test('a bookmark of an old answer leads to a log-in that works', async ({
  page,
  context,
  host,
  loginHost,
}) => {
  loginHost.become(manners.oldCode)
  await page.goto(host.url)
  await logIn(page).click()
  await expect(problem(page)).toContainText('too old or already used')
  const [address = ''] = loginHost.answers
  const other = await context.newPage()
  await other.goto(address)
  await expect(problem(other)).toContainText('no log-in was waiting for it')
  expect(other.url()).not.toContain('code=')
  expectCodes(loginHost, 1)
  await expectTryAgainWorks(other, loginHost)
  await expectDesk(page)
})

test('Back and Forward through a log-in that failed send nothing again', async ({
  page,
  host,
  loginHost,
}) => {
  loginHost.become(manners.oldCode)
  await page.goto(host.url)
  await logIn(page).click()
  await expect(problem(page)).toContainText('too old or already used')
  await page.goBack()
  await expect(tryAgain(page)).toBeVisible()
  await page.goForward()
  await expect(tryAgain(page)).toBeVisible()
  await page.reload()
  await expect(tryAgain(page)).toBeVisible()
  expect(loginHost.answers).toHaveLength(1)
  expectCodes(loginHost, 1)
  await expectTryAgainWorks(page, loginHost)
})

test('an answer that comes eleven minutes late is not used, and another log-in works', async ({
  page,
  host,
  loginHost,
}) => {
  await page.addInitScript(() => {
    const key = 'minidesk.transaction'
    const transaction = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    if (!transaction || localStorage.getItem('aged')) return
    localStorage.setItem('aged', 'once')
    transaction.startedAt -= 660_000
    sessionStorage.setItem(key, JSON.stringify(transaction))
  })
  await page.goto(host.url)
  await logIn(page).click()
  await expect(problem(page)).toContainText('begun more than ten minutes ago')
  expectCodes(loginHost, 0)
  await expectTryAgainWorks(page, loginHost)
})

for (const [what, manner] of [
  ['works', manners.well],
  ['fails', manners.oldCode],
] as const)
  test(`two tabs on one answer at once end alike when it ${what}`, async ({
    page,
    context,
    host,
    loginHost,
  }) => {
    const { held, release } = heldBack(manner)
    loginHost.become(held)
    const sendBack = loginHost.hold()
    await page.goto(host.url)
    await logIn(page).click({ noWaitAfter: true })
    await expect.poll(() => loginHost.answers.length).toBe(1)
    const other = await context.newPage()
    sendBack()
    await other.goto(loginHost.answers[0] ?? '')
    await expect.poll(() => loginHost.codes.length).toBe(1)
    await expect(signingIn(page)).toBeVisible()
    await expect(signingIn(other)).toBeVisible()
    release()
    for (const tab of [page, other])
      if (manner === manners.well) await expectDesk(tab)
      else await expect(problem(tab)).toContainText('too old or already used')
    expectCodes(loginHost, 1)
  })

for (const [what, manner] of [
  ['works', manners.well],
  ['fails', manners.oldCode],
] as const)
  test(`a duplicated tab that brings the same answer ends as the first when it ${what}`, async ({
    page,
    context,
    host,
    loginHost,
  }) => {
    const { held, release } = heldBack(manner)
    loginHost.become(held)
    // The tab is duplicated on its way out: what it keeps for the way back is copied with it.
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype
      Storage.prototype.setItem = function (key, value) {
        setItem.call(this, key, value)
        if (key === 'minidesk.transaction') window.open('about:blank')
      }
    })
    await page.goto(host.url)
    const duplicated = context.waitForEvent('page')
    await logIn(page).click()
    const other = await duplicated
    await expect.poll(() => loginHost.codes.length).toBe(1)
    const kept = () => other.evaluate(() => sessionStorage.getItem('minidesk.transaction'))
    expect(await kept()).not.toBeNull()
    await other.goto(loginHost.answers[0] ?? '')
    await expect(signingIn(other)).toBeVisible()
    expect(await kept()).toBeNull()
    release()
    for (const tab of [page, other])
      if (manner === manners.well) await expectDesk(tab)
      else await expect(button(tab, 'Try again')).toBeVisible()
    expectCodes(loginHost, 1)
  })
