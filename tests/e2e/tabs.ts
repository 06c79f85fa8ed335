/** Several tabs of one browser that are one desk. */
import type { Page } from '@playwright/test'
import { expect, expectDesk, type Genesys } from './desk'
import type { DeskHost } from './serve'
import { expectTruth } from './truth'

/** The page and so many more beside it, each with the desk. */
export async function openTabs(page: Page, host: DeskHost, count: number): Promise<Page[]> {
  const more = Array.from({ length: count - 1 }, () => page.context().newPage())
  const tabs = [page, ...(await Promise.all(more))]
  await Promise.all(tabs.slice(1).map((tab) => tab.goto(host.url)))
  await Promise.all(tabs.map(expectDesk))
  return tabs
}

export const inAll = <T>(tabs: readonly Page[], what: (tab: Page) => Promise<T>) =>
  Promise.all(tabs.map(what))

/**
 * All that a tab shows of the agent and the calls, as assistive technology reads it; but for the focus, the seconds, and
 * what was said and ordered in that tab alone.
 */
async function shownIn(tab: Page): Promise<string> {
  const parts = [tab.getByRole('banner'), tab.getByRole('main')]
  const texts = await Promise.all(parts.map((part) => part.ariaSnapshot()))
  return texts
    .join('\n')
    .replace(/^.*button "Earlier notices".*\n/m, '')
    .replaceAll(' [active]', '')
    .replaceAll(/\d+:\d\d(:\d\d)?/g, '0:00')
}

/** Waits until every tab shows what Genesys Cloud says, and all of them the same. */
export async function expectOneDesk(tabs: readonly Page[], genesys: Genesys): Promise<void> {
  await inAll(tabs, (tab) => expectTruth(tab, genesys))
  await expect(async () => {
    const [first, ...others] = await inAll(tabs, shownIn)
    for (const other of others) expect(other).toBe(first)
  }).toPass({ timeout: 10_000 })
}

/** The desk has counted its tabs since, and found this one alone. */
export async function expectAlone(page: Page) {
  const isAlone = page.evaluate(async () => {
    const { locks } = navigator
    const query = locks.query.bind(locks)
    return new Promise<true>((done) => {
      locks.query = async () => {
        const all = await query()
        const tabs = all.held?.filter(({ name }) => name?.startsWith('minidesk-page '))
        if (tabs?.length === 1) setTimeout(() => done(true))
        return all
      }
    })
  })
  expect(await isAlone).toBe(true)
}
