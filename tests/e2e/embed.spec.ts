import { expect } from './desk'
import {
  expectFramedDesk,
  logInThere,
  pressForWindow,
  type StorageOfFrames,
  storageFound,
  test,
} from './embed'

const modes: readonly StorageOfFrames[] = ['allowed', 'partitioned', 'blocked']

for (const storageOfFrames of modes)
  test.describe(`in a frame whose storage is ${storageOfFrames}`, () => {
    test.use({ storageOfFrames })
    test(`a window brings the log-in back to the frame (${storageOfFrames})`, async ({
      page,
      context,
      host,
      shell,
    }) => {
      await shell.open(page)
      const popup = await pressForWindow(page, 'Log in with Genesys Cloud')
      await logInThere(popup)
      await expectFramedDesk(page)
      await expect.poll(() => popup.isClosed()).toBe(true)
      expect(await storageFound(context, page, host.url)).toBe(storageOfFrames)
    })
  })
