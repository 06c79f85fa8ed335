import {
  button,
  chooseAgent,
  expect,
  expectDesk,
  goOnQueue,
  opened,
  rows,
  test,
  wrapUp,
} from './desk'
import { expectFits } from './layout'
import { transferTo } from './transferring'
import { expectTruth } from './truth'

test.use({ viewport: { width: 320, height: 640 } })

test('a whole shift fits into 320 by 640 pixels', async ({ page, host, genesys }) => {
  await page.goto(host.url)
  await expect(button(page, 'Log in with Genesys Cloud')).toBeVisible()
  await expectFits(page)
  await button(page, 'Log in with Genesys Cloud').click()
  await chooseAgent(page, 'Ana Ruiz')
  await button(page, 'Allow').click()
  await expectDesk(page)
  await expectFits(page)
  await goOnQueue(page)

  await genesys.customerCalls('Maximiliana Konstantinopoulou-Featherstonehaugh')
  await expect(button(page, 'Answer')).toBeInViewport()
  await expectFits(page)
  await button(page, 'Answer').click()
  await expect(button(page, 'Hold')).toBeInViewport({ ratio: 1 })
  await expect(button(page, 'End call')).toBeInViewport({ ratio: 1 })
  await expectFits(page)
  await expectTruth(page, genesys)

  await button(page, 'Transfer').click()
  await expect(button(page, 'Transfer to Repairs')).toBeVisible()
  await expectFits(page)
  await transferTo(page, 'Repairs')
  await expect(page.getByRole('heading', { name: 'Wrap-up' })).toBeVisible()
  await expectFits(page)
  await wrapUp(page)
  await expect(rows(page)).toHaveCount(0)
  await expectTruth(page, genesys)
})

test('a second call rings above the one that is open, and can be answered', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerCalls('Ada Quill')
  await button(ana, 'Answer').click()
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')

  await expect(button(ana, 'Answer')).toBeInViewport({ ratio: 1 })
  await expect(button(ana, 'Decline')).toBeInViewport({ ratio: 1 })
  await expect(opened(ana, 'Ada Quill')).toBeInViewport()
  await expect(button(ana, 'Hold')).toBeInViewport({ ratio: 1 })
  await expectFits(ana)
  await button(ana, 'Answer').click()
  await expect(opened(ana, 'Bo Lindt')).toBeVisible()
  await expectFits(ana)
  await expectTruth(ana, genesys)

  await ana.getByRole('link', { name: 'Back to the list' }).click()
  await expect(rows(ana)).toHaveCount(2)
  await expect(rows(ana).nth(0)).toBeInViewport()
  await expect(rows(ana).nth(1)).toBeInViewport()
  await expectFits(ana)
  await ana.getByRole('link', { name: 'Ada Quill' }).click()
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
})

test('menus, banners and notices fit too', async ({ ana, genesys }) => {
  await button(ana, 'Presence: Available').click()
  await expect(ana.getByRole('menu')).toBeVisible()
  await expectFits(ana)
  await ana.keyboard.press('Escape')
  await ana.getByRole('button', { name: /^Account: / }).click()
  await expect(button(ana, 'Sign out')).toBeInViewport({ ratio: 1 })
  await expectFits(ana)
  await ana.keyboard.press('Escape')

  await goOnQueue(ana)
  await genesys.customerCalls('Ada Quill')
  await genesys.fault({ method: 'PATCH', kind: 'status', status: 409 })
  await button(ana, 'Decline').click()
  await expect(ana.getByRole('alert')).toContainText('Decline did not happen')
  await expectFits(ana)
  await button(ana, 'Dismiss').click()
  await button(ana, 'Decline').click()
  await expect(button(ana, 'Back on queue')).toBeInViewport({ ratio: 1 })
  await expectFits(ana)
  await expectTruth(ana, genesys)
})

test('back from a wrap-up holds, whatever is told of it', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  const id = await genesys.customerCalls('Ada Quill')
  await button(ana, 'Answer').click()
  await expect(button(ana, 'Hold')).toBeVisible()
  await genesys.customerHangsUp(id)
  await expect(ana.getByRole('heading', { name: 'Wrap-up' })).toBeVisible()
  await ana.getByRole('link', { name: 'Back to the list' }).click()
  await expect(rows(ana).first()).toContainText('Wrap-up')
  // The same again, and something else: the socket's word for it is the presence.
  await genesys.control('POST', '/sockets/drop', {})
  await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/presence`, {
    systemPresence: 'Busy',
  })
  await expect(button(ana, 'Presence: Busy')).toBeVisible()
  await expect(rows(ana).first()).toBeVisible()
  await expect(ana.getByRole('textbox', { name: 'Notes' })).toHaveCount(0)
})
