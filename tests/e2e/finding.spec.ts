import type { Page } from '@playwright/test'
import {
  button,
  expect,
  expectDesk,
  type Genesys,
  goOnQueue,
  rows,
  signIn,
  takeCall,
  test,
} from './desk'
import { keptKeys, recall } from './kept'
import { expectTruth } from './truth'

const search = (page: Page) =>
  page.getByRole('searchbox', { name: 'Find a person, queue or number' })
const destinations = (page: Page) =>
  page.getByRole('list', { name: 'Destinations' }).getByRole('listitem')
const row = (page: Page, name: string) => destinations(page).filter({ hasText: name })
const tab = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Look in' }).getByRole('button', { name, exact: true })

const orders = async (genesys: Genesys) =>
  (await genesys.requests('POST', /\/(replace(\/[\w/]+)?|transfer)$/)).filter((one) => !one.resent)
const observed = async (genesys: Genesys) =>
  (await genesys.requests('POST', '/api/v2/analytics/queues/observations/query')).length
const estimated = async (genesys: Genesys) =>
  (await genesys.requests('GET', /estimatedwaittime$/)).length

async function becomes(genesys: Genesys, name: string, systemPresence: string) {
  const path = `/users/${await genesys.userId(name)}/presence`
  await genesys.control('POST', path, { systemPresence })
}

/** Whose activity the notification channel tells. */
const watched = async (genesys: Genesys) =>
  (await genesys.state()).subscriptions.filter((topic) => topic.endsWith('.activity'))

async function keptFavourites(page: Page) {
  const key = (await keptKeys(page)).find((one) => one.endsWith(':favourites'))
  return key === undefined ? [] : ((await recall(page, key)) as object[])
}

/** Ana talks to a customer, and looks for where to send them. */
async function openTransfer(page: Page, genesys: Genesys): Promise<string> {
  await goOnQueue(page)
  const call = await takeCall(page, genesys, 'Ada Quill')
  await button(page, 'Transfer').click()
  return call
}

test('by arrows and Enter alone: from the box into the rows, along a row, up to the tabs', async ({
  ana,
  genesys,
}) => {
  await openTransfer(ana, genesys)
  const key = (name: string) => ana.keyboard.press(name)
  await expect(search(ana)).toBeFocused()
  await ana.keyboard.type('ben')
  await expect(row(ana, 'Ben Okafor')).toBeVisible()
  await key('ArrowDown')
  await expect(button(ana, 'Transfer to Ben Okafor')).toBeFocused()
  await key('ArrowRight')
  await expect(button(ana, 'Consult Ben Okafor')).toBeFocused()
  await key('ArrowRight')
  const star = button(ana, 'Favourite Ben Okafor')
  await expect(star).toBeFocused()
  await key('Enter')
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await key('ArrowLeft')
  await key('ArrowLeft')
  await expect(button(ana, 'Transfer to Ben Okafor')).toBeFocused()
  await key('ArrowUp')
  await expect(search(ana)).toBeFocused()
  await key('ArrowUp')
  await expect(tab(ana, 'All')).toBeFocused()
  await key('ArrowRight')
  await key('Enter')
  await expect(tab(ana, 'People')).toHaveAttribute('aria-pressed', 'true')
  await key('ArrowDown')
  await expect(search(ana)).toBeFocused()
  await expect(row(ana, 'Ben Okafor')).toBeVisible()
  // Enter in the box goes to the first row, and sends nothing.
  await key('Enter')
  await expect(button(ana, 'Transfer to Ben Okafor')).toBeFocused()
  expect(await orders(genesys)).toEqual([])
  await key('Enter')
  await expect(button(ana, 'Send now')).toBeFocused()
  expect(await orders(genesys)).toEqual([])
  await key('Enter')
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expectTruth(ana, genesys)
  expect(await orders(genesys)).toHaveLength(1)
})

