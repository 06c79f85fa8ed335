import { button, expect, expectLive, goOnQueue, rows, takeCall, test, wrapUp } from './desk'
import { blockSockets } from './engine'
import { expectTruth } from './truth'

const cut = 'No live updates from Genesys Cloud'

test('the socket is lost while a call rings: a countdown, and the call can still be answered', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerCalls('Ada Quill')
  await expect(button(ana, 'Answer')).toBeVisible()
  const sockets = await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(ana.getByText(cut)).toBeVisible()
  await expect(ana.getByText(/Trying again in \d+ s/)).toBeVisible()
  await expect(ana.getByRole('banner')).not.toContainText('Live')

  // No event can prove it: the desk reads the conversation back.
  await button(ana, 'Answer').click()
  await expect(rows(ana).first()).toContainText('Connected')
  const attempts = async () =>
    (await genesys.requests('POST', '/api/v2/notifications/channels')).length
  const before = await attempts()
  await button(ana, 'Reconnect now').click()
  await expect.poll(attempts).toBeGreaterThan(before)
  await sockets.on()
  await expectLive(ana)
  await expect(ana.getByText(cut)).toHaveCount(0)
  await expectTruth(ana, genesys)
})

test('a call that comes while the socket is down is found all the same', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(ana.getByText(cut)).toBeVisible()
  await expect(ana.getByText('Without live updates a call shows up late')).toBeVisible()
  await genesys.customerCalls('Ada Quill')
  await expect(button(ana, 'Answer')).toBeVisible({ timeout: 20_000 })
  await button(ana, 'Answer').click()
  await expect(rows(ana).first()).toContainText('Connected')
  await expectTruth(ana, genesys)
  // One more than before, however often it was tried to join it.
  expect(await genesys.requests('POST', '/api/v2/notifications/channels')).toHaveLength(2)
})

test('buttons keep working in a call without a socket, each sent once', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(ana.getByText(cut)).toBeVisible()

  await button(ana, 'Hold').click()
  await expect(button(ana, 'Resume')).toBeVisible()
  await expect(rows(ana).first()).toContainText('On hold')
  await expectTruth(ana, genesys)
  await button(ana, 'End call').click()
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expectTruth(ana, genesys)
  await expect(ana.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  // Answer, Hold, End.
  const orders = await genesys.requests('PATCH', /\/participants\//)
  expect(orders).toHaveLength(3)
})

test('what happened during the gap is there after it', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  const first = await takeCall(ana, genesys, 'Ada Quill')
  const sockets = await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(ana.getByText(cut)).toBeVisible()

  await genesys.customerHangsUp(first)
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  const presence = `/users/${await genesys.userId('Ana Ruiz')}/presence`
  await genesys.control('POST', presence, { systemPresence: 'Busy' })
  await expect(rows(ana)).toHaveCount(1)
  await expect(rows(ana).first()).toContainText('Connected')

  await sockets.on()
  await button(ana, 'Reconnect now').click()
  await expect(rows(ana)).toHaveCount(2)
  await expect(rows(ana).first()).toContainText('Bo Lindt')
  await expect(rows(ana).first()).toContainText('Ringing')
  await expect(ana).toHaveTitle(/Incoming call/)
  await expect(button(ana, 'Presence: Busy')).toBeVisible()
  await expectTruth(ana, genesys)
  await expectLive(ana)
})

test('a channel that cannot be made is tried again, and the desk opens without it', async ({
  page,
  host,
  genesys,
}) => {
  const channels = { method: 'POST', path: '/api/v2/notifications/channels' }
  await genesys.fault({ ...channels, kind: 'status', status: 503, times: 100 })
  await page.goto(host.url)
  await button(page, 'Log in with Genesys Cloud').click()
  await button(page, 'Ana Ruiz').click()
  await button(page, 'Allow').click()
  await expect(page.getByText(cut)).toBeVisible()
  await goOnQueue(page)
  await genesys.customerCalls('Ada Quill')

  await genesys.control('DELETE', '/faults')
  await button(page, 'Reconnect now').click()
  await expectLive(page)
  await expect(rows(page).first()).toContainText('Ringing')
  await expectTruth(page, genesys)
})

test('the socket is lost in after-call work: the agent types on, and nothing of it is lost', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  const notes = ana.getByRole('textbox', { name: 'Notes' })
  await notes.pressSequentially('Wants the ')
  const sockets = await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(ana.getByText(cut)).toBeVisible()
  await expect(notes).toBeFocused()
  await ana.keyboard.type('invoice ')
  await sockets.on()
  await expectLive(ana)
  await ana.keyboard.type('by post')
  await expect(notes).toHaveValue('Wants the invoice by post')
  await expectTruth(ana, genesys)

  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
  expect(await genesys.requests('POST', /\/wrapup$/)).toMatchObject([{ effect: true }])
})

test('a socket that looks open and is dead: what is ordered is looked up, and the next call rings', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const first = await takeCall(ana, genesys, 'Ada Quill')
  await genesys.control('POST', '/sockets/mute', {})
  await button(ana, 'Hold').click()
  await expect(rows(ana).first()).toContainText('On hold')
  await expect(ana.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)

  // No event had told of it: the desk listens anew.
  await expect
    .poll(async () => (await genesys.requests('POST', '/api/v2/notifications/channels')).length)
    .toBe(2)
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await genesys.customerHangsUp(first)
  await expect(rows(ana).first()).toContainText('Ringing')
  await expect(rows(ana).last()).toContainText('Wrap-up')
  await expectLive(ana)
  await expectTruth(ana, genesys)
})
