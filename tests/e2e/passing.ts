/** Time that passes for a desk: nobody has touched it for so long, and the journey goes on. */
import type { Page } from '@playwright/test'
import { attachEngine } from './engine'

/**
 * Moves the clock of the engine and of this page on by `seconds`, and has the engine look at the time as it does
 * when a page says that the network is back. What is running in them, and every other clock, stays as it is.
 */
export async function passForEngine(page: Page, seconds: number): Promise<void> {
  const engine = await attachEngine(page)
  const expression = `{
    const now = Date.now
    Date.now = () => now() + ${seconds * 1000}
  }`
  await engine.send('Runtime.evaluate', { expression })
  // A machine has one clock: what is ordered here would be late there. After a reload, too.
  await page.evaluate(expression)
  await page.addInitScript(expression)
  await page.evaluate(() => dispatchEvent(new Event('online')))
}
