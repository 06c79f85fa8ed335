import { wholeBrowser } from '../browser'
import { consults, openTransfer, orders, takeAway, transfers } from './allowed'
import { button, expect, goOnQueue, pasted, rows, signIn, takeCall, test } from './desk'
import { transferTo } from './transferring'
import { expectTruth } from './truth'

// Looks at what was copied.
test.use(wholeBrowser)

const call = ['participant:wrapup', 'call:record', 'communication:disconnect'].map(
  (name) => `conversation:${name}`,
)

test.describe('a role that does not admit it', () => {
  test('has Transfer disabled, with the reason, and asks nothing', async ({
    page,
    host,
    genesys,
  }) => {
    await takeAway(genesys, [...transfers, ...consults])
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    await goOnQueue(page)
    await takeCall(page, genesys, 'Ada Quill')
    const transfer = button(page, 'Transfer')
    await expect(transfer).toHaveAttribute('aria-disabled', 'true')
    await expect(transfer).toHaveAccessibleDescription(
      'Your role lacks the permission Conversation > Communication > Blind Transfer or Blind Transfer Queue',
    )
    const before = await genesys.requests()
    // It stays reachable, so that its reason can be heard.
    await transfer.focus()
    await expect(transfer).toBeFocused()
    await transfer.press('Enter')
    await transfer.click({ force: true })
    await expect(page.getByRole('searchbox')).toHaveCount(0)
    await button(page, 'Hold').click()
    await expect(button(page, 'Resume')).toBeVisible()
    const since = (await genesys.requests()).slice(before.length)
    expect(since.filter(({ path }) => /replace|transfer|search|queues/.test(path))).toEqual([])
  })

  test('has On Queue disabled where it takes a permission', async ({ page, host, genesys }) => {
    await takeAway(genesys, ['routing:agent:onqueue'])
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    const onQueue = page.getByRole('switch', { name: 'On Queue' })
    await expect(onQueue).toHaveAccessibleDescription(
      'Your role lacks the permission Routing > Agent > On Queue',
    )
    await expect(onQueue).toHaveAttribute('aria-disabled', 'true')
    await onQueue.click({ force: true })
    await onQueue.press('Enter')
    expect(await genesys.requests('PATCH', /presences/)).toEqual([])
  })

  test('has Answer and Decline disabled where no change of a call is admitted', async ({
    page,
    host,
    genesys,
  }) => {
    await takeAway(genesys, call)
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    await goOnQueue(page)
    await genesys.customerCalls('Ada Quill')
    for (const name of ['Answer', 'Decline'])
      await expect(button(page, name)).toHaveAccessibleDescription(/Your role lacks the permission/)
    await button(page, 'Answer').click({ force: true })
    expect(await orders(genesys)).toEqual([])
  })

  test('finds what it may search, and is told what it may not', async ({ page, host, genesys }) => {
    await takeAway(genesys, ['directory:user:view'])
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    await openTransfer(page, genesys, 'rep')
    await expect(button(page, 'Transfer to Repairs')).toBeVisible()
    await expect(page.getByText('People could not be searched.')).toContainText(
      'Your role lacks the permission Directory > User > View. It is about colleagues alone.',
    )
    expect(await genesys.requests('POST', '/api/v2/users/search')).toEqual([])
  })
})

