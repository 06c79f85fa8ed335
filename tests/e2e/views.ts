/**
 * Every view of the desk, one after another. Each stands still while its name is with the caller, who
 * looks at it in whatever way the journey is about, and who is at a wide page again before asking on.
 */
import type { Page } from '@playwright/test'
import type { Cast } from './cast'
import { button, expect, type Genesys, goOnQueue, openAccount, rows } from './desk'
import { attachEngine, blockSockets } from './engine'
import { keepSilent } from './hearing'
import { forgetCaches } from './kept'

export type Views = AsyncGenerator<string>

/** How long an answer is kept back: longer than it takes to look. Milliseconds. */
export const held = 12_000
/** For what was kept back to come. */
export const patient = { timeout: 30_000 }

export const said = (page: Page) => page.getByRole('alert').filter({ hasText: /./ })

/** The desk without a call, and everything that can be said below it. */
export async function* deskViews(page: Page, genesys: Genesys, cast: Cast): Views {
  await expect(page.getByText('Switch on On Queue to take calls.')).toBeVisible()
  yield 'off queue'
  await page.getByRole('button', { name: /^Presence: / }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  yield 'presence menu'
  await page.keyboard.press('Escape')
  await expect(await openAccount(page)).toBeVisible()
  yield 'account'
  await button(page, 'Sign-in log').click()
  await expect(page.getByRole('dialog', { name: 'Sign-in log' })).toContainText('Signed in')
  yield 'the sign-in log'
  await page.keyboard.press('Escape')
  await button(page, 'Health').click()
  const health = page.getByRole('dialog', { name: 'Health', exact: true })
  await expect(health).toContainText('used in the last minute')
  yield 'health'
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('list', { name: 'What is stored' })).toContainText('sign-in log')
  await button(page, 'Change the keys for: Hold or resume').click()
  await page.keyboard.press('Control+T')
  await expect(said(page)).toContainText('for tabs and windows')
  yield 'settings'
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  yield 'keyboard shortcuts'
  await page.keyboard.press('Escape')
  await page.goto(`${page.url().split('#')[0]}#/`)
  await button(page, 'Your status: Live').click()
  const away = page.getByRole('dialog', { name: 'Your status' })
  await away.getByRole('button', { name: 'Out of office until I end it' }).click()
  await expect(away.getByRole('button', { name: 'I am back' })).toBeVisible()
  yield 'status'
  await page.keyboard.press('Escape')
  const path = `/users/${await genesys.userId(cast.agent)}/presence`
  await genesys.control('POST', path, { systemPresence: 'Away' })
  await expect(button(page, 'Put me back')).toBeVisible()
  yield 'a status that was set elsewhere'
  await goOnQueue(page)
  yield 'on queue'
  await page.getByRole('link', { name: 'Colleagues' }).click()
  await expect(page.getByRole('list', { name: 'Colleagues' })).toContainText('(you)')
  yield 'colleagues'
  await openAccount(page)
  await page.getByRole('link', { name: 'My day' }).click()
  await expect(page.getByText('Genesys Cloud tells of no calls today.')).toBeVisible()
  yield 'my day'
  await page.goBack()
  await page.goBack()

  await rings(genesys, cast)
  await genesys.fault({ method: 'PATCH', kind: 'status', status: 409 })
  await button(page, 'Decline').click()
  await expect(said(page)).toContainText('Decline did not happen')
  yield 'a notice while it rings'
  await button(page, 'Dismiss').click()
  await button(page, 'Earlier notices').click()
  await expect(page.getByRole('dialog', { name: 'Earlier notices' })).toBeVisible()
  yield 'earlier notices'
  await page.keyboard.press('Escape')
  await button(page, 'Decline').click()
  await expect(button(page, 'Back on queue')).toBeVisible()
  yield 'not responding'
  await keepSilent(page)
  await page.reload()
  await expect(page.getByText('The ring is silent')).toBeVisible()
  yield 'the ring is silent'

  await page.getByRole('link', { name: 'Queues and phone' }).click()
  await expect(page.getByRole('list', { name: 'Your queues' })).toContainText(/waiting/)
  yield 'queues and phone'
  await button(page, 'Change phone').click()
  await expect(button(page, 'Use Reception')).toBeVisible()
  yield 'another phone'
  await page.goBack()
  await expect(button(page, 'Use Reception')).toBeHidden()

  const statuses = { path: '/api/v2/presence/definitions', times: 9 }
  await genesys.fault({ ...statuses, kind: 'status', status: 403 })
  await forgetCaches(page)
  await page.reload()
  await page.getByRole('button', { name: /^Presence: / }).click()
  await expect(page.getByRole('menuitem')).toBeVisible()
  yield 'presence menu without statuses'
  await page.keyboard.press('Escape')

  await blockSockets(page)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(button(page, 'Reconnect now')).toBeVisible()
  yield 'no live updates'
  await (await attachEngine(page)).kill()
  await expect(page.getByText('A part of Minidesk stopped')).toBeVisible(patient)
  yield 'the engine has died'
}

