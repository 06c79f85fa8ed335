import type { Page } from '@playwright/test'
import { wholeBrowser } from '../browser'
import { button, expect, expectDesk, goOnQueue, openAccount, pasted, rows, test } from './desk'
import { recordTalk } from './dump'
import { attachEngine } from './engine'
import { expectFits } from './layout'

test.use({ failedLoads: true, ...wholeBrowser })

/** What is looked at is read anew every 5 s. */
const soon = { timeout: 15_000 }

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Health', exact: true })
const verdict = (page: Page) => sheet(page).getByRole('status').first()

async function openHealth(page: Page) {
  await openAccount(page)
  await button(page, 'Health').click()
  await expect(sheet(page).getByRole('heading', { name: 'Requests' })).toBeVisible()
}

test('all is well, and says what that means; opened, read and left by the keyboard', async ({
  ana,
}) => {
  await openAccount(ana)
  await button(ana, 'Health').focus()
  await ana.keyboard.press('Enter')
  await expect(verdict(ana)).toContainText('All is well')
  await expect(button(ana, 'Close')).toBeFocused()
  for (const name of [
    ...['Alerts', 'Requests', 'Success and speed', 'Live updates', 'Sign-in'],
    ...['Clock and sleep', 'Last errors', 'Support bundle'],
  ])
    await expect(sheet(ana).getByRole('heading', { name, exact: true })).toBeVisible()
  await expect(sheet(ana)).toContainText(/\d+ of 60 used in the last minute, \d+ left/)
  await expect(sheet(ana)).toContainText('100 % of')
  await expect(sheet(ana).getByRole('list', { name: 'For information' })).toContainText(
    /\d+ requests since .*, 0 failed, 0 not sent\. Operations used: \d+\. .* Sign-in renewed 0 times\./,
  )
  await expect(sheet(ana)).toContainText('Live for')
  await expect(sheet(ana)).toContainText('It is good for')
  await sheet(ana).getByText('By operation').click()
  const table = sheet(ana).getByRole('table', { name: 'Since you signed in, in milliseconds' })
  await expect(table.getByRole('row', { name: /^get me \d+ \d+ \d+ \d+$/ })).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(sheet(ana)).toHaveCount(0)
  await expect(button(ana, 'Health')).toBeFocused()
})

test('an error is told with its reference, and the numbers go on while it is looked at', async ({
  ana,
  genesys,
}) => {
  await openHealth(ana)
  await expect(sheet(ana)).toContainText('None since you signed in.')
  await genesys.fault({ path: '/api/v2/conversations', kind: 'status', status: 400 })
  // The desk reads what it may have missed.
  await genesys.control('POST', '/sockets/drop', {})
  await expect(sheet(ana)).toContainText('list conversations: 400, refused', soon)
  await expect(sheet(ana)).toContainText('GET /api/v2/conversations')
  const [failed] = (
    (await genesys.control('GET', '/requests')) as { status: number; correlationId: string }[]
  ).filter(({ status }) => status === 400)
  await button(ana, `Copy reference ${failed?.correlationId}`).click()
  await expect(sheet(ana).getByText('Copied.')).toBeVisible()
  expect(await pasted(ana)).toBe(failed?.correlationId)
  await expect(sheet(ana)).toContainText('Connected again once.', soon)
})

test('something critical stands below the desk in one line, that leads to more', async ({
  ana,
  genesys,
}) => {
  test.setTimeout(90_000)
  await goOnQueue(ana)
  await genesys.fault({ path: '/api/v2/conversations', kind: 'status', status: 503, times: 9 })
  await genesys.control('POST', '/sockets/drop', {})
  const down = 'Genesys Cloud says that it is not available.'
  // Looked at every 15 s, and told here every 30 s.
  await expect(ana.getByText(down)).toBeVisible({ timeout: 60_000 })
  await button(ana, 'Health').first().click()
  await expect(verdict(ana)).toContainText('In trouble')
  await expect(verdict(ana)).toContainText(down)
  await expect(sheet(ana).getByRole('list', { name: 'Alerts that stand' })).toContainText(
    'Critical: Genesys Cloud says',
  )
})

test('a sign-in that has ended, and an engine that is gone, are told', async ({ ana, genesys }) => {
  await openHealth(ana)
  await genesys.control('POST', '/tokens/revoke', {})
  await genesys.control('POST', '/sockets/drop', {})
  await expect(verdict(ana)).toContainText('Your sign-in has ended.', soon)
  await (await attachEngine(ana)).kill()
  await expect(sheet(ana).getByRole('alert')).toContainText('does not answer', { timeout: 30_000 })
  await expect(sheet(ana).getByRole('alert')).toContainText('What is below is of')
  // What was so before is not said to be so now.
  await expect(verdict(ana)).toBeEmpty()
  await expect(sheet(ana).getByRole('heading', { name: 'Requests' })).toBeVisible()
})

