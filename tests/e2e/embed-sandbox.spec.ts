import { expect } from './desk'
import { frameButton, genesysSandbox, inFrame, test } from './embed'

const without = (flag: string) => genesysSandbox.replace(`${flag} `, '')

test.describe('a frame without allow-popups', () => {
  test.use({ meant: /^Blocked opening/ })

  test('names it, and says where the desk is by itself', async ({ page, host, shell }) => {
    await shell.open(page, { sandbox: without('allow-popups') })
    await frameButton(page, 'Log in with Genesys Cloud').click()
    await expect(inFrame(page).getByRole('alert')).toContainText(
      'Ask your administrator to add allow-popups to the frame’s sandbox',
    )
    await expect(inFrame(page).getByRole('alert')).toContainText(`${host.url}index.html`)
    // A link would open nothing.
    await expect(inFrame(page).getByRole('link')).toHaveCount(0)
    await expect(frameButton(page, 'Try again')).toBeVisible()
  })
})

test.describe('a frame without allow-same-origin', () => {
  test.use({ failedLoads: true, meant: /blocked by CORS policy/ })

  test('names it, although nothing but the page itself is let in', async ({ page, shell }) => {
    await shell.open(page, { sandbox: without('allow-same-origin') })
    await expect(inFrame(page).getByText('add allow-same-origin to the frame’s')).toBeVisible()
  })

  test('names it where the host lets everybody have its files', async ({ page, shell }) => {
    await page.context().route('**/assets/*', async (route) => {
      const url = route.request().url().replace('app.rp.', '')
      const response = await route.fetch({ url })
      const headers = { ...response.headers(), 'access-control-allow-origin': '*' }
      await route.fulfill({ response, headers })
    })
    await shell.open(page, { sandbox: without('allow-same-origin') })
    await expect(inFrame(page).getByRole('alert')).toContainText('add allow-same-origin')
    await expect(inFrame(page).getByText('could not start')).toBeHidden()
  })
})

test.describe('a frame without allow-scripts', () => {
  test.use({ meant: /^Blocked script execution/ })

  test('names it', async ({ page, context, shell }) => {
    await shell.open(page, { sandbox: genesysSandbox.replace('allow-scripts ', '') })
    const frame = page.frames()[1]
    if (!frame) throw new Error('there is no frame')
    // Nothing of ours runs in there: the browser is asked what it tells a screen reader.
    const cdp = await context.newCDPSession(frame)
    const { nodes } = await cdp.send('Accessibility.getFullAXTree')
    const told = nodes.map(({ name }) => name?.value).join(' ')
    expect(told).toContain('ask your administrator to add allow-scripts to its sandbox')
    expect(told).not.toContain('could not start')
  })
})
