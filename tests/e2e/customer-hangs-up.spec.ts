import { button, expect, expectLive, goOnQueue, opened, rows, takeCall, test, wrapUp } from './desk'
import { expectTruth } from './truth'

test('the customer hangs up first, and the wrap-up opens by itself', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await genesys.customerHangsUp(id)

  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expect(ana.getByRole('heading', { name: 'Wrap-up' })).toBeVisible()
  await expect(ana.getByRole('toolbar', { name: 'Call' })).toHaveCount(0)
  await expectTruth(ana, genesys)
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
})

test('the customer hangs up while it rings: the call leaves, and nothing is owed', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await genesys.customerCalls('Ada Quill')
  await expect(button(ana, 'Answer')).toBeVisible()
  await genesys.customerHangsUp(id)

  await expect(rows(ana)).toHaveCount(0)
  await expect(button(ana, 'Answer')).toHaveCount(0)
  await expect(ana.getByRole('heading', { name: 'Wrap-up' })).toHaveCount(0)
  await expectTruth(ana, genesys)
  // Nobody failed to answer: the next call comes.
  await takeCall(ana, genesys, 'Bo Lindt')
  await expectTruth(ana, genesys)
})

test('the customer hangs up while a transfer is being chosen: its panel gives way to the wrap-up', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Transfer').click()
  const search = ana.getByRole('searchbox', { name: 'Find a person, queue or number' })
  await search.fill('Rep')
  await expect(button(ana, 'Transfer to Repairs')).toBeVisible()
  await genesys.customerHangsUp(id)

  await expect(ana.getByRole('heading', { name: 'Wrap-up' })).toBeVisible()
  await expect(search).toHaveCount(0)
  await expectTruth(ana, genesys)
  expect(await genesys.requests('POST', /\/replace/)).toEqual([])
})

test('notes being typed survive whatever happens around them', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await genesys.customerHangsUp(id)
  const notes = ana.getByRole('textbox', { name: 'Notes' })
  await notes.click()
  await ana.keyboard.type('Invoice 17 ')
  await ana.getByRole('list', { name: 'Codes' }).getByRole('button').nth(1).click()
  await notes.click()
  await ana.keyboard.press('End')

  // A second call rings and leaves, the presence changes, and the socket is dropped and back.
  const second = await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(rows(ana).first()).toContainText('Bo Lindt')
  await ana.keyboard.type('was sent ')
  await genesys.customerHangsUp(second)
  await expect(rows(ana)).toHaveCount(1)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(ana.getByText('No live updates from Genesys Cloud')).toBeVisible()
  await ana.keyboard.type('twice')
  await expectLive(ana)
  await expectTruth(ana, genesys)

  await expect(notes).toBeFocused()
  await expect(notes).toHaveValue('Invoice 17 was sent twice')
  await expect(ana.getByRole('list', { name: 'Codes' }).getByRole('button').nth(1)).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await button(ana, 'Done').click()
  await expect(rows(ana)).toHaveCount(0)
})

test('two customers hang up: both wrap-ups are owed, and each keeps its own notes', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const first = await takeCall(ana, genesys, 'Ada Quill')
  await genesys.customerHangsUp(first)
  await ana.getByRole('textbox', { name: 'Notes' }).fill('About Ada')
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await button(ana, 'Answer').click()
  await expect(opened(ana, 'Bo Lindt')).toBeVisible()
  await expect(ana.getByRole('textbox', { name: 'Notes' })).toHaveCount(0)
  await expectTruth(ana, genesys)

  await ana.getByRole('link', { name: 'Ada Quill' }).click()
  await expect(ana.getByRole('textbox', { name: 'Notes' })).toHaveValue('About Ada')
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(1)
  await expectTruth(ana, genesys)
})
