import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { button, expect, goOnQueue, rows, signIn, takeCall, test } from '../../e2e/desk'
import { median, quantile } from '../quantile'
import type { Figures } from './bench'
import { startStorm } from './storm'

const presses = Number(process.env.BENCH_PRESSES ?? 100)
const perSecond = 500

test.setTimeout(300_000)
test.use({ platform: { limits: { token: 3_000 } } })

declare global {
  /** Milliseconds from each press until its pending state had been painted. */
  var shownAfter: number[]
}

/** Hold, or Resume; until it is proven. */
async function pressOnce(page: Page, press: number) {
  const [verb, next] = press % 2 === 0 ? ['Hold', 'Resume'] : ['Resume', 'Hold']
  await button(page, verb).click({ timeout: 10_000 })
  await expect.poll(() => page.evaluate(() => globalThis.shownAfter.length)).toBe(press + 1)
  await expect(button(page, next)).not.toHaveAttribute('aria-busy', 'true')
}

test('a press is shown as pending at once, whatever else happens', async ({
  page,
  genesys,
  host,
}) => {
  const [load = 0] = loadavg()
  const redirectUri = `${host.url}callback.html`
  await host.setConfig({
    environment: { login: genesys.login, api: genesys.api },
    clientId: 'minidesk-local',
    redirectUris: [redirectUri],
    rateLimit: { perMinute: 3_000 },
  })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await goOnQueue(page)
  await takeCall(page, genesys, 'Ada Quill')
  await page.evaluate(() => {
    globalThis.shownAfter = []
    let pressed = 0
    addEventListener('click', ({ timeStamp }) => (pressed = timeStamp), true)
    new MutationObserver((changes) => {
      const isBusy = changes.some(({ target }) => (target as Element).ariaBusy === 'true')
      if (!isBusy || pressed === 0) return
      const at = pressed
      pressed = 0
      // In the frame after that it has been painted.
      requestAnimationFrame(() =>
        requestAnimationFrame((now) => globalThis.shownAfter.push(now - at)),
      )
    }).observe(document.body, { subtree: true, attributeFilter: ['aria-busy'] })
  })
  const storm = await startStorm(genesys, redirectUri, perSecond)
  try {
    await expect(rows(page).filter({ hasText: 'Caller' })).toHaveCount(20)
    for (let press = 0; press < presses; press++) await pressOnce(page, press)
  } finally {
    await storm.stop()
  }
  const rate = Math.round(storm.rate())
  const all = await page.evaluate(() => globalThis.shownAfter)
  const figures: Figures = {
    presses: all.length,
    eventsPerSecond: rate,
    medianMs: Math.round(median(all)),
    p99Ms: Math.round(quantile(all, 0.99)),
    load: Math.round(load * 10) / 10,
  }
  const file = process.env.MINIDESK_FIGURES
  if (file) writeFileSync(file, JSON.stringify(figures))
  expect(all).toHaveLength(presses)
})
