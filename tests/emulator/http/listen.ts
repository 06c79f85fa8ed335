import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Longer than a test or a browser leaves a connection idle: one closed under a request is re-sent. */
const keepAliveTimeout = 120_000

/**
 * How long clients may take, in milliseconds: for the head of a request, for all of it, between looks. A
 * connection that a browser has opened in advance counts as one whose head has not come: no less than this.
 */
export const patience = {
  headersTimeout: 60_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 10_000,
} as const

type Patience = Readonly<Record<keyof typeof patience, number>>

function serve(listener: RequestListener, timeouts: Patience): Server {
  const server = createServer({ keepAliveTimeout, ...timeouts }, listener)
  // Node would hang up on who asks for a tunnel, without a word.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  return server
}

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
export async function listen(
  listener: RequestListener,
  port: number,
  timeouts: Patience = patience,
): Promise<Listening> {
  const server = serve(listener, timeouts)
  await listenOn(server, port, '127.0.0.1')
  const { port: taken } = server.address() as AddressInfo
  const servers = [server]

  const twin = serve(listener, timeouts)
  try {
    await listenOn(twin, taken, '::1')
    servers.push(twin)
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') {
      await stopServer(server)
      if (port === 0) return listen(listener, 0, timeouts)
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