/** A call, and a second one. */
export async function* callViews(page: Page, genesys: Genesys, cast: Cast): Views {
  await goOnQueue(page)
  await rings(genesys, cast)
  await expect(button(page, 'Answer')).toBeVisible()
  yield 'ringing'
  await button(page, 'Answer').click()
  await expect(button(page, 'Hold')).toBeVisible()
  yield 'connected'
  await dials(genesys, cast)
  await page.getByRole('link', { name: cast.second }).click()
  await expect(button(page, 'Hold')).toHaveAttribute('aria-disabled', 'true')
  yield 'dialing'
  await page.getByRole('link', { name: cast.customer }).click()
  const code = '**/assets/later-*.js'
  await page.route(code, (route) => route.abort())
  await page.reload()
  await expect(said(page)).toContainText('could not be loaded')
  yield 'an open call without its code'
  await page.unroute(code)
  await button(page, 'Try again').click()
  await button(page, 'Hold').click()
  await button(page, 'Mute').click()
  await expect(button(page, 'Resume')).toBeVisible()
  await expect(button(page, 'Unmute')).toBeVisible()
  yield 'held and muted'
  await openAccount(page)
  await expect(page.getByText('End your calls first.')).toBeVisible()
  yield 'account in a call'
  await page.keyboard.press('Escape')

  await genesys.customerRings(cast.second, cast.agent)
  await expect(button(page, 'Answer')).toBeVisible()
  yield 'a second call rings'
  await button(page, 'Answer').click()
  await expect(button(page, 'Hold')).toBeVisible()
  await page.goto(`${page.url().split('#')[0]}#/`)
  await expect(rows(page)).toHaveCount(2)
  yield 'two calls in the list'
}

/** A call that is sent on, at last. */
export async function* transferViews(page: Page, genesys: Genesys, cast: Cast): Views {
  const search = page.getByRole('searchbox', { name: 'Find a person, queue or number' })
  await goOnQueue(page)
  await rings(genesys, cast)
  await button(page, 'Answer').click()
  await expect(button(page, 'Hold')).toBeVisible()

  await genesys.fault({ path: '/api/v2/routing/queues/**', kind: 'delay', ms: held })
  await button(page, 'Transfer').click()
  await expect(search).toHaveAttribute('aria-busy', 'true')
  yield 'transfer: searching'
  await expect(button(page, 'Transfer to Repairs')).toBeVisible(patient)
  yield 'transfer: queues'
  await search.fill('r')
  await page.getByRole('button', { name: /^Show unreachable/ }).click()
  await expect(button(page, 'Transfer to Ana Ruiz')).toBeVisible()
  yield 'transfer: queues and people'
  await button(page, 'Hide unreachable').click()
  await page
    .getByRole('group', { name: 'Look in' })
    .getByRole('button', { name: 'External' })
    .click()
  await search.fill('imogen')
  await button(page, 'Numbers of Imogen Blake').click()
  await button(page, 'Numbers of Imogen Blake').hover()
  yield 'transfer: a contact of several numbers'
  await page.getByRole('group', { name: 'Look in' }).getByRole('button', { name: 'All' }).click()
  await search.fill('Nobody at all')
  await expect(page.getByText('Nobody and no queue is called')).toBeVisible()
  yield 'transfer: nothing found'
  await genesys.fault({ path: '/api/v2/users/search', kind: 'status', status: 403, times: 9 })
  await search.fill('e')
  await expect(page.getByText('People could not be searched.')).toBeVisible()
  yield 'transfer: half of it found'
  await genesys.control('DELETE', '/faults')

  await search.fill('+49 30 55500142')
  const order = button(page, 'Transfer to +49 30 55500142')
  async function sendNow() {
    await order.click()
    await button(page, 'Send now').click()
  }
  const orders = { method: 'POST', path: '/api/v2/conversations/**' }
  await genesys.fault({ ...orders, kind: 'status', status: 409 })
  await sendNow()
  await expect(said(page)).toContainText('did not happen')
  yield 'transfer: refused'
  await genesys.fault({ ...orders, kind: 'status', status: 403, code: 'missing.permissions' })
  await sendNow()
  await expect(button(page, 'Copy for your administrator')).toBeVisible()
  yield 'transfer: for want of a permission'
  await genesys.fault({ ...orders, kind: 'delay', ms: held })
  await sendNow()
  await expect(order).toHaveAttribute('aria-busy', 'true')
  yield 'transfer: on its way'
}

