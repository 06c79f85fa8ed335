import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Longer than a test or a browser leaves a connection idle: one closed under a request is re-sent. */
const keepAliveTimeout = 120_000

export interface Listening {
  readonly port: number
  readonly servers: readonly Server[]
  stop(): Promise<void>
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/**
 * Listens on loopback only, on both addresses that `localhost` may stand for: browsers and Node do
 * not agree on which comes first. A machine without IPv6 gets the one. Port 0 takes any free one.
 */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
  const server = createServer({ keepAliveTimeout }, listener)
  await listenOn(server, port, '127.0.0.1')
  const { port: taken } = server.address() as AddressInfo
  const servers = [server]

  const twin = createServer({ keepAliveTimeout }, listener)
  try {
    await listenOn(twin, taken, '::1')
    servers.push(twin)
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') {
      await stopServer(server)
      if (port === 0) return listen(listener, 0)
      throw error
    }
  }

  return {
    port: taken,
    servers,
    async stop() {
      await Promise.all(servers.map(stopServer))
    },
  }
}
