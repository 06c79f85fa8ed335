import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import solid from 'vite-plugin-solid'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface Bench {
  readonly url: string
  stop(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** The page of the two lists, built as the desk is, on a host of its own. */
export async function servePage(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'minidesk-frames-'))
  await build({
    configFile: false,
    root: here('./page'),
    logLevel: 'error',
    plugins: [solid()],
    resolve: { alias: { '~': here('../../../src') } },
    build: { target: 'es2023', outDir: folder, emptyOutDir: true, modulePreload: false },
  })
  const server = createServer(async ({ url = '/' }, response) => {
    const name = url === '/' ? 'index.html' : normalize(url)
    try {
      const body = await readFile(join(folder, name))
      response.writeHead(200, { 'content-type': types[extname(name)] ?? '' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
