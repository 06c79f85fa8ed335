import { button, test as desk, expect } from './desk'
import { attachEngine } from './engine'

// Every journey fails by what the policies refuse, wherever it happens: these are meant to.
const test = desk.extend({
  page: async ({ page, host }, use) => {
    await page.goto(host.url)
    await expect(button(page, 'Log in with Genesys Cloud')).toBeVisible()
    await use(page)
  },
})
test.fail()

const elsewhere = `fetch('http://localhost:1/').catch(String)`

test('what a page may not do fails its journey', async ({ page }) => {
  expect(await page.evaluate(elsewhere)).toBe('TypeError: Failed to fetch')
})

test('what the engine may not do fails its journey', async ({ page }) => {
  const engine = await attachEngine(page)
  const asked = { expression: elsewhere, awaitPromise: true }
  expect(await engine.send('Runtime.evaluate', asked)).toMatchObject({
    result: { value: 'TypeError: Failed to fetch' },
  })
})

test.describe('where there is no SharedWorker', () => {
  test.use({
    context: async ({ context }, use) => {
      await context.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
      await use(context)
    },
  })

  test('what the engine may not do fails its journey', async ({ page }) => {
    const [engine] = page.workers()
    expect(await engine?.evaluate(elsewhere)).toBe('TypeError: Failed to fetch')
  })
})
