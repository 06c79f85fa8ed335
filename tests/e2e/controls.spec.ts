import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectReadable } from './axe'
import { button, expect, type Genesys, goOnQueue, rows, takeCall, test } from './desk'
import { lock, setIdleMinutes } from './locked'
import { expectTruth } from './truth'

const keypad = (page: Page) => page.getByRole('group', { name: 'Keypad' })
const typed = (page: Page) => keypad(page).getByLabel('Sent digits')
const marks = (page: Page) => page.getByRole('status').filter({ hasText: /Record|pause|Flagged/ })
const more = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true })

/** What was heard of the agent's keys, in its order. */
async function heard(genesys: Genesys, id: string): Promise<string> {
  const { conversations } = (await genesys.control('GET', '/state')) as {
    conversations: { id: string; participants: { purpose: string; digits?: string }[] }[]
  }
  const call = conversations.find((one) => one.id === id)
  return call?.participants.find(({ purpose }) => purpose === 'customer')?.digits ?? ''
}

/** A paste as the browser makes one, of what was copied elsewhere. */
async function paste(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+V')
}

async function answerNext(page: Page, genesys: Genesys, name: string): Promise<string> {
  const id = await genesys.customerRings(name, 'Ana Ruiz')
  await button(page, 'Answer').click()
  await expect(rows(page).filter({ hasText: name })).toContainText('Connected')
  return id
}

const phone = async (genesys: Genesys, change: object) =>
  genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/phone`, change)

test('a call is recorded, paused for a card number, flagged, and shows what is', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await expect(marks(ana)).toHaveText('Recording')

  await button(ana, 'Secure pause').click()
  await expect(marks(ana)).toContainText('Secure pause: nothing is recorded')
  await expectAccessible(ana, 'secure pause')
  await button(ana, 'Resume recording').click()
  await expect(marks(ana)).toHaveText('Recording')

  await button(ana, 'More').click()
  await more(ana, 'Stop recording').click()
  await expect(button(ana, 'Record')).toBeVisible()
  await expect(button(ana, 'More')).toBeFocused()
  await button(ana, 'Record').click()
  await expect(button(ana, 'Secure pause')).toBeVisible()

  // By keyboard alone: arrows through the row, and through what More opens.
  await button(ana, 'Mute').focus()
  await ana.keyboard.press('End')
  await expect(button(ana, 'End call')).toBeFocused()
  await ana.keyboard.press('ArrowLeft')
  await expect(button(ana, 'More')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(more(ana, 'Add someone')).toBeFocused()
  await expectAccessible(ana, 'more')
  await ana.keyboard.press('ArrowDown')
  await ana.keyboard.press('Enter')
  await expect(marks(ana)).toContainText('Flagged')
  await expect(button(ana, 'More')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(more(ana, 'Remove flag')).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(button(ana, 'More')).toBeFocused()
  await expect(more(ana, 'Remove flag')).toBeHidden()
  await ana.keyboard.press('ArrowLeft')
  await expect(button(ana, 'Secure pause')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(button(ana, 'Resume recording')).toBeFocused()
  await expectReadable(ana, 'secure pause, flagged')
  await expectTruth(ana, genesys)
})

test('digits are pressed, typed and pasted, arrive in their order, and are kept nowhere', async ({
  ana,
  context,
  genesys,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Keypad').click()
  await expect(keypad(ana)).toBeFocused()
  await expectAccessible(ana, 'keypad')
  const key = (name: string): Locator => keypad(ana).getByRole('button', { name, exact: true })
  await key('1').click()
  await key('1').click()
  await key('2').click()
  await expect.poll(() => heard(genesys, id)).toBe('112')

  await ana.keyboard.type('4111 1111', { delay: 20 })
  await expect.poll(() => heard(genesys, id)).toBe('11241111111')
  await expect(typed(ana)).toHaveText('11241111111')
  const before = (await genesys.requests('POST', /\/digits$/)).length
  expect(before).toBeLessThan(6)

  await paste(ana, '1234 5678#')
  await expect.poll(() => heard(genesys, id)).toBe('1124111111112345678#')
  expect(await genesys.requests('POST', /\/digits$/)).toHaveLength(before + 1)
  await paste(ana, 'Card 4111')
  await expect(keypad(ana)).toContainText('Not sent: only the digits 0 to 9')
  expect(await genesys.requests('POST', /\/digits$/)).toHaveLength(before + 1)

  await ana.keyboard.press('Escape')
  await expect(keypad(ana)).toHaveCount(0)
  await expect(button(ana, 'Keypad')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(typed(ana)).toHaveText('')
  // On hold nobody would hear it.
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Keypad')).toHaveAttribute('title', /^Resume the call first/)
  await expect(key('5')).toHaveAttribute('aria-disabled', 'true')
  await button(ana, 'Earlier notices').click()
  await ana.getByText('Last commands').click()
  await expect(ana.getByRole('dialog', { name: 'Earlier notices' })).toContainText('Digits: sent')
  expect(await ana.locator('html').innerHTML()).not.toMatch(/4111|5678/)
})

test('a second call holds the first, and so does coming back to it', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await genesys.control('DELETE', '/requests')
  await answerNext(ana, genesys, 'Bo Lindt')
  await expect(rows(ana).filter({ hasText: 'Ada Quill' })).toContainText('On hold')
  const calls = await genesys.requests('PATCH', /\/calls\//)
  expect(calls.map(({ status }) => status)).toEqual([202, 202])

  await rows(ana).filter({ hasText: 'Ada Quill' }).getByRole('link').focus()
  await ana.keyboard.press('Enter')
  await button(ana, 'Resume').focus()
  await ana.keyboard.press('Enter')
  await expect(rows(ana).filter({ hasText: 'Ada Quill' })).toContainText('Connected')
  await expect(rows(ana).filter({ hasText: 'Bo Lindt' })).toContainText('On hold')
  await expectTruth(ana, genesys)
})

test('a phone that cannot be answered from here says so, before or after', async ({
  ana,
  genesys,
  page,
}) => {
  await goOnQueue(ana)
  await phone(genesys, { persistent: false })
  await page.reload()
  await expect(page.getByRole('switch', { name: 'On Queue' })).toBeVisible()
  await expect.poll(async () => (await genesys.requests('GET', /\/stations\//)).length).toBe(2)
  const id = await genesys.customerCalls('Ada Quill')
  await expect(rows(ana)).toContainText('Answer on your phone: it keeps no persistent connection')
  await expect(button(ana, 'Answer')).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(ana, 'a phone that cannot be answered')
  await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/answer`, {
    conversationId: id,
  })
  await expect(rows(ana).first()).toContainText('Connected')
  await expectTruth(ana, genesys)
})

