import { expect, expectDesk, signOut } from './desk'
import { expectCodes, expectTryAgainWorks, logIn, problem, test, tryAgain } from './login'

const nothingStored = 'This browser stores nothing for this page'

/** A frame of another site, where the browser blocks what such frames store. */
function blockStorage() {
  const refuse = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError')
  }
  for (const name of ['sessionStorage', 'localStorage'])
    Object.defineProperty(window, name, { get: refuse })
  IDBFactory.prototype.open = refuse
}

/** Nothing more fits in. */
function fillStorage() {
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }
}

/** As when another tab keeps the database shut, or the profile is broken. */
function silenceDatabase() {
  IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype)
}

for (const [what, spoil] of [
  ['blocked', blockStorage],
  ['full', fillStorage],
] as const)
  test(`where storage is ${what} the page says so instead of leaving`, async ({
    page,
    host,
    loginHost,
  }) => {
    await page.addInitScript(spoil)
    await page.goto(host.url)
    await logIn(page).click()
    await expect(problem(page)).toContainText(nothingStored)
    await tryAgain(page).click()
    await expect(problem(page)).toContainText(nothingStored)
    expect(page.url()).toContain(host.url)
    expect(loginHost.answers).toEqual([])
  })

test('storage that is blocked on the way back loses the answer, says so, and another log-in works', async ({
  page,
  host,
  loginHost,
}) => {
  await page.addInitScript(() => {
    if (!location.pathname.endsWith('/callback.html') || localStorage.getItem('once')) return
    localStorage.setItem('once', 'blocked')
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  })
  await page.goto(host.url)
  await logIn(page).click()
  await expect(problem(page)).toContainText('no log-in was waiting for it')
  expect(page.url()).not.toMatch(/code=|lost/)
  expectCodes(loginHost, 0)
  await expectTryAgainWorks(page, loginHost)
})

test('a database that never answers holds up neither the log-in, nor a reload, nor the sign-out', async ({
  page,
  host,
  loginHost,
}) => {
  await page.addInitScript(silenceDatabase)
  await page.goto(host.url)
  await expect(logIn(page)).toBeVisible({ timeout: 4_000 })
  await logIn(page).click()
  await expectDesk(page)
  await page.reload()
  await expectDesk(page)
  expectCodes(loginHost, 1)
  await signOut(page)
})

test('a database that throws keeps no desk from opening', async ({ page, host, loginHost }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
  })
  await page.goto(host.url)
  await logIn(page).click()
  await expectDesk(page)
  expectCodes(loginHost, 1)
  await signOut(page)
})
