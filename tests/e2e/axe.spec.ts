import type { Page } from '@playwright/test'
import { expectAccessible, expectReadable } from './axe'
import { everyday } from './cast'
import { signIn, test } from './desk'
import { leavingViews, lockViews, openLocking } from './leaving-views'
import { signInViews } from './signin-views'
import { callViews, deskViews, transferViews, wrapupViews } from './views'

// Nothing may be caught half way between two colours. Faults are part of the views.
test.use({ contextOptions: { reducedMotion: 'reduce' }, failedLoads: true })
test.setTimeout(240_000)

const wide = { width: 1280, height: 800 }
const narrow = { width: 320, height: 640 }

/** Each view at both ends of width, in both schemes: of the second scheme only what it can change. */
async function look(page: Page, views: AsyncGenerator<string>) {
  for await (const view of views) {
    for (const size of [wide, narrow]) {
      await page.setViewportSize(size)
      // From the top: what is half below the row that sticks is no smaller for it.
      await page.evaluate(() => {
        for (const pane of document.querySelectorAll('[data-scrolls]')) pane.scrollTo(0, 0)
      })
      await page.emulateMedia({ colorScheme: 'light' })
      await expectAccessible(page, `${view}, ${size.width} px`)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectReadable(page, `${view}, ${size.width} px, dark`)
    }
    await page.setViewportSize(wide)
  }
}

test('axe finds nothing on the way to the desk', async ({ page, host, genesys }) => {
  await look(page, signInViews(page, host, genesys))
})

for (const [what, views] of [
  ['on the desk without a call', deskViews],
  ['in a call', callViews],
  ['in a transfer', transferViews],
  ['in a wrap-up', wrapupViews],
] as const)
  test(`axe finds nothing ${what}`, async ({ page, host, genesys }) => {
    await page.goto(host.url)
    await signIn(page, everyday.agent)
    await look(page, views(page, genesys, everyday))
  })

for (const [what, views] of [
  ['on a desk that locks', lockViews],
  ['on a desk that is left', leavingViews],
] as const)
  test(`axe finds nothing ${what}`, async ({ page, host, genesys }) => {
    await openLocking(page, host, genesys, everyday.agent)
    await look(page, views(page, genesys, everyday))
  })