test.describe('where nobody can tell beforehand', () => {
  test.use({ failedLoads: true })

  test('a refused Answer says what to do instead', async ({ ana, genesys }) => {
    await phone(genesys, { kind: 'plainSip' })
    await goOnQueue(ana)
    await genesys.customerCalls('Ada Quill')
    await button(ana, 'Answer').focus()
    await ana.keyboard.press('Enter')
    await expect(ana.getByRole('alert')).toContainText(
      'Answer did not happen. Answer on your phone',
    )
    await expect(button(ana, 'Decline')).not.toHaveAttribute('aria-disabled', 'true')
  })
})

test('with auto-answer the card says who answers, and the call is answered once', async ({
  ana,
  genesys,
  page,
}) => {
  await phone(genesys, { autoAnswer: 'phone' })
  await page.reload()
  await goOnQueue(ana)
  await expect.poll(async () => (await genesys.requests('GET', /\/stations\//)).length).toBe(2)
  await genesys.customerCalls('Ada Quill')
  await expect(rows(ana)).toContainText('your phone takes this call by itself')
  await expect(button(ana, 'Answer')).not.toHaveAttribute('aria-disabled', 'true')
  await expect(rows(ana)).toContainText('Connected')
  expect(await genesys.requests('PATCH', /\/calls\//)).toHaveLength(0)
  await expectTruth(ana, genesys)
})

test.describe('locked', () => {
  test.beforeEach(({ host, genesys }) => setIdleMinutes(host, genesys, 2))

  test('a locked desk has the keypad and the secure pause', async ({ ana, genesys }) => {
    await goOnQueue(ana)
    const id = await takeCall(ana, genesys, 'Ada Quill')
    await button(ana, 'Keypad').click()
    await ana.keyboard.type('77')
    await expect.poll(() => heard(genesys, id)).toBe('77')
    await lock(ana)
    await expect(ana.getByText('77', { exact: true })).toHaveCount(0)
    await button(ana, 'Secure pause').click()
    await expect(button(ana, 'Resume recording')).toBeVisible()
    await button(ana, 'Keypad').focus()
    await ana.keyboard.press('Enter')
    await ana.keyboard.type('42#')
    await expect.poll(() => heard(genesys, id)).toBe('7742#')
    await expectAccessible(ana, 'locked, with its keypad')
    await expect(button(ana, 'More')).toHaveCount(0)
  })
})
