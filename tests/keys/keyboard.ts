/** The system's keyboard: what is pressed on it passes the browser's own shortcuts first. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'

const run = promisify(execFile)

export const xdotool = async (...words: string[]) => (await run('xdotool', words)).stdout.trim()

/** The window has the keyboard, and the page the focus. */
export async function takeKeyboard(page: Page) {
  await page.bringToFront()
  const window = (await xdotool('search', '--onlyvisible', '--class', 'chromium')).split('\n')[0]
  await xdotool('windowfocus', '--sync', window ?? '')
  await page.getByRole('main').click({ position: { x: 5, y: 400 } })
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
}
