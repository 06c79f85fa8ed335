import { button, expect, expectDesk, goOnQueue, opened, rows, takeCall, test, trips } from './desk'
import { keepSilent } from './hearing'
import { expectTruth } from './truth'

test('a reload in a call keeps the session: the engine lives on', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  const before = await trips(genesys)
  for (let times = 0; times < 2; times++) {
    await ana.reload()
    await expectDesk(ana)
    await expect(opened(ana, 'Ada Quill')).toBeVisible()
    await expectTruth(ana, genesys)
  }
  expect(await trips(genesys)).toEqual(before)
})

test('the first press after a reload is not lost', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await keepSilent(ana)
  await ana.reload()
  await expectDesk(ana)
  // The page says that its ring is silent until a press; what goes away then must move no button.
  await expect(ana.getByText('The ring is silent')).toBeVisible()
  await button(ana, 'Hold').click({ delay: 60 })
  await expect(rows(ana).first()).toContainText('On hold')
  await expectTruth(ana, genesys)
})
