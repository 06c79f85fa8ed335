import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Served {
  /** Such as `http://localhost:1234`. */
  readonly origin: string
  /** How often it was asked. */
  readonly count: () => number
  stop(): Promise<void>
}

/** A real server on loopback, for what the emulator does not do. */
export async function serve(listener: RequestListener): Promise<Served> {
  let count = 0
  const server = createServer((request, response) => {
    count++
    listener(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    count: () => count,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
