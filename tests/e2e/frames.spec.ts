import { button, expect, goOnQueue, opened, rows, takeCall, test } from './desk'
import { expectTruth } from './truth'

test('frames that are unknown, broken or not for this agent change nothing', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  const [me, other] = [await genesys.userId('Ana Ruiz'), await genesys.userId('Ben Okafor')]
  const over = { id, participants: [{ id: 'p', userId: me, calls: [{ state: 'disconnected' }] }] }
  const presence = { presenceDefinition: { id: 'x', systemPresence: 'OFFLINE' } }
  const mine = `v2.users.${me}`
  const frames = [
    'not json',
    '[]',
    'null',
    '{"topicName":7}',
    { topicName: 'v2.system.of.tomorrow', eventBody: { id } },
    { topicName: `v2.users.${other}.conversations`, eventBody: over },
    { topicName: `v2.users.${other}.presence`, eventBody: presence },
    { topicName: `${mine}.conversations`, eventBody: null },
    { topicName: `${mine}.conversations`, eventBody: { id: 'x', participants: 'many' } },
    { topicName: `${mine}.conversations`, eventBody: { participants: [null, 3] } },
    { topicName: `${mine}.conversations`, eventBody: { id: 'y', participants: [null, {}] } },
    { topicName: `${mine}.presence`, eventBody: { presenceDefinition: 'gone' } },
    { topicName: `${mine}.routingStatus`, eventBody: { routingStatus: null } },
    { topicName: `${mine}.elsewhere`, eventBody: over },
  ]
  for (const frame of frames) {
    const text = typeof frame === 'string' ? frame : JSON.stringify(frame)
    await genesys.control('POST', '/sockets/send', { text })
  }
  // Frames come in order: once this change is seen, all of them have been.
  await button(ana, 'Hold').click()
  await expect(rows(ana).first()).toContainText('On hold')
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await expect(rows(ana)).toHaveCount(1)
  await expectTruth(ana, genesys)
})
