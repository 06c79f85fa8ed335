import { expect } from './desk'
import {
  expectFramedDesk,
  frameButton,
  gone,
  inFrame,
  logInThere,
  pressForWindow,
  pressUnasked,
  type StorageOfFrames,
  storageFound,
  test,
} from './embed'

const logIn = 'Log in with Genesys Cloud'
const allStorage: readonly StorageOfFrames[] = ['allowed', 'partitioned', 'blocked']
const openers = ['none', 'same-origin'] as const

// Each cell ends signed in, or with words that say what to do and a way to do it.
for (const storageOfFrames of allStorage)
  for (const opener of openers)
    test.describe(`storage ${storageOfFrames}, opener policy of the login page ${opener}`, () => {
      // A window of a frame with a sandbox may not go to a page with such a policy: the browser says so itself.
      test.use({ storageOfFrames, opener, failedLoads: true })

      test(`a window opens: ${opener === 'none' ? 'signed in' : 'a clear instruction'}`, async ({
        page,
        context,
        host,
        shell,
      }) => {
        await shell.open(page)
        const hint = inFrame(page).getByText('The browser stores nothing for this frame')
        await expect(frameButton(page, logIn)).toBeVisible()
        await expect(hint).toHaveCount(storageOfFrames === 'blocked' ? 1 : 0)
        const popup = await pressForWindow(page, logIn)
        if (opener === 'none') {
          await logInThere(popup)
          await expectFramedDesk(page)
          await expect.poll(() => popup.isClosed()).toBe(true)
        } else {
          await expect(inFrame(page).getByRole('alert')).toContainText(
            `open this address in a tab of its own: ${host.url}index.html`,
          )
          await expect(frameButton(page, 'Open it again')).toBeVisible()
          await frameButton(page, 'I closed it').click()
          await expect(frameButton(page, logIn)).toBeVisible()
        }
        expect(await storageFound(context, page, host.url)).toBe(storageOfFrames)
      })

      test('the browser opens none: a clear instruction, and the next press works', async ({
        page,
        shell,
      }) => {
        await shell.open(page)
        await pressUnasked(page, logIn)
        await expect(inFrame(page).getByRole('alert')).toContainText('Allow pop-ups for this page')
        const tab = inFrame(page).getByRole('link', { name: 'Open in a new tab' })
        await expect(tab).toHaveAttribute('href', /index\.html$/)
        await expect(tab).toHaveAttribute('rel', 'noopener')
        await pressForWindow(page, 'Try again')
        const next = opener === 'none' ? 'Log in in the window' : gone
        await expect(inFrame(page).getByRole('alert')).toContainText(next)
      })
    })
