import type { Page } from '@playwright/test'
import {
  button,
  expect,
  goOnQueue,
  openAccount,
  rows,
  signIn,
  signOut,
  takeCall,
  test,
  wrapUp,
} from './desk'

const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')

/** Everything the browser keeps for the desk. */
function storages(page: Page) {
  return page.evaluate(async () => {
    const kept: string[] = [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
    kept.push(...(await caches.keys()))
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name)
      await new Promise((done) => {
        open.onsuccess = done
      })
      for (const store of open.result.objectStoreNames) {
        const keys = open.result.transaction(store).objectStore(store).getAllKeys()
        await new Promise((done) => {
          keys.onsuccess = done
        })
        kept.push(...keys.result.map((key) => `${name}/${store}/${key}`))
      }
      open.result.close()
    }
    return kept
  })
}

test('signing out ends the token, the log-in and all that was kept', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  await ana.getByRole('textbox', { name: 'Notes' }).fill('Something personal')
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)
  expect(await storages(ana)).not.toEqual([])

  await signOut(ana)
  expect(await genesys.requests('DELETE', '/api/v2/tokens/me')).toMatchObject([{ status: 200 }])
  expect(await genesys.requests('GET', '/logout')).toHaveLength(1)
  const { tokens, sockets } = await genesys.state()
  expect(tokens).toEqual([])
  expect(sockets).toBe(0)
  expect(await storages(ana)).toEqual([])
  expect(await ana.context().cookies()).toEqual([])
  await expect(ana.locator('body')).not.toContainText('Ana Ruiz')

  // The login host has forgotten too, and nothing goes there by itself.
  await ana.reload()
  await logIn(ana).click()
  await expect(ana.getByRole('heading', { name: 'Genesys Cloud (local)' })).toBeVisible()
})

test('the other tab is signed out with it', async ({ ana, context, host }) => {
  const other = await context.newPage()
  await other.goto(host.url)
  await expect(other.getByRole('switch', { name: 'On Queue' })).toBeVisible()
  await (await openAccount(ana)).click()
  await expect(logIn(other)).toBeVisible({ timeout: 1_000 })
  await expect(other.locator('body')).not.toContainText('Ana Ruiz')
})

test('Back shows no desk', async ({ ana }) => {
  await ana.evaluate(() => {
    location.hash = '#/conversations/before'
  })
  await signOut(ana)
  await ana.goBack()
  await expect(logIn(ana)).toBeVisible()
  await expect(ana.getByRole('switch', { name: 'On Queue' })).toHaveCount(0)
  await expect(ana.locator('body')).not.toContainText('Ana Ruiz')
})

test('while a call lives it is refused, and says why', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  const leave = await openAccount(ana)
  await expect(leave).toHaveAttribute('aria-disabled', 'true')
  await expect(leave).toHaveAccessibleDescription(/End your calls first/)
  await expect(ana.getByRole('dialog').getByText('End your calls first.')).toBeVisible()
  await leave.click({ force: true })
  await ana.keyboard.press('Escape')
  await expect(rows(ana).first()).toContainText('Connected')
  expect(await genesys.requests('DELETE')).toEqual([])

  await genesys.customerHangsUp(id)
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)
  await signOut(ana)
})

test('the next agent finds nothing of the one before', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  await ana.getByRole('textbox', { name: 'Notes' }).fill('Something personal')
  await (await openAccount(ana)).click()
  // Asked, because nobody else has the notes.
  await ana
    .getByRole('dialog', { name: /^Sign out without/ })
    .getByRole('button', { name: 'Sign out' })
    .click()
  await signIn(ana, 'Ben Okafor')
  await expect(ana.getByRole('button', { name: 'Account: Ben Okafor' })).toBeVisible()
  await expect(rows(ana)).toHaveCount(0)
  await expect(ana.locator('body')).not.toContainText(/Ana Ruiz|Ada Quill|personal/)
})
