import type { Page } from '@playwright/test'
import {
  button,
  expect,
  expectDesk,
  goOnQueue,
  opened,
  signOut,
  takeCall,
  test,
  trips,
} from './desk'
import { expectTruth } from './truth'

const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')

test('a SharedWorker that never answers is replaced within two seconds', async ({
  page,
  host,
  genesys,
}) => {
  await page.addInitScript(() => {
    // What a frame without storage has: it can be made, and says nothing.
    const silent = class extends EventTarget {
      readonly port = new MessageChannel().port1
    }
    Object.assign(window, { SharedWorker: silent })
  })
  await page.goto(host.url)
  await expect(logIn(page)).toBeVisible({ timeout: 2_000 })
  expect(page.workers()).toHaveLength(1)
  expect(await genesys.requests()).toEqual([])
})

test.describe('where there is no SharedWorker', () => {
  test.use({ failedLoads: true })
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
  })

  test('a reload brings the session back by one silent round trip, to the same call', async ({
    ana,
    genesys,
  }) => {
    await goOnQueue(ana)
    const id = await takeCall(ana, genesys, 'Ada Quill')
    const before = await trips(genesys)
    await ana.reload()
    await expectDesk(ana)
    await expect(opened(ana, 'Ada Quill')).toBeVisible()
    expect(new URL(ana.url()).hash).toBe(`#/conversations/${id}`)
    await expectTruth(ana, genesys)
    expect(await trips(genesys)).toEqual({
      authorize: before.authorize + 1,
      token: before.token + 1,
    })
  })

  test('a sign-out in one tab ends the other one as well', async ({
    ana,
    context,
    host,
    genesys,
  }) => {
    const other = await context.newPage()
    await other.goto(host.url)
    await expectDesk(other)
    await signOut(ana)
    await expect(logIn(other)).toBeVisible()
    await expect(other.locator('body')).not.toContainText('Ana Ruiz')
    await expect.poll(async () => (await genesys.state()).tokens).toEqual([])
  })

  test('a login host that fails is asked once, and then only by the agent', async ({
    ana,
    genesys,
  }) => {
    await genesys.fault({ method: 'POST', path: '/oauth/token', kind: 'status', times: 2 })
    const before = await trips(genesys)
    await ana.reload()
    await expect(ana.getByRole('alert')).toContainText('login has a problem of its own')
    await expect(button(ana, 'Try again')).toBeVisible()
    expect((await trips(genesys)).authorize).toBe(before.authorize + 1)
    // Reloading again within the minute goes nowhere by itself.
    await ana.reload()
    await expect(logIn(ana)).toBeVisible()
    expect((await trips(genesys)).authorize).toBe(before.authorize + 1)

    await logIn(ana).click()
    await expect(button(ana, 'Try again')).toBeVisible()
    await button(ana, 'Try again').click()
    await expectDesk(ana)
    await expectTruth(ana, genesys)
  })
})
