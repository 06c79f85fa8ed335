import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect } from './desk'

/** A way out that writes down every host the whole browser, workers included, wants to reach. */
const test = base.extend<{ reached: Set<string> }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs, and this needs nothing
  reached: async ({}, use) => {
    await use(new Set())
  },
  proxy: async ({ reached }, use) => {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '')
      reached.add(url.host)
      const { method = 'GET', headers } = request
      const onward = ask(url, { method, headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      onward.on('error', () => response.writeHead(502).end())
      request.pipe(onward)
    })
    server.on('connect', (request, socket) => {
      reached.add(request.url ?? '')
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    const { port } = server.address() as AddressInfo
    await use({ server: `http://localhost:${port}`, bypass: '<-loopback>' })
    server.closeAllConnections()
    server.close()
  },
})

const here = { login: 'http://localhost:4510', api: 'http://localhost:4511' }
const cases: readonly {
  readonly name: string
  readonly config: (good: object) => object | string | null
  readonly says: RegExp
}[] = [
  { name: 'is missing', config: () => null, says: /config\.json was not found/ },
  { name: 'is no JSON', config: () => '{"environment":', says: /config\.json is not valid JSON/ },
  {
    name: 'is a page: a host that answers everything with its index',
    config: () => '<!doctype html><title>Welcome</title>',
    says: /config\.json is not valid JSON/,
  },
  {
    name: 'has a key the desk does not know',
    config: (good) => ({ ...good, theme: 'dark' }),
    says: /theme is not a known key/,
  },
  {
    name: 'names a host elsewhere',
    config: (good) => ({
      ...good,
      environment: { ...here, api: 'http://genesys.example' },
    }),
    says: /environment\.api may only be on this machine/,
  },
  {
    name: 'holds a client secret',
    config: (good) => ({ ...good, clientSecret: 'hush-hush' }),
    says: /clientSecret/,
  },
  {
    name: 'lists no address in the folder of the page',
    config: (good) => ({ ...good, redirectUris: ['https://desk.example/callback.html'] }),
    says: /redirectUris lists no address in this page's folder/,
  },
  {
    name: 'is empty',
    config: () => ({}),
    says: /environment is missing.*clientId is missing.*redirectUris is missing/s,
  },
]

for (const { name, config, says } of cases)
  test(`a config.json that ${name} stops the desk, which says so and asks nobody else`, async ({
    page,
    host,
    genesys,
    reached,
  }) => {
    host.setConfig(
      config({
        environment: { login: genesys.login, api: genesys.api },
        clientId: 'minidesk-local',
        redirectUris: [`${host.url}callback.html`],
      }),
    )
    await page.goto(host.url)
    const told = page.getByRole('alert')
    await expect(page.getByRole('heading')).toHaveText('Minidesk is not set up correctly')
    await expect(told).toContainText(says)
    await expect(page.getByRole('button')).toHaveCount(0)
    // A secret is not repeated on the screen.
    await expect(told).not.toContainText('hush-hush')
    expect([...reached]).toEqual([new URL(host.url).host])
    expect(await genesys.requests()).toEqual([])
  })

test('a corrected config.json is read at the next reload', async ({ page, host, genesys }) => {
  host.setConfig('{}')
  await page.goto(host.url)
  await expect(page.getByRole('alert')).toContainText('clientId is missing')
  host.setConfig({
    environment: { login: genesys.login, api: genesys.api },
    clientId: 'minidesk-local',
    redirectUris: [`${host.url}callback.html`],
  })
  await page.reload()
  await expect(page.getByRole('button', { name: 'Log in with Genesys Cloud' })).toBeVisible()
})
