import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkConfig } from '~/config/config'
import { deploymentOf } from '../../scripts/headers/deployment.mjs'
import { type Deployment, headersFor, tableOf } from '../../scripts/headers/table.mjs'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** The built desk on a static host, in a folder of it. */
export interface DeskHost {
  /** Where the desk is, with a slash at the end. */
  readonly url: string
  /** What config.json answers from now on; a text is sent as it is, null is not found. */
  setConfig(config: object | string | null): void | Promise<void>
  stop(): Promise<void>
}

/** Of a host that was never told where the desk may go. */
const nowhere: Deployment = {
  ...{ hosts: [], ancestors: [], folders: ['/'] },
  ...{ https: false, strictTransport: false },
}

/** Serves the build as a host with our headers would: what is not a file is not found. */
export async function serveDesk(folder = '/'): Promise<DeskHost> {
  let config: object | string | null = null
  let table = tableOf(nowhere)
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const inside = path.startsWith(folder) ? path.slice(folder.length) : undefined
    const name = inside === '' ? 'index.html' : inside
    try {
      if (!name) throw new Error('outside')
      const body =
        name === 'config.json' ? configText() : await readFile(join(dist, normalize(name)))
      if (body === null) throw new Error('missing')
      const type = types[extname(name)] ?? 'application/octet-stream'
      response.writeHead(200, { 'content-type': type, ...headersFor(table, path) }).end(body)
    } catch {
      response.writeHead(404, headersFor(table, path, false)).end('not found')
    }
  })

  function configText() {
    return typeof config === 'object' && config !== null ? JSON.stringify(config) : config
  }

  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}${folder}`,
    setConfig(next) {
      config = next
      // A host keeps its headers when config.json is spoiled later.
      const text = configText() ?? ''
      const checked = checkConfig(text)
      if ('config' in checked) table = tableOf(deploymentOf(checked.config, text))
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
