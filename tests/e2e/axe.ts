/** What axe-core can find wrong for people with assistive technology: WCAG 2.0 to 2.2 A and AA, best practices. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './desk'

const tags = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  'best-practice',
]

/** Nothing is found, and nothing is left undecided. `view` says in a failure where it was. */
export async function expectAccessible(page: Page, view: string): Promise<void> {
  await report(new AxeBuilder({ page }).withTags(tags), view)
}

/** Only what another colour scheme can change. */
export async function expectReadable(page: Page, view: string): Promise<void> {
  await report(new AxeBuilder({ page }).withRules('color-contrast'), view)
}

async function report(axe: AxeBuilder, view: string) {
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
  expect.soft(found, view).toEqual([])
  expect.soft(passes.length, `${view}: something was looked at`).toBeGreaterThan(0)
}
