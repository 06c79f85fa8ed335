import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { expect, goOnQueue, rows, test } from '../../e2e/desk'
import { official, setOfficialLimit } from '../../e2e/drops'
import { inAll, openTabs } from '../../e2e/tabs'
import { median, quantile } from '../quantile'
import type { Figures } from './bench'

const rounds = Number(process.env.BENCH_ROUNDS ?? 25)

test.setTimeout(300_000)
test.use({ platform: official })
test.beforeEach(({ host, genesys }) => setOfficialLimit(host, genesys))

/** From now on the page notes each change of what it shows of calls and status, by the machine's clock. */
const watch = (tab: Page) =>
  tab.evaluate(() => {
    const shown: [what: string, at: number][] = []
    Object.assign(window, { shown })
    const look = () => {
      const calls = [...document.querySelectorAll('li[data-phase]')].map((row) =>
        row.getAttribute('data-phase'),
      )
      const status = document.querySelector('header button')?.textContent?.replaceAll(/[\d:]/g, '')
      const what = `${calls} ${status}`
      if (what !== shown.at(-1)?.[0]) shown.push([what, Date.now()])
    }
    look()
    const all = { subtree: true, childList: true, characterData: true, attributes: true }
    new MutationObserver(look).observe(document.body, all)
  })

type Shown = readonly [what: string, at: number]
const shownIn = (tab: Page) => tab.evaluate((): Shown[] => Reflect.get(window, 'shown'))

for (const count of [2, 5])
  test(`${count} tabs show an event at once`, async ({ ana, host, genesys }) => {
    const [load = 0] = loadavg()
    const tabs = await openTabs(ana, host, count)
    await goOnQueue(ana)
    const path = `/users/${await genesys.userId('Ana Ruiz')}/presence`
    await inAll(tabs, watch)
    const agreed = () =>
      expect
        .poll(async () => new Set((await inAll(tabs, shownIn)).map((all) => all.length)).size)
        .toBe(1)
    for (let round = 0; round < rounds; round++) {
      const id = await genesys.customerRings('Ada Quill', 'Ana Ruiz')
      await inAll(tabs, (tab) => expect(rows(tab)).toHaveCount(1))
      await genesys.customerHangsUp(id)
      await inAll(tabs, (tab) => expect(rows(tab)).toHaveCount(0))
      for (const [systemPresence, label] of [
        ['Busy', 'Presence: Busy'],
        ['On Queue', 'Presence: On Queue'],
      ] as const) {
        await genesys.control('POST', path, { systemPresence })
        await inAll(tabs, (tab) => expect(tab.getByRole('button', { name: label })).toBeVisible())
      }
      await agreed()
    }
    const all = await inAll(tabs, shownIn)
    const [first = []] = all
    // All have shown the same, in the same order; the first was there before.
    const what = all.map((shown) => shown.map(([words]) => words))
    for (const words of what) expect(words).toEqual(what[0])
    const spreads = first.slice(1).map((_, index) => {
      const times = all.map((shown) => shown[index + 1]?.[1] ?? Number.NaN)
      return Math.max(...times) - Math.min(...times)
    })
    expect(spreads.length).toBeGreaterThanOrEqual(rounds * 4)
    const figures: Figures = {
      events: spreads.length,
      tabs: count,
      medianMs: median(spreads),
      p95Ms: quantile(spreads, 0.95),
      mostMs: Math.max(...spreads),
      load: Math.round(load * 10) / 10,
    }
    const file = process.env.MINIDESK_FIGURES
    if (!file) return
    const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
    writeFileSync(file, JSON.stringify([...before, figures]))
  })
