import type { Page } from '@playwright/test'
import { wholeBrowser } from '../browser'
import { button, expect, expectDesk, goOnQueue, rows, test } from './desk'
import { begun, giveEars, loudness } from './hearing'
import { expectTruth } from './truth'

// Looks at notifications.
test.use(wholeBrowser)

const sounds = (page: Page) =>
  expect.poll(() => loudness(page), { intervals: [100] }).toBeGreaterThan(0.02)
const isSilent = (page: Page) => expect.poll(() => loudness(page)).toBe(0)
const here = (page: Page) => page.getByText('Calls ring in this tab.')
const elsewhere = (page: Page) => page.getByText('Calls ring in another tab.')

test('of two tabs one rings, and both say which; one press or a closed tab changes it', async ({
  context,
  ana,
  host,
  genesys,
}) => {
  await giveEars(context)
  await ana.reload()
  await goOnQueue(ana)
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  // One that may not sound does not want to be pressed while another one rings.
  await expect(elsewhere(other)).toBeVisible()
  await expect(here(ana)).toBeVisible()
  await expect(other.getByText('The ring is silent')).toHaveCount(0)

  await genesys.customerCalls('Ada Quill')
  await expect(button(other, 'Answer')).toBeVisible()
  await sounds(ana)
  await button(other, 'Ring here').press('Enter')
  await sounds(other)
  await isSilent(ana)
  await expect(elsewhere(ana)).toBeVisible()
  await expect(here(other)).toBeVisible()

  await other.close({ runBeforeUnload: false })
  await sounds(ana)
  await button(ana, 'Answer').click()
  await isSilent(ana)
  await expect(rows(ana)).toContainText('Connected')
  await expectTruth(ana, genesys)
})

test('what the agent has set up is what rings, in every tab and after a reload', async ({
  context,
  ana,
  host,
  genesys,
}) => {
  await giveEars(context)
  await ana.reload()
  const other = await context.newPage()
  await other.goto(`${host.url}#/settings`)
  await other.getByRole('combobox', { name: 'Calls ring with' }).selectOption('Low bells')
  await other.getByRole('combobox', { name: 'They ring' }).selectOption('3 times')
  await other.getByRole('slider', { name: 'Volume' }).fill('40')
  await button(other, 'Test ring').click()
  await expect(other.getByText(/^Rang once, on what this computer plays on/)).toBeVisible()
  await sounds(other)
  expect(await begun(other)).toEqual([2.8])

  await goOnQueue(ana)
  await button(ana, 'Ring here').click()
  await expect(elsewhere(other)).toBeVisible()
  await genesys.customerCalls('Ada Quill')
  await sounds(ana)
  expect(await begun(ana)).toEqual([2.8])
  // Set in one tab, heard in the other.
  await other.getByRole('slider', { name: 'Volume' }).fill('0')
  await isSilent(ana)
  await other.getByRole('slider', { name: 'Volume' }).fill('100')
  await sounds(ana)
  // Where rings are counted, each call has its own.
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect.poll(() => begun(ana)).toEqual([2.8, 2.8])
  await other.reload()
  await expect(other.getByRole('slider', { name: 'Volume' })).toHaveValue('100')
  await expect(other.getByRole('combobox', { name: 'Calls ring with' })).toHaveValue('low')
})

test('a notification tells of a call while nobody looks, without its customer, and goes with it', async ({
  context,
  ana,
  host,
  genesys,
}) => {
  await context.addInitScript(() => {
    const shown: object[] = []
    Object.assign(window, { shown })
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        const one = {
          title,
          body: options?.body,
          is: 'asked',
          click: () => this.onclick?.call(this, new Event('click')),
        }
        this.addEventListener('show', () => Object.assign(one, { is: 'shown' }))
        this.addEventListener('close', () => Object.assign(one, { is: 'closed' }))
        shown.push(one)
      }
    }
    // A browser of tests takes every page for the one that is looked at.
    Object.assign(window, { looks: true })
    document.hasFocus = () => Reflect.get(window, 'looks')
  })
  const shown = () =>
    ana.evaluate(() =>
      (Reflect.get(window, 'shown') as { title: string; body: string; is: string }[]).map(
        ({ title, body, is }) => [title, body, is],
      ),
    )
  const look = (looks: boolean) =>
    ana.evaluate((to) => {
      Object.assign(window, { looks: to })
      dispatchEvent(new Event(to ? 'focus' : 'blur'))
    }, looks)
  await context.grantPermissions(['notifications'], { origin: new URL(host.url).origin })
  await ana.reload()
  await ana.goto(`${host.url}#/settings`)
  const notify = ana.getByRole('checkbox', { name: /^Notify me of calls/ })
  const named = ana.getByRole('checkbox', { name: 'With the customer’s name' })
  await notify.check()
  await goOnQueue(ana)
  await look(false)
  const first = await genesys.customerCalls('Ada Quill')
  await expect.poll(shown).toEqual([['Incoming call', 'Billing', 'shown']])
  await genesys.customerHangsUp(first)
  await expect.poll(shown).toEqual([['Incoming call', 'Billing', 'closed']])

  await look(true)
  await named.check()
  const second = await genesys.customerCalls('Bo Lindt')
  await expect(button(ana, 'Answer')).toBeVisible()
  expect(await shown()).toHaveLength(1)
  await look(false)
  await expect
    .poll(async () => (await shown())[1])
    .toEqual(['Incoming call', 'Bo Lindt, Billing', 'shown'])
  await ana.evaluate(() => (Reflect.get(window, 'shown') as { click(): void }[])[1]?.click())
  await expect(ana).toHaveURL(new RegExp(`#/conversations/${second}$`))
  await expect.poll(async () => (await shown())[1]?.[2]).toBe('closed')
})

test('the badge of the desk goes with its last tab, and stays while another one has the call', async ({
  context,
  ana,
  host,
  genesys,
}) => {
  await context.addInitScript(() => {
    // As the browser has it for all tabs of an installed desk.
    navigator.setAppBadge = async (count) => localStorage.setItem('badge', `${count}`)
    navigator.clearAppBadge = async () => localStorage.setItem('badge', 'none')
  })
  await ana.reload()
  await goOnQueue(ana)
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await expect(here(ana).or(elsewhere(ana))).toBeVisible()
  const badge = (page: Page) => expect.poll(() => page.evaluate(() => localStorage.badge))
  await genesys.customerCalls('Ada Quill')
  await badge(other).toBe('1')
  // A tab that goes away takes none of it.
  await ana.goto(`${host.url}config.json`)
  await badge(ana).toBe('1')
  await other.goto(`${host.url}config.json`)
  await badge(ana).toBe('none')
})

test.describe('where names are kept out of notifications', () => {
  test.beforeEach(({ host, genesys: { login, api } }) =>
    host.setConfig({
      environment: { login, api },
      clientId: 'minidesk-local',
      redirectUris: [`${host.url}callback.html`],
      notifications: { customer: false },
    }),
  )

  test('the box is reached by the keyboard, says why, and cannot be ticked', async ({
    ana,
    host,
  }) => {
    await ana.goto(`${host.url}#/settings`)
    const named = ana.getByRole('checkbox', { name: 'With the customer’s name' })
    await ana.getByRole('checkbox', { name: /^Notify me of calls/ }).focus()
    await ana.keyboard.press('Tab')
    await expect(named).toBeFocused()
    await expect(named).toHaveAccessibleDescription(/^Your administrator keeps names out/)
    await ana.keyboard.press('Space')
    await named.click({ force: true })
    await expect(named).not.toBeChecked()
  })
})
