import type { Locator, Page } from '@playwright/test'
import { button, expect, goOnQueue, rows, signIn, takeCall, test } from './desk'
import { blockSockets } from './engine'
import { lock, setIdleMinutes } from './locked'

test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } })

/** Its pixels, row by row: true where ink is, false where paper is. */
async function drawn(page: Page, target: Locator): Promise<boolean[]> {
  const picture = (await target.screenshot()).toString('base64')
  return page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const { width, height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context?.drawImage(image, 0, 0)
    const bytes = context?.getImageData(0, 0, width, height).data ?? []
    return [...bytes].filter((_, index) => index % 4 === 0).map((red) => red < 128)
  }, picture)
}

/** The share of it that is ink. */
async function ink(page: Page, target: Locator): Promise<number> {
  const pixels = await drawn(page, target)
  return pixels.filter(Boolean).length / pixels.length
}

test('the forms of presence differ where their colours are taken away', async ({ ana }) => {
  await button(ana, 'Presence: Available').click()
  const dots = new Map<string, boolean[]>()
  for (const name of ['Available', 'Busy', 'Away', 'Offline']) {
    const item = ana.getByRole('menuitemradio', { name, exact: true })
    dots.set(name, await drawn(ana, item.locator('span')))
  }
  for (const [name, one] of dots)
    for (const [other, pixels] of dots) {
      const unlike = one.filter((pixel, index) => pixel !== pixels[index]).length
      if (name < other) expect(unlike, `${name} and ${other}`).toBeGreaterThan(one.length / 20)
    }
})

test('the switch, the connection and the chosen status can be told', async ({ ana, genesys }) => {
  const onQueue = ana.getByRole('switch', { name: 'On Queue' })
  const track = onQueue.locator('span').first()
  const off = await ink(ana, track)
  await goOnQueue(ana)
  expect(await ink(ana, track)).toBeGreaterThan(off + 0.2)

  await button(ana, 'Presence: On Queue').focus()
  await ana.keyboard.press('Enter')
  const chosen = ana.getByRole('menuitemradio', { name: 'On Queue', exact: true })
  await expect(chosen).toHaveCSS('font-weight', '650')
  // The ring around what has the focus, apart from every line that is there anyway.
  await expect(chosen).toHaveCSS('outline-style', 'solid')
  await expect(chosen).toHaveCSS('outline-width', '3px')
  await ana.keyboard.press('Escape')

  // A filled dot is live, an empty one is not.
  const word = ana.getByRole('banner').getByText('Live', { exact: true })
  const fill = (one: Element) => getComputedStyle(one, '::before').backgroundColor
  expect(await word.evaluate(fill)).not.toBe('rgba(0, 0, 0, 0)')
  await blockSockets(ana)
  await genesys.control('POST', '/sockets/drop', {})
  const interrupted = ana.getByRole('banner').getByText(/^(Interrupted|Connecting)$/)
  await expect(interrupted).toBeVisible()
  expect(await interrupted.evaluate(fill)).toBe('rgba(0, 0, 0, 0)')
})

test('in a call: what is pressed, open, ringing, running out or not to be used can be told', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  const plain = await ink(ana, button(ana, 'Hold'))
  await button(ana, 'Hold').click()
  await expect(button(ana, 'Resume')).toBeVisible()
  expect(await ink(ana, button(ana, 'Resume'))).toBeGreaterThan(plain + 0.05)
  const closed = await ink(ana, button(ana, 'Transfer'))
  await button(ana, 'Transfer').click()
  await expect(button(ana, 'Transfer to Repairs')).toBeVisible()
  expect(await ink(ana, button(ana, 'Transfer'))).toBeGreaterThan(closed + 0.05)
  // Filled, unlike everything around it.
  expect(await ink(ana, button(ana, 'End call'))).toBeGreaterThan(0.6)
  expect(await ink(ana, button(ana, 'Close transfer'))).toBeLessThan(0.3)

  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(button(ana, 'Answer')).toBeVisible()
  expect(await ink(ana, button(ana, 'Answer'))).toBeGreaterThan(0.6)
  expect(await ink(ana, button(ana, 'Decline'))).toBeLessThan(0.3)
  const left = rows(ana).first().locator('article > span:has(i)')
  const before = await ink(ana, left)
  await expect.poll(() => ink(ana, left)).toBeLessThan(before - 0.02)

  const open = rows(ana).filter({ hasText: 'Ada Quill' }).getByRole('article')
  const other = rows(ana).filter({ hasText: 'Bo Lindt' }).getByRole('article')
  expect(await open.evaluate(shadow)).not.toBe('none')
  expect(await other.evaluate(shadow)).toBe('none')

  await ana.getByRole('button', { name: /^Account: / }).click()
  await expect(button(ana, 'Sign out')).toHaveCSS('border-style', 'dashed')
  const grey = await ana.evaluate(() => {
    document.body.style.setProperty('caret-color', 'GrayText')
    return getComputedStyle(document.body).caretColor
  })
  await expect(button(ana, 'Sign out')).toHaveCSS('color', grey)
})

test('on a locked desk: what rings, what is held and what is to be pressed can be told', async ({
  page,
  host,
  genesys,
}) => {
  setIdleMinutes(host, genesys, 480)
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await goOnQueue(page)
  await takeCall(page, genesys, 'Ada Quill')
  await button(page, 'Hold').click()
  await expect(button(page, 'Resume')).toBeVisible()
  await lock(page)
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(button(page, 'Answer')).toBeVisible()
  expect(await ink(page, button(page, 'Answer'))).toBeGreaterThan(0.6)
  expect(await ink(page, button(page, 'Decline'))).toBeLessThan(0.3)
  expect(await ink(page, button(page, 'Sign in again'))).toBeGreaterThan(0.6)
  const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem')
  await expect(calls.nth(0)).toHaveCSS('border-style', 'dashed')
  await expect(calls.nth(1)).toHaveCSS('border-style', 'solid')
  await expect(button(page, 'Sign out')).toHaveCSS('border-style', 'dashed')
})

const shadow = (one: Element) => getComputedStyle(one).boxShadow
