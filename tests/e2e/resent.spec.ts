import { button, expect, goOnQueue, rows, takeCall, test } from './desk'
import { transferTo } from './transferring'
import { expectTruth } from './truth'

/*
 * Chromium sends a command once more by itself when a connection that it had used before ends without
 * an answer. What comes back is the answer to the second one, which is refused: the first has happened.
 */

test.afterEach(async ({ ana, genesys }) => {
  await expectTruth(ana, genesys)
  await expect(ana.getByRole('alert').filter({ hasText: 'did not happen' })).toHaveCount(0)
  const all = await genesys.requests(undefined, /\/(participants|routingstatus)/)
  expect(all.filter(({ resent, method }) => resent && method !== 'GET')).toHaveLength(1)
})

const lost = { kind: 'reset', phase: 'after' }
const calls = { method: 'PATCH', path: '/api/v2/conversations/calls/**', ...lost }

test('Answer that the browser sends twice is not said to have failed', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await genesys.customerCalls('Ada Quill')
  await expect(button(ana, 'Answer')).toBeVisible()
  await genesys.fault(calls)
  await button(ana, 'Answer').click()
  await expect(rows(ana).first()).toContainText('Connected')
})

test('End call that the browser sends twice is not said to have failed', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await genesys.fault(calls)
  await button(ana, 'End call').click()
  await expect(rows(ana).first()).toContainText('Wrap-up')
})

test('a transfer that the browser sends twice is not said to have failed', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Transfer').click()
  await genesys.fault({ method: 'POST', path: '/api/v2/conversations/**/replace/queue', ...lost })
  await transferTo(ana, 'Repairs')
  await expect(rows(ana).first()).toContainText('Wrap-up')
})
