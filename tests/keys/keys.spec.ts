/**
 * Each key as it comes, pressed on the system's keyboard in a browser with a window: it reaches the page, and the
 * browser does nothing by it. What a test framework presses does not pass the browser's own shortcuts.
 */
import type { Page } from '@playwright/test'
import { type Action, standard } from '~/settings/actions'
import { partsOf } from '~/settings/chords'
import { expect, test } from '../e2e/desk'
import { takeKeyboard, xdotool } from './keyboard'

interface Heard {
  readonly code: string
  readonly key: string
  readonly prevented: boolean
}

const signs: Readonly<Record<string, string>> = {
  ...{ ArrowDown: 'Down', ArrowUp: 'Up', '/': 'slash', '?': 'question' },
}

/** In the words of xdotool. */
function keysOf(chord: string): string {
  const { held, key } = partsOf(chord)
  const sign = signs[key] ?? key.replace(/^Key/, '').toLowerCase()
  return [...held.map((one) => one.toLowerCase()), sign].join('+')
}

/** Notes what the page hears, and whether it kept it from the browser. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: Heard[] = []
    Object.defineProperty(window, 'heardKeys', { value: heard })
    addEventListener('keydown', ({ code, key, defaultPrevented: prevented }) => {
      heard.push({ code, key, prevented })
    })
  })

const heard = (page: Page) =>
  page.evaluate((): readonly Heard[] => Reflect.get(window, 'heardKeys'))

const windows = async () =>
  (await xdotool('search', '--onlyvisible', '--class', 'chromium')).split('\n').length

test('a key of the browser’s own does what it does: this is its real keyboard', async ({ ana }) => {
  await takeKeyboard(ana)
  const opened = ana.context().waitForEvent('page')
  await xdotool('key', 'ctrl+t')
  await (await opened).close()
})

test('each key as it comes reaches the page, and the browser does nothing by it', async ({
  ana,
}) => {
  await takeKeyboard(ana)
  await listen(ana)
  const [pages, before] = [ana.context().pages().length, await windows()]
  for (const [action, chord] of Object.entries(standard) as [Action, string][]) {
    const { key } = partsOf(chord)
    // What was opened may have taken the focus to a text, where a single character is text.
    await ana.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    )
    const already = (await heard(ana)).length
    await xdotool('key', '--clearmodifiers', keysOf(chord))
    const isIt = (one: Heard) => one.code === key || one.key === key
    await expect
      .poll(async () => (await heard(ana)).slice(already).filter(isIt), action)
      .toEqual([expect.objectContaining({ prevented: true })])
    // The browser would have shown something, or taken the focus to its own bar.
    await expect.poll(() => ana.evaluate(() => document.hasFocus()), action).toBe(true)
    expect(ana.context().pages().length, action).toBe(pages)
    expect(await windows(), action).toBe(before)
    await xdotool('key', 'Escape')
  }
})
