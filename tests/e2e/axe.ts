/** What axe-core can find wrong for people with assistive technology: WCAG 2.0 to 2.2 A and AA, best practices. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './desk'

const tags = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  'best-practice',
]

/** What to look for. */
type Scope = (axe: AxeBuilder) => AxeBuilder

const everything: Scope = (axe) => axe.withTags(tags)
const contrast: Scope = (axe) => axe.withRules('color-contrast')

/** Nothing is found, and nothing is left undecided. `view` says in a failure where it was. */
export async function expectAccessible(page: Page, view: string): Promise<void> {
  await report(page, everything, view)
}

/** Only what another colour scheme can change. */
export async function expectReadable(page: Page, view: string): Promise<void> {
  await report(page, contrast, view)
}

/**
 * The same for a page with a frame, in both schemes. On a slow machine axe passes a frame over that does not
 * answer within a second: it looks again until the frame was seen.
 */
export async function expectFrameAccessible(page: Page, view: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const look = async () => {
      const { found, seen } = await analyse(everything(new AxeBuilder({ page })))
      return seen ? found : 'the frame was not seen'
    }
    await expect.poll(look, { message: `${view}, ${colorScheme}`, timeout: 30_000 }).toEqual([])
  }
}

async function report(page: Page, scope: Scope, view: string) {
  const { found, passes } = await analyse(scope(await builderFor(page)))
  expect.soft(found, view).toEqual([])
  expect.soft(passes, `${view}: something was looked at`).toBeGreaterThan(0)
}

/**
 * By itself axe comes anew for each look, and sums up in a page of its own. That is for frames: where there
 * are none, it stays in the page for as long as that lives, and tells of what passes no more than that it does.
 */
async function builderFor(page: Page): Promise<AxeBuilder> {
  if (page.frames().length > 1) return new AxeBuilder({ page })
  const isThere = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations', 'incomplete'] })
}

async function analyse(axe: AxeBuilder) {
  const { violations, incomplete, passes } = await axe.analyze()
  // It does not know the top layer: it takes what lies below an open popover or dialog to lie over it.
  const floats = ['bgOverlap', 'elmPartiallyObscuring']
  const undecided = incomplete.filter(({ nodes }) =>
    nodes.some(({ any }) => any.some(({ data }) => !floats.includes(data?.messageKey))),
  )
  const found = [...violations, ...undecided].map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(' ')),
  }))
  /** Something in a frame. */
  const seen = passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1))
  return { found, seen, passes: passes.length }
}
