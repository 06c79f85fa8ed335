import type { Page } from '@playwright/test'
import { signIn as visit } from '../unit/emulator/visitor'
import {
  button,
  expect,
  expectDesk,
  expectLive,
  expectSignedIn,
  type Genesys,
  goOnQueue,
  opened,
  rows,
  signIn,
  takeCall,
  test,
} from './desk'
import { createJumpingClock } from './jump'

/** Every way in which a queue asks for after-call work: Sales does not, Returns and Enterprise in a time. */

const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes' })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Wrap-up code' })
const place = (page: Page) => page.getByRole('region', { name: 'Open conversation' })
const sent = (genesys: Genesys) => genesys.requests('POST', /\/wrapup$/)
const news = (page: Page) => page.getByRole('alert')
const enterprise = 'Enterprise Customers – Europe, Middle East & Africa'

/** Talking to a customer of a queue. */
async function talk(page: Page, genesys: Genesys, name: string, queue: string) {
  const id = await genesys.customerCalls(name, queue)
  await button(page, 'Answer').click()
  await expect(rows(page).filter({ hasText: name })).toContainText('Connected')
  await expect(opened(page, name)).toBeVisible()
  return id
}

/** The same agent in another window, who asks for what this desk has no button for. */
const elsewhere = (genesys: Genesys, url: string, agent: string) =>
  visit(genesys, agent, { redirect_uri: `${url}callback.html` })

test('notes are written during the call, and survive its end, a reload and another sign-in', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const first = await talk(ana, genesys, 'Ada Quill', 'Billing')
  await expect(ana.getByRole('heading', { name: 'Notes' })).toBeVisible()
  await notes(ana).pressSequentially('Invoice 20448')
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Resume')).toBeVisible()
  await ana.reload()
  await expectDesk(ana)
  await expect(notes(ana)).toHaveValue('Invoice 20448')

  await genesys.control('POST', '/tokens/expire', {})
  await notes(ana).press('End')
  await notes(ana).pressSequentially(', twice')
  const again = button(ana, 'Sign in again')
  const [popup] = await Promise.all([ana.waitForEvent('popup'), again.click()])
  await expect.poll(() => popup.isClosed()).toBe(true)
  await expectSignedIn(ana)
  await expectLive(ana)
  await expect(notes(ana)).toHaveValue('Invoice 20448, twice')

  // The customer hangs up in the middle of a word: the same box goes on, with its caret.
  await notes(ana).focus()
  await notes(ana).press('Home')
  await genesys.customerHangsUp(first)
  await expect(ana.getByRole('heading', { name: 'Wrap-up' })).toBeVisible()
  await expect(notes(ana)).toBeFocused()
  await ana.keyboard.type('Re: ')
  await expect(notes(ana)).toHaveValue('Re: Invoice 20448, twice')

  // Found by its first letters, chosen, and done, without a mouse.
  await search(ana).focus()
  await ana.keyboard.type('pay')
  await expect(ana.getByRole('list', { name: 'Codes' }).getByRole('button')).toHaveCount(2)
  await ana.keyboard.press('ArrowDown')
  await ana.keyboard.press('ArrowDown')
  await ana.keyboard.press('Enter')
  await expect(button(ana, 'Payment taken')).toHaveAttribute('aria-pressed', 'true')
  await ana.keyboard.press('Enter')
  await expect(button(ana, 'Done')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(rows(ana)).toHaveCount(0)

  // The next customer is another one; what was used last comes first.
  const next = await talk(ana, genesys, 'Bo Lindt', 'Billing')
  await expect(notes(ana)).toHaveValue('')
  await notes(ana).fill('About Bo')
  await genesys.customerHangsUp(next)
  await expect(ana.getByRole('list', { name: 'Codes' }).getByRole('button').first()).toHaveText(
    'Payment taken',
  )
  await button(ana, 'Payment taken').click()
  await notes(ana).press('Control+Enter')
  await expect(rows(ana)).toHaveCount(0)
  expect(await sent(genesys)).toMatchObject([{ status: 202 }, { status: 202 }])
})

test('a queue that asks for nothing takes a wrap-up all the same; it can be skipped', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const first = await talk(ana, genesys, 'Ada Quill', 'Sales')
  await notes(ana).focus()
  await ana.keyboard.type('Wants an of')
  await genesys.customerHangsUp(first)
  await expect(ana.getByText('This queue asks for no wrap-up: you may skip it.')).toBeVisible()
  await expect(rows(ana)).toHaveCount(0)
  await expect(notes(ana)).toBeFocused()
  await ana.keyboard.type('fer')
  await expect(notes(ana)).toHaveValue('Wants an offer')
  await button(ana, 'Offer sent').click()
  await button(ana, 'Done').click()
  await expect(ana.getByText('You are on queue. A call will ring here.')).toBeVisible()
  expect(await sent(genesys)).toMatchObject([{ status: 202 }])

  const second = await talk(ana, genesys, 'Bo Lindt', 'Sales')
  await genesys.customerHangsUp(second)
  await button(ana, 'Skip wrap-up').focus()
  await ana.keyboard.press('Enter')
  await expect(ana.getByText('You are on queue. A call will ring here.')).toBeVisible()
  expect(await sent(genesys)).toHaveLength(1)
})

