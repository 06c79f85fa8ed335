import { expect, goOnQueue, test } from './desk'
import { cutSockets, official, setOfficialLimit } from './drops'
import { openTabs } from './tabs'

test.use({ platform: official, failedLoads: true })
test.beforeEach(({ host, genesys }) => setOfficialLimit(host, genesys))
// A hundred of them, in Node: unit/truth/drops.test.ts; and here: npm run soak:drops.
test.setTimeout(300_000)

test('the socket is cut fifteen times while calls move: two tabs show what is true after each', async ({
  ana,
  host,
  genesys,
}) => {
  const tabs = await openTabs(ana, host, 2)
  await goOnQueue(ana)
  const { met, recoveries } = await cutSockets(tabs, genesys, { seed: 7, times: 15 })
  expect(recoveries).toHaveLength(15)
  expect(met.size).toBeGreaterThan(8)
  for (const tab of tabs)
    await expect(tab.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
})
