import { openSocket, signIn as visit } from '../unit/emulator/visitor'
import {
  button,
  expect,
  expectDesk,
  expectLive,
  type Genesys,
  goOnQueue,
  rows,
  takeCall,
  test,
} from './desk'
import { listen } from './told'
import { expectTruth } from './truth'

const taken =
  'Minidesk has been opened somewhere else, and listens there in place of this desk: new calls show up late here.'

// Without a socket the desk reads every twelve seconds.
test.setTimeout(120_000)

const channelsMade = async (genesys: Genesys) =>
  (await genesys.requests('POST', '/api/v2/notifications/channels')).length

test('another program of the same agent takes the channel: said once, gone on without it, and taken back by one press', async ({
  ana,
  context,
  host,
  genesys,
}) => {
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await goOnQueue(ana)
  const call = await takeCall(ana, genesys, 'Ada Quill')
  const heard = await Promise.all([ana, other].map((page) => listen(page, '[role=status]')))
  /** In each tab, how often. */
  const told = async () =>
    (await Promise.all(heard.map((all) => all()))).map(
      (all) => all.filter((text) => text.includes(taken)).length,
    )

  // With a token of its own, and what the API tells it.
  const redirect_uri = `${host.url}callback.html`
  const { ask } = await visit(genesys, 'Ana Ruiz', { redirect_uri })
  const { body } = await ask('GET', '/notifications/channels?includechannels=oauthclient')
  expect(body.entities).toHaveLength(1)
  const made = await channelsMade(genesys)
  const thief = await openSocket(body.entities[0].connectUri)
  for (const page of [ana, other]) {
    await expect(page.getByText(taken)).toBeVisible()
    await expect(page.getByRole('banner').getByText('Live', { exact: true })).toHaveCount(0)
  }

  // Orders are proved by reading, and what happens shows up by itself, if late.
  await rows(other).getByRole('link', { name: 'Ada Quill' }).click()
  await button(other, 'Hold').click()
  await expect(rows(other)).toContainText('On hold')
  await ana.evaluate(() => dispatchEvent(new Event('online')))
  await genesys.customerHangsUp(call)
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await thief.next(({ topicName }) => topicName.endsWith('.conversations'))
  for (const page of [ana, other]) {
    const ringing = rows(page).filter({ hasText: 'Bo Lindt' })
    await expect(ringing).toContainText('Ringing', { timeout: 20_000 })
    await expect(rows(page).filter({ hasText: 'Ada Quill' })).toContainText('Wrap-up')
    await expectTruth(page, genesys)
  }
  // Nobody has fought for it, when the network came back neither.
  expect(await channelsMade(genesys)).toBe(made)
  expect((await genesys.state()).sockets).toBe(1)
  for (const page of [ana, other]) await expect(page.getByText(taken)).toBeVisible()

  await button(other, 'Take back').click()
  for (const page of [ana, other]) {
    await expectLive(page)
    await expect(page.getByText(taken)).toHaveCount(0)
  }
  // With a channel of its own: the other one keeps what it has.
  expect(await channelsMade(genesys)).toBe(made + 1)
  expect((await genesys.state()).sockets).toBe(2)
  await button(ana, 'Answer').click()
  for (const page of [ana, other])
    await expect(rows(page).filter({ hasText: 'Bo Lindt' })).toContainText('Connected')
  await expectTruth(ana, genesys)
  await expectTruth(other, genesys)
  thief.close()
  await expectLive(ana)
  expect(await told()).toEqual([1, 1])
})
