import { button, expect, goOnQueue, rows, test, wrapUp } from './desk'
import { transferTo } from './transferring'
import { expectTruth } from './truth'

test('an agent logs in, takes a call, transfers it to a queue and wraps up', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await expectTruth(ana, genesys)
  const id = await genesys.customerCalls('Ada Quill')

  const row = rows(ana).first()
  await expect(row).toContainText('Ada Quill')
  await expect(row).toContainText('Ringing')
  await expect(ana).toHaveTitle(/^☎ Incoming call/)
  await expectTruth(ana, genesys)
  await button(ana, 'Answer').click()
  await expect(row).toContainText('Connected')
  await expect(ana).not.toHaveTitle(/Incoming call/)
  await expectTruth(ana, genesys)

  await button(ana, 'Hold').click()
  await expect(row).toContainText('On hold')
  await expectTruth(ana, genesys)
  await button(ana, 'Resume').click()
  await expect(row).toContainText('Connected')
  await button(ana, 'Mute').click()
  await expect(button(ana, 'Unmute')).toBeVisible()
  await expectTruth(ana, genesys)
  await button(ana, 'Unmute').click()
  await expect(button(ana, 'Mute')).toBeVisible()

  const { queues } = await genesys.state()
  const target = queues[1]?.name ?? ''
  await button(ana, 'Transfer').click()
  await ana.getByRole('searchbox', { name: 'Find a person, queue or number' }).fill(target)
  await transferTo(ana, target)

  await expect(row).toContainText('Wrap-up')
  await expectTruth(ana, genesys)
  const moved = (await genesys.state()).conversations.find((one) => one.id === id)
  expect(moved?.queueId).toBe(queues[1]?.id)

  await ana.getByRole('searchbox', { name: 'Wrap-up code' }).fill('')
  await ana.getByRole('textbox', { name: 'Notes' }).fill('Wants a callback on Monday.')
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)

  const writes = (await genesys.requests()).filter(({ method, path }) => {
    return method !== 'GET' && /\/conversations\//.test(path)
  })
  expect(writes.map(({ status }) => status).every((status) => status < 300)).toBe(true)
  // Answer, Hold, Resume, Mute, Unmute, Transfer, Done: each was sent once.
  expect(writes).toHaveLength(7)
})
