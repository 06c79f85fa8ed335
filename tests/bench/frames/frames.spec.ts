import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import type { Browser, Page } from '@playwright/test'
import { button, expect, expectDesk, type Genesys, rows, test } from '../../e2e/desk'
import type { DeskHost } from '../../e2e/serve'
import { type Json, signIn as visit } from '../../unit/emulator/visitor'
import { median, quantile } from '../quantile'
import { startStorm } from '../storm'
import { frameOf, stamp, wireOf } from '../wires'
import type { Figures, Pair, Weather } from './bench'
import { type Bench, servePage } from './page'
import type { Variant } from './page/main'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const seconds = Number(process.env.BENCH_SECONDS ?? 6)
const order: readonly Variant[] = ['desk', 'hand']
const weathers = [
  { rows: 1000, perSecond: 200 },
  { rows: 50, perSecond: 1000 },
  { rows: 50, perSecond: 500 },
] as const

test.setTimeout(900_000)
test.use({ platform: { limits: { token: 3_000 } } })

interface Told {
  readonly wire: Json
  readonly userId: string
  /** An address to listen at, of a channel of its own. */
  channel(): Promise<string>
}

/** A call that all others are made of. */
async function begin(genesys: Genesys, redirectUri: string): Promise<Told> {
  const { ask, userId } = await visit(genesys, 'Ana Ruiz', { redirect_uri: redirectUri })
  const conversationId = await genesys.customerRings('Ada Quill', 'Ana Ruiz')
  await genesys.control('POST', `/users/${userId}/answer`, { conversationId })
  const { body } = await ask('GET', '/conversations')
  return {
    userId,
    wire: body.entities[0],
    async channel() {
      const { body: made } = await ask('POST', '/notifications/channels')
      const topics = [{ id: `v2.users.${userId}.conversations` }]
      await ask('PUT', `/notifications/channels/${made.id}/subscriptions`, topics)
      return made.connectUri
    },
  }
}

/** Script alone, no socket: the variants take turns, and each round begins with another one. */
async function measureScript(browser: Browser, bench: Bench, { wire, userId }: Told) {
  const page = await browser.newPage()
  await page.goto(bench.url)
  const named = (word: string) =>
    Array.from({ length: 1000 }, (_, at) => wireOf(wire, at, `${word} ${at}`))
  const sets = ['First', 'Second', 'Third', 'Fourth'].map(named)
  const texts = Array.from({ length: 1000 }, (_, at) => frameOf(wire, userId, at))
  const handfuls = Array.from({ length: 20 }, (_, handful) =>
    Array.from(
      { length: 200 },
      (_, at) => texts[(handful * 200 + at) % 1000]?.(`${handful}`) ?? '',
    ),
  )
  const took = {
    desk: { rows: [] as number[], frames: [] as number[] },
    hand: { rows: [] as number[], frames: [] as number[] },
  }
  for (let round = 0; round < rounds + 1; round++)
    for (const variant of round % 2 ? order : order.toReversed()) {
      const [shown, frames] = await page.evaluate(
        ([which, me, sets, handfuls]) => [
          globalThis.bench.rows(which, me, sets),
          globalThis.bench.frames(which, me, sets[0] ?? [], handfuls),
        ],
        [variant, userId, sets, handfuls] as const,
      )
      // The first round makes the code warm.
      if (round === 0) continue
      took[variant].rows.push(...(shown ?? []))
      took[variant].frames.push(...(frames ?? []))
    }
  await page.close()
  const pair = (of: 'rows' | 'frames'): Pair => ({
    desk: median(took.desk[of]),
    hand: median(took.hand[of]),
  })
  return { rows: pair('rows'), frame: pair('frames') }
}