test('several wrap-ups: after Done the next one opens; the status for after it loses no notes', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  await notes(ana).fill('About Ada')
  await genesys.customerRings('Cy Doe', 'Ana Ruiz')
  await button(ana, 'Answer').click()
  await expect(opened(ana, 'Cy Doe')).toBeVisible()
  await button(ana, 'End call').click()
  // What was open has left: what is owed takes its place.
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await expect(notes(ana)).toHaveValue('About Ada')

  await ana.getByLabel('Then').selectOption('Break')
  await expect(ana.getByText('→ Break after this call')).toBeVisible()
  await expect(button(ana, 'Presence: On Queue')).toBeVisible()
  await expect(notes(ana)).toHaveValue('About Ada')
  await ana.getByRole('list', { name: 'Codes' }).getByRole('button').first().click()
  await button(ana, 'Done').click()
  await expect(rows(ana)).toHaveCount(0)
  await expect(button(ana, 'Presence: Break')).toBeVisible()
})

test('after-call work that the agent has asked for may be left; without asking there is none', async ({
  page,
  host,
  genesys,
}) => {
  await page.goto(host.url)
  await signIn(page, 'Emeka Nwachukwu')
  await goOnQueue(page)
  const first = await talk(page, genesys, 'Ada Quill', 'Loyalty')
  await expect(page.getByText('only if you ask for after-call work')).toBeVisible()
  await genesys.customerHangsUp(first)
  await expect(rows(page)).toHaveCount(0)

  const second = await talk(page, genesys, 'Bo Lindt', 'Loyalty')
  const emeka = await elsewhere(genesys, host.url, 'Emeka Nwachukwu')
  const { body } = await emeka.ask('GET', `/conversations/${second}`)
  const part = body.participants.find((one: { userId?: string }) => one.userId === emeka.userId)
  const path = `participants/${part.id}/communications/${part.calls[0].id}`
  const asked = { afterCallWorkRequired: true }
  await emeka.ask('PATCH', `/conversations/aftercallwork/${second}/${path}`, asked)
  await expect(page.getByText('You have asked for after-call work.')).toBeVisible()
  await genesys.customerHangsUp(second)
  await expect(page.getByText('You have asked for it: you may skip it.')).toBeVisible()
  await button(page, 'Skip wrap-up').click()
  await expect(rows(page)).toHaveCount(0)
})

test.describe('in a time', () => {
  const clock = createJumpingClock()
  test.use({ platform: { clock } })

  test('it is counted down, warned of once, sat out where it is forced, and told when it was up', async ({
    ana,
    host,
    genesys,
  }) => {
    const { ask, userId } = await elsewhere(genesys, host.url, 'Ana Ruiz')
    const { body } = await ask('GET', '/routing/queues/me?joined=false')
    const [{ id }] = body.entities
    await ask('PATCH', `/users/${userId}/queues/${id}`, { id, joined: true })
    await goOnQueue(ana)
    const first = await talk(ana, genesys, 'Ada Quill', enterprise)
    await expect(ana.getByText('After-call work takes 0:20')).toBeVisible()
    await genesys.customerHangsUp(first)
    await expect(place(ana).getByText(/^0:(19|20) left$/)).toBeVisible()
    await button(ana, 'Handled').click()
    await notes(ana).fill('All said')
    await button(ana, 'Done').click()
    await expect(ana.getByText(/^Saved, waiting 0:1\d$/)).toBeVisible()
    await expect(ana.getByRole('definition').filter({ hasText: 'All said' })).toBeVisible()
    await expect(button(ana, 'Done')).toHaveCount(0)
    await clock.jump(ana, 20)
    await expect(rows(ana)).toHaveCount(0)
    expect(await sent(genesys)).toMatchObject([{ status: 202 }])

    const second = await talk(ana, genesys, 'Bo Lindt', 'Returns')
    await genesys.customerHangsUp(second)
    await notes(ana).fill('Half a sen')
    const warning = ana.getByRole('status').filter({ hasText: 'Less than 10 seconds left' })
    await expect(place(ana).getByText(/^0:(2\d|30) left$/)).toBeVisible()
    await expect(warning).toHaveCount(0)
    await clock.jump(ana, 21)
    await expect(warning).toHaveCount(1)
    await expect(place(ana).getByText(/^0:0\d left$/)).toHaveAttribute('data-short', '')
    await clock.jump(ana, 10)
    await expect(rows(ana)).toHaveCount(0)
    await expect(news(ana)).toContainText(
      'Bo Lindt: the time for the wrap-up was up, so Genesys Cloud ended it with a code of its own. Your notes were not sent: “Half a sen”',
    )
    expect(await sent(genesys)).toHaveLength(1)
  })
})
