import { signIn } from '../unit/emulator/visitor'
import { button, expect, type Genesys, goOnQueue, opened, rows, takeCall, test } from './desk'

/** A customer of another queue, talking to Ben, whom Ben hands to Ana although she has work to finish. */
async function handedOver(genesys: Genesys, redirectUri: string, customer: string) {
  const ben = await signIn(genesys, 'Ben Okafor', { redirect_uri: redirectUri })
  const { userId } = ben
  await genesys.control('POST', `/users/${userId}/presence`, { systemPresence: 'On Queue' })
  const id = await genesys.customerCalls(customer, 'Repairs')
  const own = async () => {
    const { conversations } = await genesys.state()
    const call = conversations.find((one) => one.id === id)
    return call?.participants.find((one) => one.userId === userId)
  }
  await expect.poll(async () => (await own())?.state).toBe('alerting')
  await genesys.control('POST', `/users/${userId}/answer`, { conversationId: id })
  await expect.poll(async () => (await own())?.state).toBe('connected')
  const path = `/conversations/${id}/participants/${(await own())?.id}/replace/agent`
  const to = { userId: await genesys.userId('Ana Ruiz') }
  expect((await ben.ask('POST', path, to)).status).toBe(202)
  return id
}

test('two wrap-ups are owed: what is written for one customer never reaches the other', async ({
  ana,
  host,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  const notes = ana.getByRole('textbox', { name: 'Notes' })
  await notes.fill('About Ada')

  const second = await handedOver(genesys, `${host.url}callback.html`, 'Bo Lindt')
  await button(ana, 'Answer').click()
  await expect(opened(ana, 'Bo Lindt')).toBeVisible()
  await expect(button(ana, 'Hold')).toBeVisible()
  await genesys.customerHangsUp(second)
  await expect(notes).toHaveValue('')
  await notes.fill('About Bo')

  await ana.getByRole('link', { name: 'Ada Quill' }).click()
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await expect(notes).toHaveValue('About Ada')
  await notes.fill('About Ada, twice')
  await ana.getByRole('link', { name: 'Bo Lindt' }).click()
  await expect(notes).toHaveValue('About Bo')

  await ana.getByRole('list', { name: 'Codes' }).getByRole('button').first().click()
  await button(ana, 'Done').click()
  await expect(rows(ana)).toHaveCount(1)
  await ana.getByRole('link', { name: 'Ada Quill' }).click()
  await expect(notes).toHaveValue('About Ada, twice')
})
