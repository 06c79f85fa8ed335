/** What journeys of transfers and consults have in common. */
import type { Page } from '@playwright/test'
import { button, type Genesys } from './desk'

export const search = (page: Page) =>
  page.getByRole('searchbox', { name: 'Find a person, queue or number' })

/** The transfers that left the desk. */
export async function sent(genesys: Genesys) {
  const all = await genesys.requests('POST', /\/(replace(\/\w+)?|transfer)$/)
  return all.filter(({ resent }) => !resent)
}

/** Transfers, and does not wait for the time in which it could be taken back. */
export async function transferTo(page: Page, name: string) {
  await button(page, `Transfer to ${name}`).click()
  await button(page, 'Send now').click()
}
