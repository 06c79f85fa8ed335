import { button, expect, expectLive, goOnQueue, rows, takeCall, test } from './desk'
import { attachEngine } from './engine'
import { expectTruth } from './truth'

test.use({ failedLoads: true })

test('a computer that goes offline in a call says so at once, tells no lie about Hold, and comes back', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  const engine = await attachEngine(ana)
  await engine.send('Network.enable')
  const conditions = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
  const setOffline = async (offline: boolean) => {
    await ana.context().setOffline(offline)
    await engine.send('Network.emulateNetworkConditions', { offline, ...conditions })
  }

  await setOffline(true)
  await expect(ana.getByText('This computer is offline.')).toBeVisible()
  await expect(ana.getByRole('banner')).not.toContainText('Live')
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Hold')).toHaveAttribute('aria-busy', 'true')
  // The reading back is tried for some time before it is given up.
  await expect(ana.getByRole('alert')).toContainText('whether it happened could not be read', {
    timeout: 45_000,
  })
  await expect(rows(ana).first()).toContainText('Connected')

  await setOffline(false)
  await expectLive(ana)
  await expect(ana.getByText('This computer is offline.')).toHaveCount(0)
  await expectTruth(ana, genesys)
  // What could not be sent then is not sent now.
  expect(await genesys.requests('PATCH', /\/participants\//)).toHaveLength(1)
})