test('a colleague’s status changes live while the row is shown, under the focus, and is let go with the panel', async ({
  ana,
  genesys,
}) => {
  await openTransfer(ana, genesys)
  await search(ana).fill('okaf')
  const ben = row(ana, 'Ben Okafor')
  await expect(ben).toContainText('Available · Repairs · live')
  const topic = `v2.users.${await genesys.userId('Ben Okafor')}.activity`
  expect(await watched(genesys)).toEqual([topic])
  const verb = button(ana, 'Transfer to Ben Okafor')
  await verb.focus()
  await becomes(genesys, 'Ben Okafor', 'Meeting')
  await expect(ben).toContainText('Meeting · Repairs · live')
  await expect(verb).toBeFocused()
  // Offline, the row stays where it is.
  await becomes(genesys, 'Ben Okafor', 'Offline')
  await expect(ben).toContainText('Offline · Repairs · live')
  await expect(verb).toBeFocused()
  // Others on screen: these are told instead.
  await search(ana).fill('chlo')
  await expect(row(ana, 'Chloé')).toContainText('live')
  expect(await watched(genesys)).not.toContain(topic)
  await button(ana, 'Close transfer').click()
  await expect.poll(() => watched(genesys)).toEqual([])
  // One change of the subscriptions for each of the three, besides the desk's own.
  expect(await genesys.requests('PUT', /\/subscriptions$/)).toHaveLength(4)
})

test('what is lost with the socket is read again in the next', async ({ ana, genesys }) => {
  await openTransfer(ana, genesys)
  await search(ana).fill('okaf')
  const ben = row(ana, 'Ben Okafor')
  await expect(ben).toContainText('Available · Repairs · live')
  await genesys.control('POST', '/sockets/drop', {})
  await becomes(genesys, 'Ben Okafor', 'Meeting')
  await expect(ben).not.toContainText('live')
  await expect(ben).toContainText('Meeting · Repairs · live', { timeout: 15_000 })
})

test('queues say who is there and who waits, in one question; how long one waits is asked for one', async ({
  ana,
  genesys,
}) => {
  // All rows fit: those that came on screen later would be a question of their own.
  await ana.setViewportSize({ width: 1280, height: 1000 })
  await openTransfer(ana, genesys)
  await becomes(genesys, 'Ben Okafor', 'On Queue')
  await tab(ana, 'Queues').click()
  const repairs = row(ana, 'Repairs').first()
  await expect(repairs).toContainText(/1 agent on queue, nobody waiting · just now/)
  expect(await observed(genesys)).toBe(1)
  expect(await estimated(genesys)).toBe(0)
  await search(ana).focus()
  await search(ana).press('ArrowDown')
  const first = destinations(ana).first()
  await expect(first.getByRole('button').first()).toBeFocused()
  await expect.poll(() => estimated(genesys)).toBe(1)
  await repairs.hover()
  await expect(repairs).toContainText('1 agent on queue, nobody waiting, no wait')
  // The pointer may rest on one row on its way.
  expect(await estimated(genesys)).toBeLessThanOrEqual(3)
  expect(await observed(genesys)).toBe(1)
})

