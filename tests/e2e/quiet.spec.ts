import { button, expect, type Genesys, goOnQueue, rows, takeCall, test } from './desk'
import { blockSockets } from './engine'
import { listen } from './told'

test.use({ failedLoads: true })

/** The conversation again, as an event with something new in it that does not concern the agent. */
async function tellAgain(genesys: Genesys, id: string, attribute: string) {
  const userId = await genesys.userId('Ana Ruiz')
  const call = (await genesys.state()).conversations.find((one) => one.id === id)
  const mine = call?.participants.findLast((one) => one.userId === userId)
  const leg = { id: 'leg', state: mine?.state, held: mine?.held, muted: mine?.muted }
  const customer = { id: 'c', purpose: 'customer', name: 'Ada Quill' }
  const eventBody = {
    id,
    participants: [
      {
        ...customer,
        attributes: { [attribute]: 'yes' },
        calls: [{ id: 'c1', state: 'connected' }],
      },
      { ...mine, calls: [leg] },
    ],
  }
  const text = JSON.stringify({ topicName: `v2.users.${userId}.conversations`, eventBody })
  await genesys.control('POST', '/sockets/send', { text })
}

test('a call is announced once, whatever else is told of it', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  const heard = await listen(ana, 'p[aria-live=assertive]')
  const id = await genesys.customerCalls('Ada Quill')
  await expect(button(ana, 'Answer')).toBeVisible()
  for (const attribute of ['First', 'Second', 'Third']) await tellAgain(genesys, id, attribute)
  await ana.getByRole('link', { name: 'Ada Quill' }).click()
  await expect(ana.getByText('Third', { exact: true })).toBeVisible()
  await button(ana, 'Answer').click()
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Resume')).toBeVisible()
  await button(ana, 'Mute').click()
  await expect(button(ana, 'Unmute')).toBeVisible()
  expect(await heard()).toEqual(['Incoming call from Ada Quill, Billing'])
  await expect(ana.locator('p[aria-live=assertive]')).toHaveText('')
})

test('a notice is told once, and no other is drawn anew beside it', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  const heard = await listen(ana, '[role=alert]')
  for (const [name, words] of [
    ['Hold', 'Hold did not happen.'],
    ['Mute', 'Mute did not happen.'],
  ] as const) {
    await genesys.fault({ method: 'PATCH', kind: 'status', status: 409 })
    await button(ana, name).click()
    await expect(ana.getByRole('alert').filter({ hasText: words })).toBeVisible()
  }
  const [first, second, ...more] = await heard()
  expect(first).toContain('Hold did not happen.')
  expect(second).toContain('Mute did not happen.')
  expect(more).toEqual([])
})

test('the seconds until the next attempt are seen, and not told', async ({ ana, genesys }) => {
  await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  const countdown = ana.getByText(/^Trying again in \d+ s/)
  // The first waits are shorter than what is looked for.
  await expect(countdown).toHaveText(/in ([5-9]|\d\d) s/, { timeout: 40_000 })
  const heard = await listen(ana, '[role=status]')
  const seen = new Set<string | null>()
  await expect(async () => {
    seen.add(await countdown.textContent())
    expect(seen.size).toBeGreaterThan(2)
  }).toPass()
  expect(await heard()).toEqual([])
})

test('nothing takes the focus from a search being typed: ring, hang-up, notice or banner', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Transfer').click()
  const search = ana.getByRole('searchbox', { name: 'Find a person, queue or number' })
  await expect(search).toBeFocused()
  await ana.keyboard.type('N')
  const second = await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(button(ana, 'Answer')).toBeVisible()
  await ana.keyboard.type('o')
  await genesys.customerHangsUp(second)
  await expect(rows(ana)).toHaveCount(1)
  await ana.keyboard.type('b')
  await genesys.fault({ path: '/api/v2/users/search', kind: 'status', status: 403, times: 9 })
  await ana.keyboard.type('o')
  await expect(ana.getByText('People could not be searched.')).toBeVisible()
  await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(button(ana, 'Reconnect now')).toBeVisible()
  await ana.keyboard.type('d')
  await genesys.fault({ method: 'PATCH', kind: 'status', status: 409 })
  // Pressed without the mouse, which would take the focus there.
  await button(ana, 'Hold').dispatchEvent('click')
  await expect(ana.getByRole('alert').filter({ hasText: 'Hold did not happen' })).toBeVisible()
  await ana.keyboard.type('y')
  await expect(search).toBeFocused()
  await expect(search).toHaveValue('Nobody')
})

/** An event as of another call that has ended and owes its wrap-up. */
async function tellOfWrapup(genesys: Genesys, customer: string) {
  const userId = await genesys.userId('Ana Ruiz')
  const leg = { id: 'leg', state: 'disconnected', connectedTime: '2026-01-01T08:00:00Z' }
  const eventBody = {
    id: crypto.randomUUID(),
    participants: [
      { id: 'c', purpose: 'customer', name: customer },
      { id: 'me', purpose: 'agent', userId, wrapupRequired: true, calls: [leg] },
    ],
  }
  const text = JSON.stringify({ topicName: `v2.users.${userId}.conversations`, eventBody })
  await genesys.control('POST', '/sockets/send', { text })
}

test('nothing takes the focus from notes: another wrap-up that begins, or an answer that is late', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const first = await takeCall(ana, genesys, 'Ada Quill')
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  const codes = { method: 'GET', path: '/api/v2/conversations/**/wrapupcodes' }
  await genesys.fault({ ...codes, kind: 'delay', ms: 2_000 })
  await genesys.customerHangsUp(first)
  const notes = ana.getByRole('textbox', { name: 'Notes' })
  await notes.click()
  await ana.keyboard.type('She ')
  await expect(ana.getByRole('list', { name: 'Codes' }).getByRole('button').first()).toBeVisible()
  await ana.keyboard.type('asked ')
  await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/answer`, {
    conversationId: (await genesys.state()).conversations.find(({ id }) => id !== first)?.id,
  })
  await expect(rows(ana).filter({ hasText: 'Bo Lindt' })).toContainText('Connected')
  await ana.keyboard.type('for ')
  await tellOfWrapup(genesys, 'Cy Marlow')
  await expect(rows(ana).filter({ hasText: 'Cy Marlow' })).toContainText('Wrap-up')
  await ana.keyboard.type('a copy')
  await expect(notes).toBeFocused()
  await expect(notes).toHaveValue('She asked for a copy')
})
