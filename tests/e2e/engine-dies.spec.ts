import { button, expect, expectDesk, goOnQueue, rows, takeCall, test } from './desk'
import { attachEngine } from './engine'
import { expectTruth } from './truth'

test('the engine dies in a call: the page says so, and starts again in the same call', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  const engine = await attachEngine(ana)
  await engine.kill()
  await expect(ana.getByRole('heading', { name: 'Minidesk has stopped' })).toBeVisible({
    timeout: 30_000,
  })
  await button(ana, 'Start again').click()
  await expectDesk(ana)
  await expect(rows(ana).first()).toContainText('Connected')
  await expect(button(ana, 'Hold')).toBeVisible()
  await expectTruth(ana, genesys)
})
