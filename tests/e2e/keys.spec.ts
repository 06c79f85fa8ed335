import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import {
  button,
  expect,
  expectDesk,
  type Genesys,
  goOnQueue,
  opened,
  rows,
  takeCall,
  test,
} from './desk'
import { expectTruth } from './truth'

const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes' })
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const news = (page: Page) => page.getByRole('status', { name: 'News' })
const chord = (page: Page, key: string) => page.keyboard.press(`Alt+Shift+${key}`)
/** They come with what works on calls. */
const keysAreHere = (page: Page) =>
  expect(button(page, 'New call')).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+N')
const orders = (genesys: Genesys) => genesys.requests('PATCH', /\/conversations\/calls\//)

test('keys drive a whole call, from On Queue to Done', async ({ ana, genesys }) => {
  await keysAreHere(ana)
  await chord(ana, 'Q')
  await expect(ana.getByRole('switch', { name: 'On Queue' })).toHaveAttribute(
    'aria-checked',
    'true',
  )
  await chord(ana, 'A')
  await expect(news(ana)).toContainText('Answer: No call rings.')
  await genesys.customerCalls('Ada Quill')
  await expect(button(ana, 'Answer')).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+A')
  await chord(ana, 'A')
  await expect(rows(ana).first()).toContainText('Connected')
  await expect(news(ana)).not.toContainText('No call rings')
  await expect(button(ana, 'Hold')).toHaveAttribute('title', /\(Alt\+Shift\+H\)$/)

  await chord(ana, 'H')
  await expect(button(ana, 'Resume')).toBeVisible()
  await chord(ana, 'K')
  await expect(news(ana)).toContainText('Keypad: Resume the call first.')
  await chord(ana, 'H')
  await expect(button(ana, 'Hold')).toBeVisible()
  await chord(ana, 'M')
  await expect(button(ana, 'Unmute')).toBeVisible()
  await chord(ana, 'M')
  await expect(button(ana, 'Mute')).toBeVisible()
  // A key that is held down is one press: as four it would have closed the keypad again.
  await ana.keyboard.down('Alt')
  await ana.keyboard.down('Shift')
  for (let times = 0; times < 4; times++) await ana.keyboard.down('K')
  for (const key of ['K', 'Shift', 'Alt']) await ana.keyboard.up(key)
  await expect(ana.getByRole('group', { name: 'Keypad' })).toBeFocused()
  await ana.keyboard.press('Escape')
  await chord(ana, 'T')
  await expect(ana.getByRole('searchbox', { name: 'Find a person, queue or number' })).toBeFocused()
  // In the search box, too.
  await chord(ana, 'H')
  await expect(button(ana, 'Resume')).toBeVisible()
  await ana.keyboard.press('Escape')
  await ana.keyboard.press('Escape')
  await expect(button(ana, 'End call')).toBeVisible()
  // answer, hold, resume, mute, unmute, hold: each once, and no Escape has ended anything.
  expect(await orders(genesys)).toHaveLength(6)

  await chord(ana, 'E')
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await chord(ana, 'W')
  await expect(news(ana)).toContainText('Finish the wrap-up: ')
  await ana.getByRole('list', { name: 'Codes' }).getByRole('button').first().click()
  await chord(ana, 'W')
  await expect(rows(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)
})

test('single keys are text where text is typed, and chords work there and from everywhere', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await notes(ana).focus()
  await ana.keyboard.type('Why? a/b ')
  await chord(ana, 'M')
  await expect(button(ana, 'Unmute')).toBeVisible()
  await expect(notes(ana)).toBeFocused()
  await expect(notes(ana)).toHaveValue('Why? a/b ')
  await expect(sheet(ana)).toBeHidden()

  // The call that is meant is not on screen.
  await ana.goto(`${ana.url().split('#')[0]}#/settings`)
  await expect(button(ana, 'Mute')).toHaveCount(0)
  await chord(ana, 'H')
  await expect(rows(ana).first()).toContainText('On hold')
  await expect(ana.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await chord(ana, 'C')
  await expect(news(ana)).toHaveText('')
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await expect(ana.getByRole('radio', { name: 'Consult' })).toBeChecked()
  await ana.keyboard.press('Escape')

  // In a menu a letter leads to what begins with it.
  await chord(ana, 'S')
  await expect(ana.getByRole('menu', { name: 'Presence' })).toBeVisible()
  await ana.keyboard.press('?')
  await expect(sheet(ana)).toBeHidden()
  await ana.keyboard.press('Escape')
  await chord(ana, 'N')
  await expect(ana.getByRole('searchbox')).toBeFocused()
  await chord(ana, 'ArrowDown')
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  await ana.keyboard.press('/')
  await expect(ana.getByRole('searchbox')).toBeFocused()
  // A dialog that asks is answered first.
  await ana.evaluate(() => document.body.appendChild(document.createElement('dialog')).showModal())
  await chord(ana, 'E')
  await ana.evaluate(() => document.querySelector<HTMLDialogElement>('dialog:modal')?.close())
  await chord(ana, 'H')
  await expect(rows(ana).first()).toContainText('Connected')
  // answer, mute, hold and resume.
  expect(await orders(genesys)).toHaveLength(4)
})

test('keys can be changed, taken away and set back, and ? shows them as they are', async ({
  ana,
  genesys,
}) => {
  await ana.goto(`${ana.url().split('#')[0]}#/settings`)
  const row = (name: string) => ana.getByRole('listitem').filter({ hasText: name })
  const change = (name: string) => button(ana, `Change the keys for: ${name}`)
  await change('Hold or resume').click()
  await ana.keyboard.press('Alt+Shift+M')
  await expect(row('Hold or resume')).toContainText('Alt+Shift+M is taken: Mute or unmute.')
  await ana.keyboard.press('Control+Shift+T')
  await expect(row('Hold or resume')).toContainText('for tabs and windows')
  await ana.keyboard.press('h')
  await expect(row('Hold or resume')).toContainText('h alone would act while you only mean to type')
  await ana.keyboard.press('F8')
  await expect(row('Hold or resume').locator('kbd')).toHaveText('F8')
  await expect(row('Hold or resume').getByRole('alert')).toHaveCount(0)
  await button(ana, 'Remove the keys for: Mute or unmute').click()
  await expect(row('Mute or unmute')).toContainText('None')
  // Escape leaves it as it is, and so does whatever takes the focus elsewhere.
  await change('Keypad').click()
  await ana.keyboard.press('Escape')
  await change('Keypad').click()
  await ana.keyboard.press('Tab')
  await ana.keyboard.press('F9')
  await expect(row('Keypad').locator('kbd')).toHaveText('Alt+Shift+K')

  await ana.reload()
  await expectDesk(ana)
  await keysAreHere(ana)
  await expect(row('Hold or resume').locator('kbd')).toHaveText('F8')
  await ana.keyboard.press('?')
  await expect(sheet(ana)).toContainText('Hold or resumeF8')
  await expect(sheet(ana)).toContainText('Mute or unmuteNone')
  await expectAccessible(ana, 'shortcuts')
  await ana.keyboard.press('Escape')
  await expect(sheet(ana)).toBeHidden()

  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await chord(ana, 'H')
  await chord(ana, 'M')
  await ana.keyboard.press('F8')
  await expect(button(ana, 'Resume')).toBeVisible()
  await expect(button(ana, 'Mute')).not.toHaveAttribute('aria-keyshortcuts')
  expect(await orders(genesys)).toHaveLength(2)
  await ana.goto(`${ana.url().split('#')[0]}#/settings`)
  await button(ana, 'Reset Shortcuts to defaults').click()
  await expect(row('Hold or resume').locator('kbd')).toHaveText('Alt+Shift+H')
  await expect(row('Mute or unmute').locator('kbd')).toHaveText('Alt+Shift+M')
})
