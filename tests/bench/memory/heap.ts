/** What a page and its engine still hold when all that nobody needs was thrown away. */
import type { CDPSession, Page } from '@playwright/test'

export interface Held {
  /** Megabytes of script's memory. */
  readonly page: number
  /** Nodes, in the document or held by script. */
  readonly nodes: number
  /** Elements on screen. */
  readonly elements: number
}

const collections = 3

export async function createScales(page: Page): Promise<() => Promise<Held>> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  return async () => {
    // What is finalized in one is let go of in the next.
    for (let time = 0; time < collections; time++) await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    const { nodes } = await cdp.send('Memory.getDOMCounters')
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    return { page: usedSize / 1e6, nodes, elements }
  }
}

/** Megabytes. */
export async function weigh(engine: {
  send(method: string): Promise<Record<string, unknown>>
}): Promise<number> {
  for (let time = 0; time < collections; time++) await engine.send('HeapProfiler.collectGarbage')
  return Number((await engine.send('Runtime.getHeapUsage')).usedSize) / 1e6
}
