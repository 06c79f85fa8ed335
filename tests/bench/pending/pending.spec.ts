import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { button, expect, goOnQueue, rows, takeCall, test } from '../../e2e/desk'
import { median, quantile } from '../quantile'
import { startStorm } from './storm'

const presses = 120
const perSecond = 500

test.setTimeout(300_000)
test.use({ platform: { limits: { token: 3_000 } } })

declare global {
  /** Milliseconds from each press until its pending state had been painted. */
  var shownAfter: number[]
}

test('a press is shown as pending at once, whatever else happens', async ({
  ana,
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
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await ana.evaluate(() => {
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
  await expect(rows(ana).filter({ hasText: 'Caller' })).toHaveCount(20)
  for (let press = 0; press < presses; press++) {
    const verb = press % 2 === 0 ? 'Hold' : 'Resume'
    await button(ana, verb).click()
    await expect.poll(() => ana.evaluate(() => globalThis.shownAfter.length)).toBe(press + 1)
    await expect(button(ana, press % 2 === 0 ? 'Resume' : 'Hold')).not.toHaveAttribute(
      'aria-busy',
      'true',
    )
  }
  const rate = Math.round(storm.rate())
  await storm.stop()
  const all = await ana.evaluate(() => globalThis.shownAfter)
  const figures = {
    presses: all.length,
    eventsPerSecond: rate,
    medianMs: Math.round(median(all)),
    p99Ms: Math.round(quantile(all, 0.99)),
    load: Math.round(load * 10) / 10,
  }
  const file = process.env.MINIDESK_FIGURES
  if (file) writeFileSync(file, JSON.stringify(figures))
  expect(all.length).toBeGreaterThanOrEqual(100)
})