test('a contact with several numbers opens them by keyboard; the one chosen is called', async ({
  ana,
  genesys,
}) => {
  const call = await openTransfer(ana, genesys)
  await ana.keyboard.type('halv')
  const numbers = button(ana, 'Numbers of Halvard Lindqvist')
  await expect(numbers).toHaveAttribute('aria-expanded', 'false')
  await ana.keyboard.press('ArrowDown')
  await expect(numbers).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(row(ana, 'Home')).toContainText('+1 317-555-3320')
  await expect(row(ana, 'Other')).toBeVisible()
  await ana.keyboard.press('ArrowDown')
  await expect(button(ana, 'Transfer to Halvard Lindqvist, home')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await expectTruth(ana, genesys)
  const one = (await genesys.state()).conversations.find(({ id }) => id === call)
  expect(one?.participants.map(({ purpose }) => purpose)).toContain('external')
  expect((await orders(genesys)).map(({ path }) => path.split('/').slice(-3).join('/'))).toEqual([
    'replace/contact/external',
  ])
})

test('favourites come first after a reload, with what they do now; who cannot be reached is one press away', async ({
  ana,
  genesys,
}) => {
  await openTransfer(ana, genesys)
  await search(ana).fill('i')
  const ingrid = row(ana, 'Ingrid Sørensen')
  const away = ana.getByRole('button', { name: /^Show unreachable \(\d+\)$/ })
  await expect(away).toBeVisible()
  await expect(ingrid).toHaveCount(0)
  await away.click()
  await expect(ingrid).toContainText('Offline')
  await button(ana, 'Favourite Ingrid Sørensen').click()
  await button(ana, 'Hide unreachable').click()
  await expect(ingrid).toHaveCount(0)
  // Not when it is the very name that was typed.
  await search(ana).fill('ingrid sørensen')
  await expect(ingrid).toBeVisible()
  await search(ana).fill('repairs')
  await button(ana, 'Favourite Repairs').click()
  await expect.poll(() => keptFavourites(ana)).toHaveLength(2)

  await ana.reload()
  await expectDesk(ana)
  // Nothing but whom, by id and name.
  for (const one of await keptFavourites(ana))
    expect(Object.keys(one).sort()).toEqual(['id', 'kind', 'name'])
  await becomes(genesys, 'Ingrid Sørensen', 'Available')
  await button(ana, 'Transfer').click()
  await expect(destinations(ana).first()).toContainText('Ingrid Sørensen')
  await expect(destinations(ana).first()).toContainText('Available')
  await expect(destinations(ana).first()).toContainText('live')
  await expect(destinations(ana).nth(1)).toContainText('Repairs')
  // Once, not as a favourite and as what was found.
  await expect(button(ana, 'Transfer to Repairs')).toHaveCount(1)
})

test('what the organization does not allow is listed with the reason, and is not called', async ({
  page,
  host,
  genesys,
}) => {
  await host.setConfig({
    environment: { login: genesys.login, api: genesys.api },
    clientId: 'minidesk-local',
    redirectUris: [`${host.url}callback.html`],
    destinations: { numbers: ['+49*'], queues: ['Rep*'], contacts: false },
  })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await openTransfer(page, genesys)
  const reason = 'Your organization does not allow this desk to call there'
  await search(page).fill('bil')
  await expect(row(page, 'Billing')).toContainText(reason)
  await button(page, 'Transfer to Billing').click({ force: true })
  await search(page).fill('figueira')
  await expect(row(page, 'João Figueira')).toContainText(reason)
  await search(page).fill('(317) 555-0199')
  await expect(row(page, '+1 317 555 0199')).toContainText(reason)
  expect(await orders(genesys)).toEqual([])
  await search(page).fill('rep')
  await button(page, 'Transfer to Repairs').click()
  await expect(rows(page).first()).toContainText('Wrap-up')
  expect(await orders(genesys)).toHaveLength(1)
})

test.describe('with ten thousand people and two thousand queues', () => {
  test.use({ platform: { organisation: 'large' } })

  test('typing and scrolling stay within what a cautious organization grants', async ({
    page,
    host,
    genesys,
  }) => {
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    await genesys.customerRings('Ada Quill', 'Ana Ruiz')
    await button(page, 'Answer').click()
    await button(page, 'Transfer').click()
    await expect(destinations(page)).toHaveCount(26)
    const before = (await genesys.requests()).length
    await search(page).pressSequentially('windows leeds', { delay: 40 })
    await expect(destinations(page).first()).toContainText('Windows Leeds')
    await expect(destinations(page).first()).toContainText(/waiting · just now/)
    await search(page).fill('ma')
    const verbs = page.getByRole('button', { name: /^Transfer to / })
    await expect(destinations(page).first()).toContainText('Malmö')
    await destinations(page).first().hover()
    for (let turn = 0; turn < 3; turn++) {
      const had = await verbs.count()
      await page.mouse.wheel(0, 40_000)
      await expect.poll(() => verbs.count()).toBeGreaterThan(had)
    }
    await expect.poll(() => watched(genesys).then(({ length }) => length)).toBeGreaterThan(0)
    expect((await watched(genesys)).length).toBeLessThanOrEqual(50)
    expect((await genesys.requests()).length - before).toBeLessThan(35)
  })
})
