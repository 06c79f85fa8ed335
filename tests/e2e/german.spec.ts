import type { Page } from '@playwright/test'
import de from '~/languages/de'
import { button, expect, test } from './desk'
import { expectFits } from './layout'
import { expectTruth } from './truth'

test.use({ locale: 'de-CH' })
test.setTimeout(120_000)

const words: Readonly<Record<string, string>> = de
/** In German, by the English words. */
function in_(key: string): string {
  const german = words[key]
  if (!german) throw new Error(`the catalog lacks ${key}`)
  return german
}

/** What is still said in English, of what German says otherwise. */
function stillEnglish(page: Page): Promise<readonly string[]> {
  // One word may be the same in a name of the organization's own.
  const english = Object.keys(words).filter((key) => words[key] !== key && /[a-z] [a-z]/i.test(key))
  return page.evaluate((all) => {
    const patterns = all.map((key) => {
      const parts = key.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      return new RegExp(`^${parts.join('.+')}$`, 's')
    })
    const told = ['aria-label', 'title', 'placeholder', 'alt']
    const found = [...document.querySelectorAll('*')].flatMap((one) => [
      ...told.map((name) => one.getAttribute(name) ?? ''),
      ...[...one.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : '')),
    ])
    return [...new Set(found.map((text) => text.trim()))].filter((text) =>
      patterns.some((pattern) => text && pattern.test(text)),
    )
  }, english)
}

/** In German, and all of it fits: its words are longer. */
async function expectGerman(page: Page, view: string) {
  expect(await stillEnglish(page), view).toEqual([])
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expectFits(page, `${view}, ${width} px`)
  }
}

test('a shift in German, from the log-in to the sign-out, by the language of the browser', async ({
  page,
  host,
  genesys,
}) => {
  await page.goto(host.url)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expectGerman(page, 'log-in')
  await button(page, in_('Log in with Genesys Cloud')).click()
  await button(page, 'Ana Ruiz').click()
  await button(page, 'Allow').click()

  const onQueue = page.getByRole('switch', { name: in_('On Queue') })
  await onQueue.click()
  await expect(onQueue).toHaveAttribute('aria-checked', 'true')
  // The organization's own word, in the agent's language.
  await expect(page.getByRole('button', { name: /^Anwesenheit: In Warteschlange/ })).toBeVisible()
  await expectGerman(page, 'on queue')

  const calls = page.getByRole('list', { name: in_('Conversations') }).getByRole('listitem')
  const call = await genesys.customerCalls('Ada Quill')
  await expectGerman(page, 'ringing')
  await button(page, in_('Answer')).click()
  await expect(calls).toContainText(in_('Connected'))
  await button(page, in_('Hold')).click()
  await expect(calls).toContainText(in_('On hold'))
  await expectGerman(page, 'a call on hold')
  await button(page, in_('Transfer')).click()
  await page.getByRole('searchbox', { name: in_('Find a person, queue or number') }).fill('ben')
  await expect(page.getByRole('list', { name: in_('Destinations') })).toContainText('Ben Okafor')
  await expectGerman(page, 'transfer')
  await button(page, in_('Close transfer')).click()
  await genesys.customerHangsUp(call)
  await expect(button(page, in_('Done'))).toBeVisible()
  await expectGerman(page, 'wrap-up')

  for (const room of ['call', 'queues', 'team', 'day', 'settings']) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/${room}`)
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await expectGerman(page, room)
  }
  await page.getByRole('button', { name: /^Ihr Status:/ }).click()
  await expect(page.getByRole('dialog', { name: in_('Your status') })).toBeVisible()
  await expectGerman(page, 'status')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Konto:/ }).click()
  await button(page, in_('Health')).click()
  // Numbers are written as German has them.
  await expect(page.getByRole('dialog', { name: in_('Health'), exact: true })).toContainText(
    '100 %',
  )
  await expectGerman(page, 'health')
})

test('the language is chosen, and the desk speaks it from the next load on', async ({
  page,
  host,
  genesys,
}) => {
  await page.goto(`${host.url}#/settings`)
  await button(page, in_('Log in with Genesys Cloud')).click()
  await button(page, 'Ana Ruiz').click()
  await button(page, 'Allow').click()
  const language = page.getByRole('combobox', { name: in_('Language of the desk') })
  await language.selectOption('English')
  await button(page, in_('Load again now')).press('Enter')
  await expect(page.getByRole('switch', { name: 'On Queue' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('combobox', { name: 'Language of the desk' })).toHaveValue('en')
  await expect(button(page, 'Load again now')).toHaveCount(0)
  await expectTruth(page, genesys)
})
