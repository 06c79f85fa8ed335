import type { Page } from '@playwright/test'
import { button, expect, goOnQueue, rows, test } from './desk'
import { expectTruth } from './truth'

test('a ringing call is announced once, and the title says that it rings until it ends', async ({
  ana,
  genesys,
}) => {
  const title = await ana.title()
  await goOnQueue(ana)
  const heard = await listenToAnnouncements(ana)
  const first = await genesys.customerCalls('Ada Quill')
  // No name: a title is seen over the shoulder and kept in the browser's history.
  await expect(ana).toHaveTitle(`☎ Incoming call · ${title}`)
  await expect(ana.getByText('Incoming call from Ada Quill, Billing')).toBeAttached()
  // Events about everything else must not repeat it.
  await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/presence`, {
    systemPresence: 'Busy',
  })
  await expect(button(ana, 'Presence: Busy')).toBeVisible()

  await genesys.customerHangsUp(first)
  await expect(ana).toHaveTitle(title)
  await expect(rows(ana)).toHaveCount(0)
  await expect.poll(() => heard()).toEqual(['Incoming call from Ada Quill, Billing', ''])
  await expectTruth(ana, genesys)
})

test('a call that rings while the page is hidden still shows in the title', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const other = await ana.context().newPage()
  await other.bringToFront()
  await genesys.customerCalls('Ada Quill')
  await expect(ana).toHaveTitle(/^☎ Incoming call/)
})

test('a ringing call is heard, again and again, in a page that was clicked', async ({
  ana,
  genesys,
}) => {
  await ana.addInitScript(() => {
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (...when) {
      document.documentElement.dataset.notes = String(
        Number(document.documentElement.dataset.notes ?? 0) + 1,
      )
      start.apply(this, when)
    }
  })
  await ana.reload()
  await goOnQueue(ana)
  await genesys.customerCalls('Ada Quill')
  await expect(ana.locator('html')).toHaveAttribute('data-notes', '2')
  await expect(ana.locator('html')).toHaveAttribute('data-notes', '4')
})

test('an event that arrives while Answer is being pressed does not swallow the press', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await genesys.customerCalls('Ada Quill')
  const userId = await genesys.userId('Ana Ruiz')
  const call = (await genesys.state()).conversations.find((one) => one.id === id)
  const mine = call?.participants.find((one) => one.userId === userId)
  await button(ana, 'Answer').hover()
  await ana.mouse.down()
  const calls = [{ id: 'leg', state: 'alerting', self: { name: 'Ada Quill' } }]
  const customer = { id: 'c', purpose: 'customer', name: 'Ada Quill (verified)' }
  const eventBody = { id, participants: [customer, { ...mine, calls }] }
  const text = JSON.stringify({ topicName: `v2.users.${userId}.conversations`, eventBody })
  await genesys.control('POST', '/sockets/send', { text })
  await expect(rows(ana).first()).toContainText('Ada Quill (verified)')
  await ana.mouse.up()
  await expect(rows(ana).first()).toContainText('Connected')
  await expectTruth(ana, genesys)
})

/** Every text that the live region takes on from now. */
async function listenToAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const texts: string[] = []
    const region = document.querySelector('p[aria-live=assertive]')
    if (!region) throw new Error('no live region')
    const listen = new MutationObserver(() => texts.push(region.textContent ?? ''))
    listen.observe(region, { childList: true, characterData: true, subtree: true })
    return texts
  })
  return () => heard.jsonValue()
}
