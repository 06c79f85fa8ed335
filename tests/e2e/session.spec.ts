import type { Page } from '@playwright/test'
import { button, expect, expectDesk, goOnQueue, opened, rows, takeCall, test, trips } from './desk'
import { expectTruth } from './truth'

const ended = 'Your sign-in has ended.'
const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')

test('a reload in a call keeps the session: the engine lives on', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  const before = await trips(genesys)
  for (let times = 0; times < 2; times++) {
    await ana.reload()
    await expectDesk(ana)
    await expect(opened(ana, 'Ada Quill')).toBeVisible()
    await expectTruth(ana, genesys)
  }
  expect(await trips(genesys)).toEqual(before)
})

test('the first press after a reload is not lost', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await ana.reload()
  await expectDesk(ana)
  // The page says that its ring is silent until a press; what goes away then must move no button.
  await expect(ana.getByText('The ring is silent')).toBeVisible()
  await button(ana, 'Hold').click({ delay: 60 })
  await expect(rows(ana).first()).toContainText('On hold')
  await expectTruth(ana, genesys)
})

for (const how of ['expire', 'revoke'])
  test(`a token that did not last (${how}) leads to the log-in, and back into the call`, async ({
    ana,
    genesys,
  }) => {
    await goOnQueue(ana)
    await takeCall(ana, genesys, 'Ada Quill')
    await genesys.control('POST', `/tokens/${how}`, {})
    await button(ana, 'Hold').click()
    await expect(ana.getByRole('alert')).toContainText(ended)
    await expect(rows(ana)).toHaveCount(0)

    await logIn(ana).click()
    await expectDesk(ana)
    await expect(opened(ana, 'Ada Quill')).toBeVisible()
    await expectTruth(ana, genesys)
    // The press that met the dead token was not repeated behind the agent's back.
    await expect(rows(ana).first()).toContainText('Connected')
  })

test('a token that dies while nothing is pressed is noticed too', async ({ ana, genesys }) => {
  await genesys.control('POST', '/tokens/expire', {})
  await expect(ana.getByRole('alert')).toContainText(ended)
  await expect(logIn(ana)).toBeVisible()
})
