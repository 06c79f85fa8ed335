import type { Page } from '@playwright/test'
import { expect, trips } from './desk'
import { expectFramedDesk, frameButton, inFrame, logInThere, pressForWindow, test } from './embed'

const logIn = 'Log in with Genesys Cloud'

test('a call is taken in a frame, the token dies, and Sign in again brings it back by a window', async ({
  page,
  genesys,
  shell,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await shell.open(page)
  await logInThere(await pressForWindow(page, logIn))
  await expectFramedDesk(page)
  await inFrame(page).getByRole('switch', { name: 'On Queue' }).click()
  await genesys.customerCalls('Ada Quill')
  await frameButton(page, 'Answer').click()
  await expect(frameButton(page, 'Hold')).toBeVisible()
  const place = page.frames()[1]?.url()
  await genesys.control('POST', '/tokens/expire', {})
  await expect(inFrame(page).getByText('Your sign-in has ended.')).toBeVisible()
  const popup = await pressForWindow(page, 'Sign in again')
  // The login host knows who that is.
  await expect.poll(() => popup.isClosed()).toBe(true)
  await expect(frameButton(page, 'Sign in again')).toHaveCount(0)
  await frameButton(page, 'Hold').click()
  await expect(frameButton(page, 'Resume')).toBeVisible()
  // The frame has gone nowhere.
  expect(page.frames()[1]?.url()).toBe(place)
})

test.describe('a reload of the frame', () => {
  const reload = (page: Page) => page.frames()[1]?.evaluate(() => location.reload())

  test('finds the session again where frames have storage of their own', async ({
    page,
    shell,
  }) => {
    await shell.open(page)
    await logInThere(await pressForWindow(page, logIn))
    await expectFramedDesk(page)
    await reload(page)
    await expectFramedDesk(page)
  })

  test.describe('without storage', () => {
    test.use({ storageOfFrames: 'blocked' })

    test('is a log-in, as was said, and the window closes by itself', async ({
      page,
      genesys,
      shell,
    }) => {
      await shell.open(page)
      await logInThere(await pressForWindow(page, logIn))
      await expectFramedDesk(page)
      const before = await trips(genesys)
      await reload(page)
      await expect(inFrame(page).getByText('when it is reloaded you log in again')).toBeVisible()
      // Nothing is tried by itself: no frame goes to the login page.
      await expect(frameButton(page, logIn)).toBeVisible()
      expect(await trips(genesys)).toEqual(before)
      const popup = await pressForWindow(page, logIn)
      await expectFramedDesk(page)
      await expect.poll(() => popup.isClosed()).toBe(true)
    })
  })
})

test('a sign-in that ends soon is said, and nothing goes by itself', async ({
  page,
  genesys,
  shell,
}) => {
  await genesys.control('POST', '/tokens/duration', { seconds: 30 })
  await shell.open(page)
  await logInThere(await pressForWindow(page, logIn))
  await expectFramedDesk(page)
  await expect(inFrame(page).getByText('Your sign-in ends in less than')).toBeVisible({
    timeout: 30_000,
  })
  expect((await trips(genesys)).authorize).toBe(1)
  await genesys.control('POST', '/tokens/duration', { seconds: 3600 })
  const popup = await pressForWindow(page, 'Sign in again')
  await expect.poll(() => popup.isClosed()).toBe(true)
  await expect(frameButton(page, 'Sign in again')).toHaveCount(0)
})
