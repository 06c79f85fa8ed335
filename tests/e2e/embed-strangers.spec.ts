import { button, expect, trips } from './desk'
import { expectFramedDesk, frameButton, inFrame, logInThere, pressForWindow, test } from './embed'

const logIn = 'Log in with Genesys Cloud'
const pages = ['index.html', 'embed.html', 'callback.html?code=a&state=b', 'popup.html?code=a']

test.describe('in whose frame the desk is', () => {
  test.use({ refusals: true, failedLoads: true, meant: /frame-ancestors/ })

  for (const file of pages)
    test(`a page that is not configured cannot show ${file}`, async ({ page, shell, genesys }) => {
      await shell.open(page, { file, origin: shell.foreign, sandbox: null })
      await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
      expect(await trips(genesys)).toEqual({ authorize: 0, token: 0 })
    })

  for (const file of pages.filter((one) => one !== 'embed.html'))
    test(`not even a configured one can show ${file}`, async ({ page, shell }) => {
      await shell.open(page, { file, sandbox: null })
      await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
    })

  test('a configured page that is itself in a stranger’s frame cannot show the desk', async ({
    page,
    shell,
  }) => {
    const inner = `${shell.origin}/?file=embed.html`
    await shell.open(page, { file: inner, origin: shell.foreign, sandbox: null })
    await expect.poll(() => page.frames()[2]?.url()).toBe('chrome-error://chromewebdata/')
  })
})

test('forged answers from around, from beside and from the login page are not heard', async ({
  page,
  context,
  host,
  genesys,
  shell,
}) => {
  await shell.open(page)
  const popup = await pressForWindow(page, logIn)
  await expect(button(popup, 'Ana Ruiz')).toBeVisible()
  const forged = { source: 'minidesk', answer: 'code=forged&state=forged' }

  // From the page around, many times.
  await page.evaluate((data) => {
    for (let n = 0; n < 20_000; n++) frames[0]?.postMessage(data, '*')
  }, forged)
  // From the right window, which is at another host.
  await popup.evaluate((data) => opener.postMessage(data, '*'), forged)
  // From our own host, by another window than the one that was opened, and by the frame itself.
  const desk = page.frames()[1]
  await desk?.evaluate((data) => window.postMessage(data, location.origin), forged)
  const [beside] = await Promise.all([
    context.waitForEvent('page'),
    desk?.evaluate((url) => void window.open(url), `${host.url}icon.svg`),
  ])
  await beside.waitForLoadState()
  await beside.evaluate((data) => opener.postMessage(data, '*'), forged)
  await beside.close()

  await expect(inFrame(page).getByText('Log in in the window that has opened')).toBeVisible()
  await logInThere(popup)
  await expectFramedDesk(page)
  expect((await trips(genesys)).token).toBe(1)
  // Nor afterwards.
  await page.evaluate((data) => frames[0]?.postMessage(data, '*'), forged)
  await inFrame(page).getByRole('switch', { name: 'On Queue' }).click()
  await expect(inFrame(page).getByRole('switch', { name: 'On Queue' })).toHaveAttribute(
    'aria-checked',
    'true',
  )
  expect((await trips(genesys)).token).toBe(1)
})

test('what is no answer is not taken from the right window either, and a wrong one reaches no login host', async ({
  page,
  host,
  genesys,
  shell,
}) => {
  await shell.open(page)
  const popup = await pressForWindow(page, logIn)
  await expect(button(popup, 'Ana Ruiz')).toBeVisible()
  await popup.evaluate((url) => location.assign(url), `${host.url}icon.svg`)
  await popup.waitForURL(/icon\.svg$/)
  await popup.evaluate(() => {
    const long = 'x'.repeat(5_000)
    for (const data of [
      ...[null, 'minidesk', { token: 'TOK' }, { access_token: 'TOK' }, { source: 'minidesk' }],
      ...[
        { source: 'minidesk', token: 'TOK' },
        { source: 'minidesk', answer: { token: 'TOK' } },
      ],
      { source: 'minidesk', answer: long },
    ])
      opener.postMessage(data, location.origin)
  })
  await expect(inFrame(page).getByText('Log in in the window that has opened')).toBeVisible()
  await popup.evaluate(() =>
    opener.postMessage({ source: 'minidesk', answer: 'code=x&state=y' }, location.origin),
  )
  await expect(inFrame(page).getByRole('alert')).toContainText('no log-in was waiting for it')
  expect((await trips(genesys)).token).toBe(0)
})

for (const offered of ['embed.html#access_token=TOK&token_type=bearer', 'embed.html?token=TOK'])
  test(`a token in the address is neither used nor kept: ${offered}`, async ({
    page,
    host,
    genesys,
    shell,
  }) => {
    await shell.open(page, { file: offered })
    await expect(frameButton(page, logIn)).toBeVisible()
    expect(page.frames()[1]?.url()).toBe(`${host.url}embed.html`)
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')
      if (frame) frame.src = frame.src.replace(/[?#].*|$/, '#access_token=TOK')
      frames[0]?.postMessage({ token: 'TOK', access_token: 'TOK' }, '*')
    })
    await expect.poll(() => page.frames()[1]?.url()).toBe(`${host.url}embed.html`)
    await expect(frameButton(page, logIn)).toBeVisible()
    expect(await genesys.requests()).toEqual([])
  })
