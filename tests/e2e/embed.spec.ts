import { expect } from './desk'
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
