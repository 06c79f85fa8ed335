import { test as desk, expect, goOnQueue, rows, signOut, takeCall, wrapUp } from './desk'
import { serveDesk } from './serve'

const test = desk.extend({
  host: async ({ folder }, use) => {
    const host = await serveDesk(folder, false)
    await use(host)
    await host.stop()
  },
})

test.describe('on a host that sends no headers', () => {
  test('a shift goes from log-in to sign-out', async ({ ana, genesys, host }) => {
    expect((await fetch(host.url)).headers.get('content-security-policy')).toBeNull()
    await goOnQueue(ana)
    await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
    await wrapUp(ana)
    await expect(rows(ana)).toHaveCount(0)
    await signOut(ana)
  })

  test.describe('where somebody injects a script', () => {
    test.use({ refusals: true })

    test('it reaches no other host, and makes no HTML and no worker of text', async ({
      page,
      host,
      genesys,
    }) => {
      await page.goto(`${host.url}#/`)
      const tried = await page.evaluate(async (api) => {
        const saidBy = async (attempt: () => unknown) => {
          try {
            return `${await attempt()}`
          } catch (error) {
            return error instanceof Error ? error.message : 'refused'
          }
        }
        return Promise.all([
          saidBy(() => fetch(`${api}/api/v2/users/me`, { mode: 'no-cors' })),
          saidBy(() => {
            document.body.innerHTML = '<p>'
          }),
          saidBy(() => new Worker('./config.json')),
        ])
      }, genesys.api)
      expect(tried).toEqual([
        'Failed to fetch',
        expect.stringContaining("requires 'TrustedHTML'"),
        expect.stringContaining("requires 'TrustedScriptURL'"),
      ])
      expect(await genesys.requests()).toEqual([])
    })
  })
})