/** A page of a variant, with its rows, that notes how late each stamped name is shown. */
async function open(
  page: Page,
  variant: Variant,
  hosts: { bench: Bench; host: DeskHost },
  told: Told,
  count: number,
) {
  if (variant === 'hand') {
    await page.goto(hosts.bench.url)
    const wires = Array.from({ length: count }, (_, at) => wireOf(told.wire, at, `Caller ${at}`))
    await page.evaluate(([url, me, wires]) => globalThis.bench.listen(url, me, wires), [
      await told.channel(),
      told.userId,
      wires,
    ] as const)
  } else {
    await page.goto(hosts.host.url)
    // She has allowed it before.
    await button(page, 'Log in with Genesys Cloud').click()
    await button(page, 'Ana Ruiz').click()
    await expectDesk(page)
    await expect(rows(page)).toHaveCount(1)
  }
  await page.evaluate((pattern) => {
    const late: number[] = []
    Object.assign(globalThis, { late })
    new MutationObserver((changes) => {
      const now = Date.now()
      for (const { target, addedNodes } of changes)
        for (const node of addedNodes.length > 0 ? addedNodes : [target]) {
          const sent = new RegExp(pattern).exec(node.textContent ?? '')?.[1]
          if (sent) late.push(now - Number(sent))
        }
    }).observe(document.body, { subtree: true, characterData: true, childList: true })
  }, stamp.source)
}

test('the list under events, beside the same list by hand', async ({ browser, genesys, host }) => {
  const [load = 0] = loadavg()
  const redirectUri = `${host.url}callback.html`
  await host.setConfig({
    environment: { login: genesys.login, api: genesys.api },
    clientId: 'minidesk-local',
    redirectUris: [redirectUri],
    rateLimit: { perMinute: 3_000 },
  })
  const bench = await servePage()
  const told = await begin(genesys, redirectUri)
  const script = await measureScript(browser, bench, told)

  const weather: Weather[] = []
  for (const { rows: count, perSecond } of weathers) {
    const late: Record<Variant, number[]> = { desk: [], hand: [] }
    const rate: Record<Variant, number[]> = { desk: [], hand: [] }
    const frames = Array.from({ length: count }, (_, at) => frameOf(told.wire, told.userId, at))
    for (let round = 0; round < rounds; round++)
      for (const variant of round % 2 ? order : order.toReversed()) {
        const context = await browser.newContext()
        const page = await context.newPage()
        await open(page, variant, { bench, host }, told, count)
        const texts = frames.map((frame, at) => frame(`Caller ${at}`))
        for (let at = 50; at <= count; at += 50) {
          const { userId } = told
          await genesys.control('POST', '/sockets/send', {
            userId,
            texts: texts.slice(at - 50, at),
          })
          const last = page.getByText(`Caller ${at - 1}`, { exact: true }).last()
          await expect(last).toBeAttached({ timeout: 60_000 })
        }
        const storm = startStorm(
          genesys,
          told.userId,
          perSecond,
          (at) => frames[at % count]?.(`Caller ${at % count} @${Date.now()}`) ?? '',
          4,
        )
        const enough = perSecond * seconds
        await expect
          .poll(() => page.evaluate(() => Reflect.get(globalThis, 'late').length), {
            timeout: 60_000,
          })
          .toBeGreaterThan(enough * 0.9)
        rate[variant].push(storm.rate())
        await storm.stop()
        late[variant].push(...(await page.evaluate(() => Reflect.get(globalThis, 'late'))))
        await context.close()
      }
    const pair = (of: (values: readonly number[]) => number, from = late): Pair => ({
      desk: of(from.desk),
      hand: of(from.hand),
    })
    weather.push({
      ...{ rows: count, perSecond },
      reached: pair(median, rate),
      median: pair(median),
      p99: pair((values) => quantile(values, 0.99)),
    })
  }
  await bench.stop()
  const figures: Figures = { ...script, weather, load: Math.round(load * 10) / 10 }
  const file = process.env.MINIDESK_FIGURES
  if (file) writeFileSync(file, JSON.stringify(figures))
  expect(weather).toHaveLength(weathers.length)
})