test.describe('a permission that is taken away in the middle of a shift', () => {
  test.use({ failedLoads: true })

  test('is explained by the refusal, with a line for the administrator', async ({
    ana,
    genesys,
  }) => {
    await openTransfer(ana, genesys, 'Rep')
    await expect(button(ana, 'Transfer to Billing')).toHaveCount(0)
    await takeAway(genesys)
    await transferTo(ana, 'Repairs')
    const notice = ana.getByRole('alert').filter({ hasText: 'The transfer to Repairs' })
    await expect(notice).toContainText(
      'The transfer to Repairs did not happen. You may not do this. Your role lacks the permission Conversation > Communication > Blind Transfer or Blind Transfer Queue. The call stays with you.',
    )
    await expect(rows(ana).first()).toContainText('Connected')
    await button(ana, 'Copy for your administrator').click()
    await expect(notice).toContainText('Copied.')
    const sent = (await genesys.requests('POST', /\/replace\/queue$/)).filter((one) => !one.resent)
    expect(sent).toMatchObject([{ status: 403, effect: false }])
    const line = await pasted(ana)
    expect(line).toContain(
      'the user needs one of the permissions conversation:communication:blindTransfer, conversation:communication:blindTransferQueue; code missing.any.permissions; correlation id ',
    )
    expect(line).toMatch(/correlation id [\da-f-]{36}; 20\d\d-\d\d-\d\dT[\d:.]+Z$/)
    await expectTruth(ana, genesys)

    // It is there to be copied when the customer has gone, too.
    await button(ana, 'Dismiss').click()
    await button(ana, 'Earlier notices').click()
    const earlier = ana.getByRole('dialog', { name: 'Earlier notices' })
    await earlier.getByRole('button', { name: 'Copy for your administrator' }).click()
    await expect(earlier).toContainText('Copied.')
    expect(await pasted(ana)).toBe(line)
  })

  test('On Queue that is refused names the permission, and the status stays', async ({
    ana,
    genesys,
  }) => {
    await takeAway(genesys, ['routing:agent:onqueue'])
    await ana.getByRole('switch', { name: 'On Queue' }).click()
    await expect(ana.getByRole('alert')).toContainText(
      'You may not go on queue. Your role lacks the permission Routing > Agent > On Queue. Your status stays as it is, and calls go on.',
    )
    await expectTruth(ana, genesys)
  })
})

test.describe('a client without a scope', () => {
  test.use({ failedLoads: true })

  test('is told by what does not work, and the desk does the rest', async ({
    page,
    host,
    genesys,
  }) => {
    const scopes = ['user-basic-info', 'users', 'presence', 'notifications', 'routing:readonly']
    await genesys.control('PATCH', '/clients/minidesk-local', {
      scopes: [...scopes, 'conversations:readonly', 'organization:readonly'],
    })
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    const words = 'Call controls, Outbound calls, Keypad,'
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()
    await button(page, 'Dismiss').click()
    await goOnQueue(page)
    await genesys.customerCalls('Ada Quill')
    await button(page, 'Answer').click()
    await expect(page.getByRole('alert')).toContainText(
      'Answer did not happen. You may not do this. Your organization has not given Minidesk the right to it. The call goes on; use your phone for it.',
    )
    await button(page, 'Copy for your administrator').click()
    await expect(page.getByRole('alert')).toContainText('Copied.')
    expect(await pasted(page)).toContain(
      'Minidesk, Call controls: updateCall (PATCH /api/v2/conversations/calls/{conversationId}/participants/{participantId}): the OAuth client lacks the scope conversations;',
    )
  })
})

const manifest =
  'user-basic-info presence users stations:readonly conversations routing:readonly analytics:readonly external-contacts:readonly notifications organization:readonly'

for (const [what, sendScopes, scope] of [
  ['the scopes, where the configuration says so', true, manifest],
  ['no scope, where it says nothing', undefined, null],
] as const)
  test(`the login page is told ${what}`, async ({ page, host, genesys }) => {
    const { login, api } = genesys
    await host.setConfig({
      environment: { login, api },
      clientId: 'minidesk-local',
      redirectUris: [`${host.url}callback.html`],
      sendScopes,
    })
    const asked: (string | null)[] = []
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.pathname === '/oauth/authorize') asked.push(url.searchParams.get('scope'))
    })
    await page.goto(host.url)
    await signIn(page, 'Ana Ruiz')
    expect(asked).toEqual([scope])
  })

test.describe('a desk that may not be opened', () => {
  test.use({ failedLoads: true })

  test('says what is missing, for the agent and for the administrator', async ({
    page,
    host,
    genesys,
  }) => {
    await genesys.control('PATCH', '/clients/minidesk-local', { scopes: ['conversations'] })
    await page.goto(host.url)
    await button(page, 'Log in with Genesys Cloud').click()
    await button(page, 'Ana Ruiz').click()
    await button(page, 'Allow').click()
    await expect(page.getByRole('alert')).toContainText(
      /could not be opened\. Your organization has not given Minidesk the right to it\..* For your administrator: .*lacks the scope user-basic-info;/,
    )
  })
})
