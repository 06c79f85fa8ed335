import type { Page } from '@playwright/test'
import { button, type Genesys, goOnQueue, takeCall } from './desk'

export const transfers = ['', 'Queue', 'Agent', 'ExternalContact'].map(
  (name) => `conversation:communication:blindTransfer${name}`,
)

/** Nobody can be consulted either. */
export const consults = ['', 'Queue', 'Agent', 'External', 'ExternalContact'].map(
  (name) => `conversation:communication:consultTransfer${name}`,
)

/** Takes permissions away from Ana's role; those of transfers, where none are named. */
export async function takeAway(genesys: Genesys, permissions: readonly string[] = transfers) {
  const id = await genesys.userId('Ana Ruiz')
  await genesys.control('POST', `/users/${id}/permissions`, { remove: permissions })
}

/** The requests that ask to change a call, or to send it away. */
export const orders = (genesys: Genesys) =>
  genesys.requests(undefined, /\/(participants\/[^/]+|replace\/\w+|transfer|wrapup)$/)

/** Ana talks, and looks for where to send the call. */
export async function openTransfer(page: Page, genesys: Genesys, typed: string) {
  await goOnQueue(page)
  await takeCall(page, genesys, 'Ada Quill')
  await button(page, 'Transfer').click()
  await page.getByRole('searchbox', { name: 'Find a person, queue or number' }).fill(typed)
}
