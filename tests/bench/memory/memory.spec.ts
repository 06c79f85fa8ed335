import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import type { Browser, Page } from '@playwright/test'
import { button, expect, expectDesk, rows, test } from '../../e2e/desk'
import { attachEngine } from '../../e2e/engine'
import { type Json, signIn as visit } from '../../unit/emulator/visitor'
import { servePage } from '../frames/page'
import type { Variant } from '../frames/page/main'
import { median } from '../quantile'
import { startStorm } from '../storm'
import type { Figures, Growth, Sample } from './bench'
import { createScales, weigh } from './heap'
import { eventsEach, texts } from './lives'

const minutes = Number(process.env.BENCH_MINUTES ?? 10)
const perSecond = 500
/** Events: of 1,000 conversations, until the code is warm and what has a bound has reached it; then of 5,000. */
const [warm, counted] = [1_000 * eventsEach, 5_000 * eventsEach]
const rounds = 3

test.setTimeout((minutes + 10) * 60_000)
test.use({ platform: { limits: { token: 3_000 } } })

async function growthOf(browser: Browser, url: string, variant: Variant, wire: Json, me: string) {
  const page = await browser.newPage()
  await page.goto(url)
  await page.evaluate(([variant, me]) => globalThis.bench.live(variant, me), [variant, me] as const)
  const scales = await createScales(page)
  const liveThrough = (from: number, to: number) =>
    page.evaluate(([wire, from, to]) => globalThis.bench.lives(wire, from, to), [
      wire,
      from,
      to,
    ] as const)
  await liveThrough(0, warm)
  const before = await scales()
  await liveThrough(warm, warm + counted)
  const after = await scales()
  await page.close()
  return { megabytes: after.page - before.page, nodes: after.nodes - before.nodes }
}

async function compare(browser: Browser, wire: Json, me: string): Promise<Growth> {
  const bench = await servePage()
  const grown = { desk: [] as number[], hand: [] as number[] }
  let nodes = 0
  for (let round = 0; round < rounds; round++)
    for (const variant of ['desk', 'hand'] as const) {
      const one = await growthOf(browser, bench.url, variant, wire, me)
      grown[variant].push(one.megabytes)
      if (variant === 'desk') nodes = Math.max(nodes, one.nodes)
    }
  await bench.stop()
  return { desk: median(grown.desk), hand: median(grown.hand), nodes }
}

async function openDesk(page: Page, url: string) {
  await page.goto(url)
  await button(page, 'Log in with Genesys Cloud').click()
  await button(page, 'Ana Ruiz').click()
  await expectDesk(page)
  await expect(rows(page)).toHaveCount(1)
}

test('what the desk holds in memory, under events', async ({ browser, page, genesys, host }) => {
  const [load = 0] = loadavg()
  const redirectUri = `${host.url}callback.html`
  await host.setConfig({
    environment: { login: genesys.login, api: genesys.api },
    clientId: 'minidesk-local',
    redirectUris: [redirectUri],
    rateLimit: { perMinute: 3_000 },
  })
  const { ask, userId } = await visit(genesys, 'Ana Ruiz', { redirect_uri: redirectUri })
  const conversationId = await genesys.customerRings('Ada Quill', 'Ana Ruiz')
  await genesys.control('POST', `/users/${userId}/answer`, { conversationId })
  const { body } = await ask('GET', '/conversations')
  const wire = body.entities[0]
  const growth = await compare(browser, wire, userId)

  await openDesk(page, host.url)
  const [scales, engine] = [await createScales(page), await attachEngine(page)]
  const samples: Sample[] = []
  const storm = startStorm(genesys, userId, perSecond, texts(wire, userId))
  const begun = performance.now()
  for (let minute = 1; minute <= minutes; minute++) {
    await expect
      .poll(() => performance.now() - begun, { timeout: 120_000, intervals: [200] })
      .toBeGreaterThan(minute * 60_000)
    samples.push({ ...(await scales()), engine: await weigh(engine) })
  }
  const events = Math.round((storm.rate() * (performance.now() - begun)) / 1000)
  const rate = storm.rate()
  await storm.stop()
  await expect(rows(page).filter({ hasText: 'Caller' }).first()).toBeVisible()
  const figures: Figures = {
    ...{ growth, samples, events },
    perSecond: Math.round(rate),
    wanted: perSecond,
    conversations: Math.round(events / eventsEach),
    load: Math.round(load * 10) / 10,
  }
  const file = process.env.MINIDESK_FIGURES
  if (file) writeFileSync(file, JSON.stringify(figures))
  expect(samples).toHaveLength(minutes)
})
