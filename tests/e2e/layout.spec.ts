import type { Page } from '@playwright/test'
import { everyday, longest } from './cast'
import { button, expect, type Genesys, goOnQueue, rows, signIn, takeCall, test } from './desk'
import { expectFits, expectStill, moving } from './layout'
import { leavingViews, lockViews, openLocking } from './leaving-views'
import { signInViews } from './signin-views'
import { callViews, deskViews, transferViews, wrapupViews } from './views'

test.use({ failedLoads: true })
test.setTimeout(180_000)

const wide = { width: 1280, height: 800 }
const sizes = [
  { width: 320, height: 640 },
  { width: 400, height: 700 },
  { width: 768, height: 1024 },
  wide,
  // 1280 by 800 at a zoom of 200 %.
  { width: 640, height: 400 },
]

/** Every view at every width, and with twice the text at the wider ones. */
async function look(page: Page, views: AsyncGenerator<string>) {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for await (const view of views) {
    await expectStill(page, view)
    for (const size of sizes) {
      await page.setViewportSize(size)
      const where = `${view}, ${size.width} px`
      await expectFits(page, where)
      await expectEndApart(page, where)
      if (size.width < 768) continue
      await setText(page, '200%')
      await expectFits(page, `${where}, text 200 %`)
      await setText(page, '')
    }
    await page.setViewportSize(wide)
  }
}

function setText(page: Page, size: string) {
  return page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize
  }, size)
}

/** End call is not beside another control by accident: in a row of its own, or well apart. */
async function expectEndApart(page: Page, where: string) {
  const end = button(page, 'End call')
  if ((await end.count()) === 0) return
  const gaps = await end.evaluate((one) => {
    const own = one.getBoundingClientRect()
    const others = [...(one.parentElement?.querySelectorAll('button') ?? [])]
    return others
      .filter((other) => other !== one)
      .map((other) => other.getBoundingClientRect())
      .map(({ right, bottom }) => (bottom <= own.top ? own.top - bottom + 16 : own.left - right))
  })
  expect.soft(Math.min(...gaps), `${where}: around End call`).toBeGreaterThanOrEqual(24)
}

test('everything on the way to the desk fits', async ({ page, host, genesys }) => {
  await look(page, signInViews(page, host, genesys))
})

for (const [what, views] of [
  ['the desk without a call', deskViews],
  ['calls', callViews],
  ['a transfer', transferViews],
  ['a wrap-up', wrapupViews],
] as const)
  test(`${what} with the longest names: all of it fits at every width and zoom`, async ({
    page,
    host,
    genesys,
  }) => {
    await page.goto(host.url)
    await signIn(page, longest.agent)
    await look(page, views(page, genesys, longest))
  })

for (const [what, views] of [
  ['a desk that locks', lockViews],
  ['a desk that is left', leavingViews],
] as const)
  test(`${what}, with the longest names: all of it fits at every width and zoom`, async ({
    page,
    host,
    genesys,
  }) => {
    await openLocking(page, host, genesys, longest.agent)
    await look(page, views(page, genesys, longest))
  })

const boxOf = async (page: Page, name: string) =>
  (await button(page, name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

for (const { width, height } of [wide, { width: 320, height: 640 }])
  test(`Answer is right of Decline and stays there, whatever happens around it, at ${width} px`, async ({
    ana,
    genesys,
  }) => {
    await goOnQueue(ana)
    await takeCall(ana, genesys, everyday.customer)
    await ana.setViewportSize({ width, height })
    await genesys.customerRings(everyday.second, everyday.agent)
    await expect(button(ana, 'Answer')).toBeVisible()
    const [answer, decline] = [await boxOf(ana, 'Answer'), await boxOf(ana, 'Decline')]
    expect(answer.x).toBeGreaterThan(decline.x + decline.width)
    expect(answer.y).toBe(decline.y)
    expect(answer.height).toBeGreaterThanOrEqual(42)
    const expectSame = async (after: string) =>
      expect.soft(await boxOf(ana, 'Answer'), after).toEqual(answer)

    await holdRefused(ana, genesys)
    await expectSame('a notice')
    await button(ana, 'Hold').click()
    await expect(button(ana, 'Resume')).toBeVisible()
    await expectSame('the other call is held')
    await genesys.control('POST', `/users/${await genesys.userId('Ana Ruiz')}/presence`, {
      systemPresence: 'Busy',
    })
    await expect(button(ana, 'Presence: Busy')).toBeVisible()
    await expectSame('another presence')
    await genesys.fault({ method: 'PATCH', kind: 'delay', ms: 3_000 })
    await button(ana, 'Answer').click()
    await expect(button(ana, 'Answer')).toHaveAttribute('aria-busy', 'true')
    await expectSame('the press')
  })

async function holdRefused(page: Page, genesys: Genesys) {
  await genesys.fault({ method: 'PATCH', kind: 'status', status: 409 })
  await button(page, 'Hold').click()
  await expect(page.getByRole('alert').filter({ hasText: 'Hold did not happen' })).toBeVisible()
}

for (const size of [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
])
  test(`what has the focus is never below the row of controls that sticks, at ${size.width} px`, async ({
    ana,
    genesys,
  }) => {
    await goOnQueue(ana)
    await takeCall(ana, genesys, everyday.customer)
    await ana.setViewportSize(size)
    await button(ana, 'Transfer').click()
    await ana.keyboard.type('r')
    await expect(button(ana, 'Transfer to Ben Okafor')).toBeVisible()
    const found = ana.getByRole('list', { name: 'Destinations' })
    await found.getByRole('button').last().focus()
    for (let left = await found.getByRole('listitem').count(); left > 0; left--) {
      await expectFits(ana, `${left} left`)
      await ana.keyboard.press('ArrowUp')
    }
    await expect(ana.getByRole('searchbox')).toBeFocused()
    await expectFits(ana, 'search')
  })

test('a ringing card moves, and with reduced motion it does not', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await genesys.customerCalls(everyday.customer)
  await expect(button(ana, 'Answer')).toBeVisible()
  await expect.poll(async () => (await moving(ana)).length).toBeGreaterThan(0)
  await ana.emulateMedia({ reducedMotion: 'reduce' })
  await expectStill(ana, 'ringing')
})

test('a second that passes makes no timer wider', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, everyday.customer)
  const time = rows(ana).locator('time')
  const widths = new Map<string, number>()
  await expect(async () => {
    widths.set((await time.textContent()) ?? '', (await time.boundingBox())?.width ?? 0)
    expect(widths.size).toBeGreaterThan(3)
  }).toPass()
  expect(new Set(widths.values()).size).toBe(1)
  // This machine's digits may be of one width anyway; others have narrow ones.
  for (const timer of await ana.locator('time').all())
    await expect(timer).toHaveCSS('font-variant-numeric', 'tabular-nums')
})
