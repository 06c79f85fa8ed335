/** Calls as they are shown: who is in them and since when, how they ended, and what is no call. */
import type { Page } from '@playwright/test'
import { signIn as visit } from '../unit/emulator/visitor'
import { situationOf } from '../unit/fixtures/situations'
import { expectAccessible } from './axe'
import {
  button,
  expect,
  type Genesys,
  goOnQueue,
  opened,
  rows,
  signIn,
  takeCall,
  test,
  wrapUp,
} from './desk'
import { expectTruth } from './truth'

const party = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Participants' }).getByRole('listitem').filter({ hasText: name })
const news = (page: Page) => page.getByRole('status', { name: 'News' })

/** The part of an agent in a call, by the account of the local Genesys Cloud. */
async function partOf(genesys: Genesys, id: string, userId: string) {
  const { conversations } = await genesys.state()
  const call = conversations.find((one) => one.id === id)
  return call?.participants.findLast((one) => one.userId === userId)?.id ?? ''
}

test('who is in a call, how long each of it lasts, who listens, and that the customer ended it', async ({
  ana,
  host,
  genesys,
}) => {
  await goOnQueue(ana)
  const { queues } = await genesys.state()
  const placed = await genesys.control('POST', '/calls', {
    queueId: queues[0]?.id,
    from: { name: 'Ada Quill', number: '+493055500142' },
    attributes: { Topic: 'Boiler' },
    priority: 5,
  })
  const { conversationId: id } = placed as { conversationId: string }
  const card = rows(ana).filter({ hasText: 'Ada Quill' })
  await expect(card).toContainText(/Billing · waited 0:0\d/)
  await expect(card).toContainText(/0:1\d left to answer/)
  await button(ana, 'Answer').click()
  await expect(party(ana, 'Ada Quill')).toContainText(/Customer\s*Connected\s*0:0\d/)
  await expect(party(ana, 'Ana Ruiz')).toContainText(/You\s*Connected\s*0:0\d/)
  await expect(party(ana, 'Billing')).toContainText('Passed it on')
  const main = ana.getByRole('main')
  await expect(main.getByText(/^Waited 0:0\d$/)).toBeVisible()
  await expect(main.getByText(/^Total 0:0\d$/)).toBeVisible()
  await expect(main.getByRole('definition').filter({ hasText: '5' })).toBeVisible()
  await expect(main.getByRole('definition').filter({ hasText: 'Boiler' })).toBeVisible()

  const name = 'Fatima Al-Zahra Benjelloun'
  const lead = await visit(genesys, name, { redirect_uri: `${host.url}callback.html` })
  const mine = await partOf(genesys, id, await genesys.userId('Ana Ruiz'))
  const coach = `/conversations/calls/${id}/participants/${mine}/coach`
  expect((await lead.ask('POST', coach)).status).toBe(201)
  await expect(party(ana, name)).toContainText('Supervisor, coaching you')
  await button(ana, 'Hold').click()
  await expect(party(ana, 'Ana Ruiz')).toContainText(/On hold\s*0:0\d/)
  await expectAccessible(ana, 'the people of a call')

  await genesys.customerHangsUp(id)
  await expect(card).toContainText('Ended by the customer')
  await expect(main.getByText('Ended by the customer', { exact: true }).last()).toBeVisible()
  await expect(party(ana, 'Ada Quill')).toContainText('Hung up')
  await expect(party(ana, name)).toContainText('Until the end')
  await expectTruth(ana, genesys)
  // The card says it: no notice does.
  await expect(news(ana)).toBeEmpty()
})

test('the skills a call asks for have the names they have among the agent’s own', async ({
  ana,
  genesys,
}) => {
  const asked = () => genesys.requests('GET', /routingskills$/)
  const about = ana.getByRole('main').getByRole('definition')
  const comes = async (name: string, skills?: readonly string[]) => {
    const { queues } = await genesys.state()
    const from = { name, number: '+493055500142' }
    await genesys.control('POST', '/calls', { queueId: queues[0]?.id, from, skills })
    await button(ana, 'Answer').click()
    await expect(opened(ana, name)).toBeVisible()
  }
  await goOnQueue(ana)
  await comes('Ada Quill')
  await button(ana, 'End call').click()
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)
  expect(await asked()).toEqual([])

  await comes('Bo Lindt', ['Warranty'])
  await expect(ana.getByRole('term').filter({ hasText: 'Skills' })).toBeVisible()
  await expect(about.first()).toHaveText('Warranty')
  await button(ana, 'End call').click()
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)

  await comes('Cy Marlow', ['Invoices', 'Spanish'])
  await expect(about.first()).toHaveText('Invoices, Spanish')
  expect(await asked()).toHaveLength(1)
  await expectTruth(ana, genesys)
})

test('a call that is missed is told once, calmly, and by keyboard alone put away and read again', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await genesys.customerCalls('Bo Lindt')
  await expect(button(ana, 'Answer')).toBeVisible()
  await genesys.customerHangsUp(id)
  const words = 'Bo Lindt: The customer hung up before you answered.'
  await expect(news(ana)).toHaveText(words)
  await expect(ana.getByRole('alert', { name: 'Notices' })).toBeEmpty()
  await tabTo(ana, /^Dismiss$/)
  await ana.keyboard.press('Enter')
  await expect(news(ana)).toBeEmpty()
  await tabTo(ana, /^Earlier notices|^Notices|^Last/)
  await ana.keyboard.press('Enter')
  await expect(ana.getByText(words)).toBeVisible()
  await expectTruth(ana, genesys)
})