test('all of it fits a panel of 320 px, and a page of twice the size', async ({ ana, genesys }) => {
  await genesys.fault({ path: '/api/v2/conversations', kind: 'status', status: 400 })
  await ana.reload()
  await expectDesk(ana)
  await openHealth(ana)
  await expect(sheet(ana)).toContainText('list conversations: 400, refused', soon)
  for (const summary of ['By operation', 'What is in it'])
    await sheet(ana).getByText(summary).click()
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [320, 640],
      [1280, 800],
    ] as const) {
      await ana.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await ana.setViewportSize({ width, height })
      await expectFits(ana, `${width} px`)
    }
  await ana.setViewportSize({ width: 640, height: 400 })
  await ana.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  await expectFits(ana, 'text 200 %')
})

test('a call that rings meanwhile is one press away', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await openHealth(ana)
  await genesys.customerCalls('Ada Quill')
  await button(ana, 'Show it').click()
  await expect(sheet(ana)).toHaveCount(0)
  await expect(button(ana, 'Answer')).toBeVisible()
})

test('the support bundle holds what helps, and no word of a customer, an agent or a secret', async ({
  context,
  page,
  host,
  genesys,
}) => {
  test.setTimeout(60_000)
  await recordTalk(context)
  await page.goto(host.url)
  const engine = await attachEngine(page)
  const secrets = new Set<string>()
  engine.onEvent((_, params) => {
    for (const pattern of [/Bearer ([^"\s]+)/g, /code_verifier=([\w~.-]+)/g, /(streaming-[\w-]+)/g])
      for (const [, secret] of JSON.stringify(params).matchAll(pattern))
        if (secret) secrets.add(secret)
  })
  await engine.send('Network.enable')
  await button(page, 'Log in with Genesys Cloud').click()
  await button(page, 'Ana Ruiz').click()
  await button(page, 'Allow').click()
  await goOnQueue(page)

  const { users, queues } = await genesys.state()
  const { conversationId } = (await genesys.control('POST', '/calls', {
    queueId: queues[0]?.id,
    from: { name: 'Canary Customer', number: '+4930555018' },
    attributes: { CanaryKey: 'canary-attribute' },
  })) as { conversationId: string }
  await button(page, 'Answer').click()
  await expect(rows(page)).toContainText('Connected')
  const fault = (change: object) => genesys.fault({ kind: 'status', times: 1, ...change })
  await fault({ method: 'PATCH', status: 400, code: 'Canary Code of Canary Customer' })
  await button(page, 'Hold').click()
  await expect(page.getByRole('alert')).toContainText('Hold did not happen')
  await fault({ path: '/api/v2/users/search', status: 500, times: 9 })
  await button(page, 'Transfer').click()
  await page.getByRole('searchbox').fill('canary-search')
  await expect(page.getByText('People could not be searched.')).toBeVisible({ timeout: 30_000 })
  await genesys.customerHangsUp(conversationId)
  await page.getByRole('textbox', { name: 'Notes' }).fill('canary-notes')

  await openHealth(page)
  await expect(sheet(page)).toContainText('400, refused, other', soon)
  const preview = sheet(page).getByText('What is in it')
  await preview.click()
  await expect(sheet(page).locator('pre')).toContainText('signed-in')
  const shown = await sheet(page).locator('pre').innerText()
  await button(page, 'Copy support bundle').click()
  await expect(sheet(page).getByText('Copied.')).toBeVisible()
  const text = await pasted(page)
  expect(text.trim()).toBe(shown.trim())

  const bundle = JSON.parse(text)
  expect(bundle).toMatchObject({
    minidesk: 'support bundle',
    build: [expect.stringMatching(/^Health-/), expect.stringMatching(/^index-/)],
    browser: { agent: expect.stringContaining('Chrome') },
    config: { perMinute: 60 },
    standing: { state: 'firm' },
    health: { use: { perMinute: 60 }, socket: { state: 'live' } },
  })
  expect(bundle.health.errors).toContainEqual(
    expect.objectContaining({ operation: 'updateCall', code: 'other', status: 400 }),
  )
  expect(bundle.health.errors[0].correlationId).toMatch(/^[\w-]+$/)
  expect(bundle.signIns).toContainEqual(expect.objectContaining({ event: 'signed-in' }))

  expect(bundle.commands).toContainEqual(
    expect.objectContaining({ command: 'hold', state: 'refused', attempts: 1 }),
  )

  const canaries = [
    ...['Canary Customer', '+4930555018', '4930555018', 'CanaryKey', 'canary-attribute'],
    ...['Canary Code', 'canary-search', 'canary-notes', conversationId, ...secrets],
    ...users.flatMap(({ id, name }) => [id, name]),
    ...queues.flatMap(({ id, name }) => [id, name]),
  ]
  expect(secrets.size).toBeGreaterThanOrEqual(3)
  const found = (within: string) => canaries.filter((one) => within.includes(one))
  expect(found(text)).toEqual([])
  // The net is not empty: the page knew them, but for the secrets.
  const known = await page.evaluate(() => {
    const { heardTalk } = window as unknown as { heardTalk(): string }
    return heardTalk()
  })
  expect(found(known)).toEqual(
    expect.arrayContaining(['Canary Customer', 'canary-attribute', 'Canary Code', conversationId]),
  )
})
