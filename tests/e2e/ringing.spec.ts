import type { Page } from '@playwright/test'
import { button, expect, goOnQueue, rows, test } from './desk'
import { begun, giveEars, keepSilent, loudness } from './hearing'
import { expectTruth } from './truth'

/** Seconds: of the ring, and of the beep beside a talk. */
const [ring, beep] = [2.4, 6]

const sounds = (page: Page) =>
  expect.poll(() => loudness(page), { intervals: [100] }).toBeGreaterThan(0.02)
const isSilent = (page: Page) => expect.poll(() => loudness(page)).toBe(0)
const bannerOf = (page: Page) => page.getByText('The ring is silent')

test('a ringing call is announced once, and the title says that it rings until it ends', async ({
  ana,
  genesys,
}) => {
  const title = await ana.title()
  const icon = () => ana.locator('link[rel=icon]').getAttribute('href')
  const usual = await icon()
  await goOnQueue(ana)
  const heard = await listenToAnnouncements(ana)
  const first = await genesys.customerCalls('Ada Quill')
  // No name: a title is seen over the shoulder and kept in the browser's history.
  await expect(ana).toHaveTitle(`☎ Incoming call · ${title}`)
  await expect.poll(icon).toMatch(/rings-.*\.svg$/)
  await expect(ana.getByText('Incoming call from Ada Quill, Billing')).toBeAttached()
  // Neither events about everything else nor another call repeat it, nor is all read again after a gap.
  await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/presence`, {
    systemPresence: 'Busy',
  })
  await expect(button(ana, 'Presence: Busy')).toBeVisible()
  const second = await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(ana).toHaveTitle(`☎ 2 incoming calls · ${title}`)
  await genesys.control('POST', '/sockets/drop', {})
  await expect(ana.getByText('No live updates')).toBeVisible()
  await expect(ana.getByText('No live updates')).toHaveCount(0)

  for (const id of [first, second]) await genesys.customerHangsUp(id)
  await expect(ana).toHaveTitle(title)
  await expect(rows(ana)).toHaveCount(0)
  expect(await icon()).toContain(usual?.replace('./', ''))
  const words = ['Incoming call from Ada Quill, Billing', 'Incoming call from Bo Lindt', '']
  await expect.poll(() => heard()).toEqual(words)
  await expectTruth(ana, genesys)
})

test('the ring is heard, in a hidden tab too, and ends when the call is answered elsewhere', async ({
  context,
  ana,
  genesys,
}) => {
  await giveEars(context)
  await ana.reload()
  await goOnQueue(ana)
  const other = await context.newPage()
  await other.bringToFront()
  const id = await genesys.customerCalls('Ada Quill')
  await expect(ana).toHaveTitle(/^☎ Incoming call/)
  await sounds(ana)
  expect(await begun(ana)).toEqual([ring])
  const agent = await genesys.userId('Ana Ruiz')
  await genesys.control('POST', `/users/${agent}/answer`, { conversationId: id })
  await isSilent(ana)
  await expect(ana).not.toHaveTitle(/Incoming call/)

  // Beside a customer's voice another call beeps, and does not ring.
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect.poll(() => begun(ana)).toEqual([ring, beep])
  await sounds(ana)
  await other.close()
  await expectTruth(ana, genesys)
})

test('a page that may not sound says so until it is pressed, and again when the sound is taken away', async ({
  context,
  ana,
  genesys,
}) => {
  await giveEars(context)
  await goOnQueue(ana)
  await keepSilent(ana)
  await ana.reload()
  await expect(bannerOf(ana)).toBeVisible()
  await genesys.customerCalls('Ada Quill')
  await expect(button(ana, 'Answer')).toBeVisible()
  expect(await loudness(ana)).toBe(0)
  await button(ana, 'Let it ring').press('Enter')
  await sounds(ana)
  await expect(bannerOf(ana)).toHaveCount(0)
  await ana.evaluate(() => (Reflect.get(window, 'audio') as AudioContext).suspend())
  await expect(bannerOf(ana)).toBeVisible()
  await expect(ana).toHaveTitle(/^☎ Incoming call/)
  await bannerOf(ana).click()
  await expect(bannerOf(ana)).toHaveCount(0)
  await sounds(ana)
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
