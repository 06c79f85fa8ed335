import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { button, expect, goOnQueue, rows, signIn, takeCall, test } from '../../e2e/desk'
import { signIn as visit } from '../../unit/emulator/visitor'
import { median, quantile } from '../quantile'
import { startStorm } from '../storm'
import { frameOf } from '../wires'
import type { Figures } from './bench'

const presses = Number(process.env.BENCH_PRESSES ?? 100)
const perSecond = 500
/** Calls that change, as many as a list shows; each twice, so that every event changes what is on screen. */
const calls = 20

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
  const { ask, userId } = await visit(genesys, 'Ana Ruiz', { redirect_uri: redirectUri })
  const { body } = await ask('GET', '/conversations')
  const texts = Array.from({ length: 2 * calls }, (_, at) =>
    frameOf(body.entities[0], userId, at % calls)(`Caller ${at}`),
  )
  const textOf = (at: number) => texts[at % texts.length] ?? ''
  const storm = startStorm(genesys, userId, perSecond, textOf)
  try {
    await expect(rows(page).filter({ hasText: 'Caller' })).toHaveCount(calls)
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