/** Presses Tab until a button of that name has the focus; at the end of the page it begins anew. */
async function tabTo(page: Page, name: RegExp) {
  await expect(async () => {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => {
      const { activeElement: one } = document
      return one?.getAttribute('aria-label') ?? one?.textContent ?? ''
    })
    expect(said).toMatch(name)
  }).toPass({ intervals: [0], timeout: 10_000 })
}

test('what was done elsewhere is told by who did it, and a busy line with its reason', async ({
  ana,
  host,
  genesys,
}) => {
  await goOnQueue(ana)
  const other = await visit(genesys, 'Ana Ruiz', { redirect_uri: `${host.url}callback.html` })
  const id = await takeCall(ana, genesys, 'Ada Quill')
  const { queues } = await genesys.state()
  const queueId = queues.find(({ name }) => name === 'Repairs')?.id
  const replace = `/conversations/${id}/participants/${await partOf(genesys, id, other.userId)}/replace/queue`
  expect((await other.ask('POST', replace, { queueId })).status).toBe(202)
  await expect(rows(ana).first()).toContainText('You transferred it to Repairs')
  await expect(party(ana, 'Repairs')).toContainText('Waiting')

  const call = { phoneNumber: '+493055500001' }
  expect((await other.ask('POST', '/conversations/calls', call)).status).toBeLessThan(300)
  await expect(rows(ana).filter({ hasText: '+493055500001' })).toContainText('Dialing')
  await expect(news(ana)).toHaveText('+493055500001 was busy (User busy).')
  await expect(rows(ana)).toHaveCount(1)
})

test('a call on hold says that another is talked on, as long as that is so', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Hold').click()
  const first = rows(ana).filter({ hasText: 'Ada Quill' })
  await expect(first).toContainText('On hold')
  await expect(first).not.toContainText('another call')
  const second = await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await tabTo(ana, /^Answer$/)
  await ana.keyboard.press('Enter')
  await expect(first).toContainText('You are on another call')
  await expect(opened(ana, 'Bo Lindt')).toBeVisible()
  await genesys.customerHangsUp(second)
  await expect(first).not.toContainText('another call')
  await expect(news(ana)).toHaveText('Bo Lindt: Ended by the customer.')
  await expectTruth(ana, genesys)
})

test('a supervisor is told who hears them, and that the call they listened to has ended', async ({
  page,
  host,
  genesys,
}) => {
  const name = 'Fatima Al-Zahra Benjelloun'
  await page.goto(host.url)
  await signIn(page, name)
  const id = await genesys.customerRings('Ada Quill', 'Ben Okafor')
  const userId = await genesys.userId('Ben Okafor')
  await genesys.control('POST', `/users/${userId}/answer`, { conversationId: id })
  const lead = await visit(genesys, name, { redirect_uri: `${host.url}callback.html` })
  const monitor = `/conversations/calls/${id}/participants/${await partOf(genesys, id, userId)}/monitor`
  expect((await lead.ask('POST', monitor)).status).toBe(201)
  await page.getByRole('link', { name: 'Ada Quill' }).click()
  await expect(
    page.getByText('You are listening to Ben Okafor’s call. Nobody hears you.'),
  ).toBeVisible()
  await expect(party(page, name)).toContainText('You, listening')
  await genesys.customerHangsUp(id)
  await expect(news(page)).toHaveText('Ada Quill: The call you listened to has ended.')
})

test('what is no call has a card that says so, does not ring, and has no button of a call', async ({
  ana,
  genesys,
}) => {
  const title = await ana.title()
  const userId = await genesys.userId('Ana Ruiz')
  const tell = async (situation: string, id: string) => {
    const body = JSON.stringify({ ...situationOf(situation), id })
    const eventBody = JSON.parse(body.replaceAll('b2f6a3de-0c0e-4a40-9a3e-9c5b1f1f0a01', userId))
    const frame = { topicName: `v2.users.${userId}.conversations`, version: '2', eventBody }
    await genesys.control('POST', '/sockets/send', { userId, text: JSON.stringify(frame) })
  }
  await tell('callback-offered', '7e1d4c0a-5b7e-4d55-8e39-3f6a2f3f1c02')
  await tell('message-open', '7e1d4c0a-5b7e-4d55-8e39-3f6a2f3f1c03')
  await expect(rows(ana)).toHaveCount(2)
  await expect(rows(ana).first()).toContainText(/Offered\s*Callback · Billing/)
  await expect(rows(ana).last()).toContainText(/Open\s*Message · Billing/)
  await expect(button(ana, 'Answer')).toHaveCount(0)
  await expect(ana).toHaveTitle(title)
  await ana.getByRole('link', { name: 'Derya Kowalczyk' }).last().click()
  await expect(ana.getByText('Work on this interaction in Genesys Cloud')).toBeVisible()
  await expect(ana.getByRole('toolbar', { name: 'Call' })).toHaveCount(0)
  await expect(party(ana, 'Derya Kowalczyk')).toContainText('Customer')
  await expectAccessible(ana, 'what is no call')
  // A reading does not list them: they leave without a word.
  await genesys.control('POST', '/sockets/drop', { userId })
  await expect(rows(ana)).toHaveCount(0)
  await expect(news(ana)).toBeEmpty()
})
