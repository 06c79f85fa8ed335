/** Time that passes for the engine alone: nobody has touched the desk for so long, and the journey goes on. */
import type { Page } from '@playwright/test'
import { attachEngine } from './engine'

/**
 * Moves the engine's own clock on by `seconds`, and has it look at the time as it does when a page says that
 * the network is back. What is running in it, and every other clock, stays as it is.
 */
export async function passForEngine(page: Page, seconds: number): Promise<void> {
  const engine = await attachEngine(page)
  const expression = `{
    const now = Date.now
    Date.now = () => now() + ${seconds * 1000}
  }`
  await engine.send('Runtime.evaluate', { expression })
  await page.evaluate(() => dispatchEvent(new Event('online')))
}
