import type { Page } from '@playwright/test'
import { button, expect, type Genesys, goOnQueue, signIn, takeCall, test } from './desk'

/** The agent's phone: which it is, and another one. */

const phone = (page: Page) => page.getByRole('region', { name: 'Phone' })
const stations = (page: Page) => page.getByRole('list', { name: 'Phones' })
const changes = (genesys: Genesys) => genesys.requests('PUT', /\/station\/associatedstation\//)

async function openRoom(page: Page) {
  await page.goto(`${page.url().split('#')[0]}#/queues`)
  await expect(phone(page)).toContainText('WebRTC phone')
}

test('which phone rings is said, and another one is searched, chosen, made the default and released', async ({
  ana,
  genesys,
}) => {
  await openRoom(ana)
  await expect(phone(ana)).toContainText('Ana Ruiz WebRTC')
  await expect(phone(ana)).toContainText('It is your default phone.')
  await expect(phone(ana)).toContainText('while its persistent connection is up')

  await button(ana, 'Change phone').click()
  await expect(stations(ana).getByRole('listitem').first()).toContainText('Ana Ruiz WebRTC')
  await ana.getByRole('searchbox', { name: 'Find a phone' }).fill('cept')
  await expect(stations(ana).getByRole('listitem')).toHaveCount(1)
  await button(ana, 'Use Reception').dblclick()
  await expect(phone(ana)).toContainText('Your default phone is Ana Ruiz WebRTC.')
  await expect(phone(ana)).toContainText('talk and hold events')
  await expect(button(ana, 'Change phone')).toBeFocused()
  expect(await changes(genesys)).toMatchObject([{ status: 202, effect: true }])

  await button(ana, 'Make it my default').click()
  await expect(phone(ana)).toContainText('It is your default phone.')
  await button(ana, 'No default any more').click()
  await expect(phone(ana)).toContainText('You have no default phone.')
  await button(ana, 'Release phone').click()
  await expect(phone(ana)).toContainText('Calls cannot reach you')

  // Chosen elsewhere, it is told here.
  await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/phone`, {
    kind: 'remote',
  })
  await expect(phone(ana)).toContainText('Remote number')
  await expect(phone(ana)).toContainText('only while a persistent connection')
})

test('by keyboard alone: a phone that somebody uses says whose it is; in a call none is changed', async ({
  ana,
  genesys,
}) => {
  const ben = await genesys.userId('Ben Okafor')
  await genesys.control('POST', `/users/${ben}/phone`, { kind: 'sip' })
  await openRoom(ana)
  await button(ana, 'Change phone').focus()
  await ana.keyboard.press('Enter')
  const search = ana.getByRole('searchbox', { name: 'Find a phone' })
  await expect(search).toBeFocused()
  await ana.keyboard.type('o')
  const taken = stations(ana)
    .getByRole('listitem')
    .filter({ hasText: 'Ben Okafor uses this phone' })
  await expect(taken).toHaveCount(1)
  await expect(taken.getByRole('button')).toHaveAttribute('aria-disabled', 'true')

  await search.fill('workshop')
  await expect(stations(ana).getByRole('listitem')).toHaveCount(1)
  await ana.keyboard.press('ArrowDown')
  await expect(button(ana, 'Use Workshop')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(phone(ana)).toContainText('Workshop')
  await expect(button(ana, 'Change phone')).toBeFocused()
  await ana.keyboard.press('Enter')
  await ana.keyboard.press('Escape')
  await expect(button(ana, 'Change phone')).toBeFocused()

  // Taken between the search and the press: refused in plain words, and nothing is different.
  await ana.keyboard.press('Enter')
  await search.fill('warehouse')
  await expect(button(ana, 'Use Warehouse')).toBeVisible()
  await genesys.control('POST', `/users/${ben}/phone`, { kind: 'plainSip' })
  await button(ana, 'Use Warehouse').press('Enter')
  await expect(
    ana.getByRole('alert').filter({ hasText: 'Somebody else uses that phone.' }),
  ).toBeVisible()
  await expect(phone(ana).getByRole('status').first()).toContainText('Workshop')
})

test('a phone that is confirmed while the hands are elsewhere takes no focus', async ({
  ana,
  genesys,
}) => {
  await openRoom(ana)
  await button(ana, 'Change phone').click()
  await ana.getByRole('searchbox', { name: 'Find a phone' }).fill('cept')
  const path = '/api/v2/users/*/station/associatedstation/*'
  await genesys.fault({ kind: 'delay', method: 'PUT', path, ms: 1_000 })
  await button(ana, 'Use Reception').click()
  const account = ana.getByRole('button', { name: /^Account/ })
  await account.focus()
  await expect(stations(ana)).toHaveCount(0)
  await expect(phone(ana)).toContainText('talk and hold events')
  await expect(account).toBeFocused()
})

test('without the permission the phone is shown, and what the role lacks', async ({
  page,
  host,
  genesys,
}) => {
  const id = await genesys.userId('Ana Ruiz')
  const remove = ['telephony:otherStationAssociation:edit', 'routing:queue:join']
  await genesys.control('POST', `/users/${id}/permissions`, { remove })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await openRoom(page)
  await expect(button(page, 'Change phone')).toHaveAttribute('aria-disabled', 'true')
  await expect(phone(page)).toContainText('Other Station Association > Edit')
  await expect(button(page, 'Leave Billing')).toHaveAttribute('aria-disabled', 'true')
  await expect(button(page, 'Leave all')).toHaveAttribute('aria-disabled', 'true')
  await expect(button(page, 'Copy for your administrator')).toHaveCount(2)

  // In a call the phone stays with it.
  await goOnQueue(page)
  await takeCall(page, genesys, 'Ada Quill')
  await openRoom(page)
  await expect(button(page, 'Release phone')).toHaveAccessibleDescription(/Not during a call/)
})
