/** Whether everything has its place: measured in the page, told as sentences. */
import type { Page } from '@playwright/test'
import { expect } from './desk'

/** Nothing to scroll sideways, nothing cut off or covered, every target large enough. */
export async function expectFits(page: Page, view = 'the page'): Promise<void> {
  expect.soft(await page.evaluate(faults), view).toEqual([])
}

/** With reduced motion nothing moves. */
export async function expectStill(page: Page, view: string): Promise<void> {
  expect.soft(await moving(page), `${view}: moving`).toEqual([])
}

export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .map(
        ({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.className : '') ?? '',
      ),
  )
}

/** Runs in the page. */
function faults(): string[] {
  const found: string[] = []
  const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  )
  const named = (one: Element) =>
    `${one.localName} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}”`
  const isTiny = (one: Element) => one.getBoundingClientRect().width <= 1
  const hides = (one: Element) => getComputedStyle(one).overflowX === 'hidden'
  const parents = function* (one: Element | null) {
    for (let at = one; at; at = at.parentElement) yield at
  }

  if ((document.scrollingElement?.scrollWidth ?? 0) > innerWidth) found.push('the page scrolls')
  for (const one of seen) {
    if (one.matches('input, textarea') || !one.textContent || isTiny(one)) continue
    const { overflowX, textOverflow } = getComputedStyle(one)
    const isWider = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
    if (isWider && /auto|scroll/.test(overflowX)) found.push(`${named(one)} scrolls sideways`)
    if (isWider && overflowX === 'hidden' && textOverflow !== 'ellipsis')
      found.push(`${named(one)} is cut`)
    if (isWider && one.matches('button')) found.push(`${named(one)} runs out of itself`)
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement
    if (!parent || !seen.includes(parent)) continue
    if ([...parents(parent)].some((one) => isTiny(one) || hides(one))) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    const { left, right } = range.getBoundingClientRect()
    if (left < -1 || right > innerWidth + 1) found.push(`${named(parent)} runs out of the page`)
  }

  const groups = 'header, [role=toolbar], article, li, [popover], dialog'
  const controls = seen.filter((one) => one.matches('button, input, textarea, select, a'))
  // The whole card is its link, and the whole label its box to tick.
  const boxOf = (one: HTMLElement) =>
    (one.matches('[type=checkbox], [type=radio]')
      ? one.closest('label')
      : one.closest('article') && one.matches('a')
        ? one.closest('article')
        : one
    )?.getBoundingClientRect() ?? new DOMRect()
  for (const one of controls) {
    const { left, right, width, height } = boxOf(one)
    if (left < 0 || right > innerWidth) found.push(`${named(one)} is outside`)
    // Half a pixel is lost to rounding.
    if (width < 24 || height < 35.5) found.push(`${named(one)} is small: ${width} by ${height}`)
    const frame = scrollerOf(one)?.getBoundingClientRect()
    if (frame && (left < frame.left || right > frame.right + 1))
      found.push(`${named(one)} is cut off`)
    const cover = coverOf(one)
    if (cover) found.push(`${named(one)} is covered by ${named(cover)}`)
  }
  for (const [index, one] of controls.entries())
    for (const other of controls.slice(index + 1)) {
      const same = one.closest(groups)
      if (!same || same !== other.closest(groups)) continue
      if (one.matches('article a') || other.matches('article a')) continue
      const [a, b] = [boxOf(one), boxOf(other)]
      const apart =
        a.right <= b.left + 1 ||
        b.right <= a.left + 1 ||
        a.bottom <= b.top + 1 ||
        b.bottom <= a.top + 1
      if (!apart) found.push(`${named(one)} overlaps ${named(other)}`)
    }
  return found

  function scrollerOf(one: HTMLElement) {
    return [...parents(one.parentElement)].find((parent) =>
      /auto|scroll/.test(getComputedStyle(parent).overflowY),
    )
  }

  /** What lies over the middle of it, unless it is only scrolled away or below what was opened. */
  function coverOf(one: HTMLElement): Element | undefined {
    const { x, y, width, height } = one.getBoundingClientRect()
    const [middle, centre] = [x + width / 2, y + height / 2]
    const frame =
      scrollerOf(one)?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight)
    if (centre < frame.top || centre > Math.min(frame.bottom, innerHeight)) return undefined
    const hit = document.elementFromPoint(middle, centre)
    if (!hit || one.contains(hit) || hit.contains(one)) return undefined
    const floating = '[popover], dialog'
    if (hit.closest(floating) !== one.closest(floating)) return undefined
    const isStuck = [...parents(hit)].some((at) => getComputedStyle(at).position === 'sticky')
    // What has the focus may not be hidden below what sticks.
    return isStuck && one !== document.activeElement ? undefined : hit
  }
}
