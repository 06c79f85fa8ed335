import { button, expect, goOnQueue, rows, test } from './desk'
import { expectTruth } from './truth'

const notAnswered = 'A call was not answered, so no more calls come to you.'

test('a declined call leaves, the desk says that no more come, and one button ends that', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await genesys.customerCalls('Ada Quill')
  await button(ana, 'Decline').click()
  await expect(rows(ana)).toHaveCount(0)
  await expect(ana.getByText(`${notAnswered} It was Ada Quill.`)).toBeVisible()
  await expect(ana.getByText('No calls come to you until you are back on queue')).toBeVisible()
  await expectTruth(ana, genesys)
  const waiting = (await genesys.state()).conversations.find((one) => one.id === id)
  expect(waiting?.state).toBe('contacting')

  await button(ana, 'Back on queue').click()
  await expect(ana.getByText(notAnswered)).toHaveCount(0)
  await expect(rows(ana).first()).toContainText('Ringing')
  await button(ana, 'Answer').click()
  await expect(rows(ana).first()).toContainText('Connected')
  await expectTruth(ana, genesys)
})

test('a call nobody answers stops ringing by itself, and leaving the queue also ends it', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerCalls('Ada Quill')
  await expect(button(ana, 'Answer')).toBeVisible()
  // The queue lets it ring for 20 seconds.
  await expect(ana.getByText(notAnswered)).toBeVisible({ timeout: 30_000 })
  await expect(rows(ana)).toHaveCount(0)
  await expect(ana).not.toHaveTitle(/Incoming call/)
  await expectTruth(ana, genesys)

  await ana.getByRole('switch', { name: 'On Queue' }).click()
  await expect(ana.getByText(notAnswered)).toHaveCount(0)
  await goOnQueue(ana)
  await expect(rows(ana).first()).toContainText('Ringing')
  await expectTruth(ana, genesys)
})
