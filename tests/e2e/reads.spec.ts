import { button, expect, expectDesk, expectLive, type Genesys, test } from './desk'
import { keptKeys } from './kept'

/** What Genesys Cloud was asked, by operation. */
async function asked(genesys: Genesys) {
  const counts: Record<string, number> = {}
  for (const { path, operation } of await genesys.requests())
    if (path.startsWith('/api/v2/')) counts[operation] = (counts[operation] ?? 0) + 1
  return counts
}

/** Who it is, what they do, their phone and their calls. */
const aDesk = { getUsersMe: 3, getStation: 1, getConversations: 1 }

const lasting = { getPresenceDefinitions: 1, getRoutingQueuesMe: 1 }

/** Who it is, twice what they do (beside the making of the channel, and when it is live), and their phone. */
const aLogIn = {
  ...lasting,
  getUsersMe: 4,
  getStation: 1,
  getTokensMe: 1,
  getTokensTimeout: 1,
  postNotificationsChannels: 1,
  putNotificationsChannelSubscriptions: 1,
  getConversations: 2,
}

test('a log-in asks for what it needs, and nothing twice but what may have changed', async ({
  ana,
  genesys,
}) => {
  await expectLive(ana)
  await expect.poll(() => asked(genesys)).toEqual(aLogIn)
})

test('a second tab, and a reload, ask for calls and presence alone', async ({
  ana,
  context,
  host,
  genesys,
}) => {
  await expect(button(ana, 'Presence: Available')).toBeVisible()
  await expect.poll(() => asked(genesys)).toEqual(aLogIn)
  await genesys.control('DELETE', '/requests')
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await expect.poll(() => asked(genesys)).toEqual(aDesk)
  await genesys.control('DELETE', '/requests')
  await ana.reload()
  await expectDesk(ana)
  await expect.poll(() => asked(genesys)).toEqual(aDesk)
  // Its words are there all the same.
  await button(ana, 'Presence: Available').click()
  await expect(ana.getByRole('menuitemradio', { name: 'Lunch' })).toBeVisible()
})

test('nothing of what was kept is left after signing out', async ({ ana, genesys }) => {
  await expect.poll(async () => (await asked(genesys)).getConversations).toBe(2)
  const kept = () => keptKeys(ana)
  await expect
    .poll(async () => (await kept()).filter((key) => key.startsWith('cache:')).length)
    .toBe(2)
  await ana.getByRole('button', { name: /^Account: / }).click()
  await button(ana, 'Sign out').click()
  await expect(button(ana, 'Log in with Genesys Cloud')).toBeVisible()
  expect((await kept()).filter((key) => key.startsWith('cache:'))).toEqual([])
})
