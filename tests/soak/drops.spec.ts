import { median, quantile } from '../bench/quantile'
import { expect, goOnQueue, test } from '../e2e/desk'
import { cutSockets, official, setOfficialLimit } from '../e2e/drops'
import { openTabs } from '../e2e/tabs'

/** Another one finds other places: `SEED=4711 npm run soak:drops`. */
const seed = Number(process.env.SEED ?? 1)
const times = Number(process.env.DROPS ?? 100)

test.use({ platform: official, failedLoads: true })
test.beforeEach(({ host, genesys }) => setOfficialLimit(host, genesys))
test.setTimeout(30 * 60_000)

test('the socket is cut a hundred times while calls move: two tabs show what is true after each', async ({
  ana,
  host,
  genesys,
}) => {
  const tabs = await openTabs(ana, host, 2)
  await goOnQueue(ana)
  const { met, recoveries } = await cutSockets(tabs, genesys, { seed, times })
  expect(recoveries).toHaveLength(times)
  const [middle, most] = [median(recoveries), quantile(recoveries, 0.95)].map(Math.round)
  const turns = [...met].map(([name, count]) => `${name} ${count}`).join(', ')
  process.stdout.write(
    `Seed ${seed}: ${times} cuts, ${turns}. True again in both tabs after ${middle} ms (median), ${most} ms (p95).\n`,
  )
  for (const tab of tabs)
    await expect(tab.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
})