/** A call's wrap-up, from reading the codes to Done. */
export async function* wrapupViews(page: Page, genesys: Genesys, cast: Cast): Views {
  const codes = page.getByRole('list', { name: 'Codes' }).getByRole('button')
  const search = page.getByRole('searchbox', { name: 'Wrap-up code' })
  const reading = { method: 'GET', path: '/api/v2/conversations/**/wrapupcodes' }
  await goOnQueue(page)
  const id = await rings(genesys, cast)
  await button(page, 'Answer').click()
  await expect(button(page, 'Hold')).toBeVisible()

  await genesys.fault({ ...reading, kind: 'status', status: 403 })
  await genesys.customerHangsUp(id)
  await expect(button(page, 'Read them again')).toBeVisible()
  yield 'wrap-up: failed'
  await genesys.fault({ ...reading, kind: 'delay', ms: held })
  await button(page, 'Read them again').click()
  await expect(search).toHaveAttribute('aria-busy', 'true')
  yield 'wrap-up: loading'
  await expect(codes.first()).toBeVisible(patient)
  await codes.first().click()
  yield 'wrap-up: ready'
  const notes = page.getByRole('textbox', { name: 'Notes' })
  await notes.fill('n'.repeat(10_001))
  await expect(notes).toHaveAttribute('aria-invalid', 'true')
  yield 'wrap-up: too long a note'
  await notes.fill('')
  await search.fill('zzz')
  await expect(page.getByText('No code matches.')).toBeVisible()
  yield 'wrap-up: no code matches'
  await genesys.fault({ path: '/api/v2/conversations/**/wrapup', kind: 'delay', ms: held })
  await button(page, 'Done').click()
  await expect(button(page, 'Done')).toHaveAttribute('aria-busy', 'true')
  yield 'wrap-up: on its way'
}

/** A customer calls the queue. */
export async function rings(
  genesys: Genesys,
  { queue, customer, attributes }: Cast,
): Promise<string> {
  const queueId = (await genesys.state()).queues.find(({ name }) => name === queue)?.id
  const from = { name: customer, number: '+493055500142' }
  const answer = await genesys.control('POST', '/calls', { queueId, from, attributes })
  return (answer as { conversationId: string }).conversationId
}

/** An event as of another call, that goes out and that nobody has answered. */
async function dials(genesys: Genesys, { agent, second }: Cast) {
  const userId = await genesys.userId(agent)
  const mine = { id: 'me', purpose: 'agent', userId, calls: [{ id: 'leg', state: 'dialing' }] }
  const customer = { id: 'c', purpose: 'customer', name: second }
  const eventBody = { id: crypto.randomUUID(), participants: [customer, mine] }
  const text = JSON.stringify({ topicName: `v2.users.${userId}.conversations`, eventBody })
  await genesys.control('POST', '/sockets/send', { text })
}
