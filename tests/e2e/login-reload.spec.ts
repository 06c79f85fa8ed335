import type { Page } from '@playwright/test'
import { manners } from '../loginhost'
import { expect, expectDesk, goOnQueue, rows, takeCall } from './desk'
import { keptKeys } from './kept'
import { expectCodes, logIn, problem, test } from './login'

/** Every browser but Chromium: the engine ends with the last page. Notes that the desk asked for more. */
function forgetExtendedLifetime() {
  const Shared = window.SharedWorker
  window.SharedWorker = class extends Shared {
    constructor(url: string | URL, options?: string | WorkerOptions) {
      const { extendedLifetime, ...rest } = Object(options)
      document.documentElement.dataset.asked = String(extendedLifetime)
      super(url, rest)
    }
  }
}

test.beforeEach(async ({ context }) => {
  await context.addInitScript(forgetExtendedLifetime)
})

async function logInFirst(page: Page, url: string) {
  await page.goto(url)
  await logIn(page).click()
  await expectDesk(page)
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'true')
}

test('where an engine ends with its page, a reload in a wrap-up costs one silent round trip, and no word of the notes', async ({
  page,
  host,
  genesys,
  loginHost,
}) => {
  await logInFirst(page, host.url)
  await goOnQueue(page)
  await genesys.customerHangsUp(await takeCall(page, genesys, 'Ada Quill'))
  const notes = page.getByRole('textbox', { name: 'Notes' })
  await notes.fill('Wants a call back on Monday')
  // A moment after it is typed.
  await expect.poll(() => keptKeys(page)).toContainEqual(expect.stringMatching(/^drafts:/))

  await page.reload()
  await expectDesk(page)
  await expect(rows(page).first()).toContainText('Ada Quill')
  await expect(notes).toHaveValue('Wants a call back on Monday')
  expect(loginHost.answers).toHaveLength(2)
  expectCodes(loginHost, 2)
})

test('where an engine ends with its page and the login host wants to see the agent, there is a button and no loop', async ({
  page,
  host,
  loginHost,
}) => {
  await logInFirst(page, host.url)
  loginHost.logInAs(undefined)
  await page.reload()
  await expect(problem(page)).toContainText('Your sign-in has ended.')
  await expect(logIn(page)).toBeVisible()
  expect(loginHost.answers).toHaveLength(2)
  // Not by reloading either, within the minute.
  await page.reload()
  await expect(logIn(page)).toBeVisible()
  expect(loginHost.answers).toHaveLength(2)
  loginHost.logInAs('Ana Ruiz')
  await logIn(page).click()
  await expectDesk(page)
  expectCodes(loginHost, 2)
})

test('where an engine ends with its page, a reload while a code is changed for a token gives the log-in up', async ({
  page,
  host,
  loginHost,
}) => {
  loginHost.become(manners.silent)
  await page.goto(host.url)
  await logIn(page).click()
  await expect.poll(() => loginHost.codes.length).toBe(1)
  await page.reload()
  loginHost.become(manners.well)
  await logIn(page).click()
  await expectDesk(page)
  expectCodes(loginHost, 2)
})
