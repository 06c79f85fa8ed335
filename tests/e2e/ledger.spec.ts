import { expectAccessible, expectReadable } from './axe'
import { button, expect, goOnQueue, pasted, takeCall, test } from './desk'

test.use({ failedLoads: true, contextOptions: { reducedMotion: 'reduce' } })

const calls = { method: 'PATCH', path: '/api/v2/conversations/calls/**' }

test('the last commands are listed with their way, by keyboard and at every width', async ({
  ana,
  context,
  genesys,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const earlier = ana.getByRole('dialog', { name: 'Earlier notices' })
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Resume')).toBeVisible()
  await genesys.fault({ ...calls, kind: 'status', status: 409 })
  await button(ana, 'Mute').click()
  await expect(ana.getByRole('alert').getByText('Mute did not happen')).toBeVisible()

  await button(ana, 'Earlier notices').focus()
  await ana.keyboard.press('Enter')
  await expect(earlier).toBeVisible()
  await earlier.getByText('Last commands').focus()
  await ana.keyboard.press('Enter')
  const listed = earlier.getByRole('list').last().getByRole('listitem')
  await expect(listed.nth(0)).toContainText(/Mute: sent after \d\.\d s, refused after \d\.\d s/)
  await expect(listed.nth(1)).toContainText(
    // Its event may come before its answer.
    /Hold: sent after \d\.\d s, (accepted after \d\.\d s, )?confirmed after \d\.\d s by the (event|answer): the call is on hold/,
  )
  await expect(listed.nth(1).getByRole('button')).toHaveCount(0)

  const copy = listed.nth(0).getByRole('button', { name: 'Copy' })
  await copy.focus()
  await ana.keyboard.press('Enter')
  await expect(listed.nth(0)).toContainText('Copied.')
  const reference = await listed.nth(0).locator('small').textContent()
  expect(`Reference ${await pasted(ana)}`).toBe(reference)
  await ana.bringToFront()

  for (const width of [1280, 320]) {
    await ana.setViewportSize({ width, height: 640 })
    await ana.emulateMedia({ colorScheme: 'light' })
    await expectAccessible(ana, `last commands, ${width} px`)
    await ana.emulateMedia({ colorScheme: 'dark' })
    await expectReadable(ana, `last commands, ${width} px, dark`)
    expect(await earlier.evaluate((card) => card.scrollWidth - card.clientWidth)).toBe(0)
  }
  await ana.keyboard.press('Escape')
  await expect(earlier).toBeHidden()
  await expect(button(ana, 'Earlier notices')).toBeFocused()
})

test.describe('under the limit', () => {
  test.use({ tooMany: true })

  test('an order that waits for the limit says so after a second, and goes out in its time', async ({
    ana,
    genesys,
  }) => {
    await goOnQueue(ana)
    await takeCall(ana, genesys, 'Ada Quill')
    const waits = ana.getByRole('status').getByText('Hold waits for its turn')
    await genesys.fault({ ...calls, kind: 'status', status: 429, retryAfter: 8 })
    await button(ana, 'Mute').click()
    await expect(button(ana, 'Mute')).toHaveAttribute('aria-busy', 'true')
    await expect
      .poll(async () => (await genesys.control('GET', '/faults')) as object)
      .toMatchObject([{ count: 1 }])
    await button(ana, 'Hold').click()
    await expect(button(ana, 'Hold')).toHaveAttribute('aria-busy', 'true')
    await expect(waits).toBeVisible()
    await expect(button(ana, 'Resume')).toBeVisible({ timeout: 20_000 })
    await expect(waits).toHaveCount(0)
  })
})
