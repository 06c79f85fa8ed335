import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

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
  setConfig(config: object | string | null): void
  stop(): Promise<void>
}

/** Serves the build as a plain static host would: what is not a file is not found. */
export async function serveDesk(folder = '/'): Promise<DeskHost> {
  let config: object | string | null = null
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
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(body)
    } catch {
      response.writeHead(404).end('not found')
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
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
