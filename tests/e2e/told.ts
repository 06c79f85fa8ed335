/** What is told to whoever cannot see the screen. */
import type { Page } from '@playwright/test'

/** What a screen reader is told from now on by the regions that `selector` finds, hidden parts apart. */
export async function listen(page: Page, selector: string): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle((regions) => {
    const told: string[] = []
    const textOf = (node: Node) => {
      const copy = node.cloneNode(true)
      if (copy instanceof Element)
        for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
      return copy.textContent?.trim() ?? ''
    }
    const isHidden = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest('[aria-hidden=true]')
    const observer = new MutationObserver((records) => {
      for (const record of records.filter((one) => !isHidden(one))) {
        const news = record.type === 'characterData' ? [record.target] : record.addedNodes
        for (const node of news) told.push(textOf(node))
      }
    })
    const found = document.querySelectorAll(regions)
    if (found.length === 0) throw new Error(`nothing speaks: ${regions}`)
    for (const region of found)
      observer.observe(region, { childList: true, characterData: true, subtree: true })
    return told
  }, selector)
  return async () => (await heard.jsonValue()).filter(Boolean)
}
