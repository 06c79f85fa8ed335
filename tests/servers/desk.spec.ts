import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkConfig } from '~/config/config'
import { deploymentOf } from '../../scripts/headers/deployment.mjs'
import { type Headers, headersFor, tableOf } from '../../scripts/headers/table.mjs'
import { test as desk, expect, goOnQueue, rows, signOut, takeCall, wrapUp } from '../e2e/desk'
import { type Place, startHost } from './host'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(dist.length + 1))

const test = desk.extend<Pick<Place, 'server'>>({
  server: ['nginx', { option: true }],
  host: async ({ server, folder }, use) => {
    const host = await startHost({ server, folder })
    await use(host)
    await host.stop()
  },
})

/** The table of the deployment, and all headers that it knows. */
async function tableAt(url: string) {
  const text = await (await fetch(`${url}config.json`)).text()
  const checked = checkConfig(text)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  const table = tableOf(deploymentOf(checked.config, text))
  const known = [table.common, ...table.rows.map(({ headers }) => headers)].flatMap(Object.keys)
  return { table, known: [...new Set(known)] }
}

test('every path has the headers of the table, and no other', async ({ host, folder }) => {
  const { table, known } = await tableAt(host.url)
  const missing = ['assets/nope.js', 'engine-nope.js', 'nope', 'assets/', 'nope/index.html']
  const told: Record<string, Headers & { status: string }> = {}
  const wanted: typeof told = {}
  for (const path of ['', ...files, ...missing]) {
    const response = await fetch(host.url + path)
    const sent = known.map((name) => [name, response.headers.get(name)] as const)
    const status = missing.includes(path) ? '404' : '200'
    const found = status === '200'
    wanted[path] = { status, ...headersFor(table, folder + path, found) }
    // A folder that nobody may look into is refused in words of its own.
    const is = path === 'assets/' && response.status === 403 ? 404 : response.status
    told[path] = { status: `${is}`, ...Object.fromEntries(sent.filter(([, value]) => value)) }
  }
  expect(told).toEqual(wanted)
  expect(files.length).toBeGreaterThan(8)
})

test('a shift, from log-in to sign-out', async ({ ana, genesys, host }) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  await wrapUp(ana)
  await expect(rows(ana)).toHaveCount(0)
  const cleared = ana.waitForResponse(`${host.url}signed-out.html`)
  await signOut(ana)
  expect(await (await cleared).headerValue('clear-site-data')).toBe('"cache", "storage"')
  expect(ana.url()).toBe(`${host.url}index.html`)
})
