import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Clock } from '~/clock'
import type { Fault, Faults } from '../faults'
import type { Journal } from '../journal'
import type { Exchange, Host } from './exchange'

interface Options {
  readonly host: Host
  readonly clock: Clock
  readonly journal: Journal
  readonly faults: Faults
}

const preflightHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, accept, cache-control',
  'access-control-max-age': '600',
}

async function read(request: Request): Promise<Exchange> {
  const { pathname, searchParams } = new URL(request.url)
  return {
    method: request.method,
    path: pathname,
    query: searchParams,
    headers: request.headers,
    body: await request.text(),
    correlationId: randomUUID(),
  }
}

function decorate(response: Response, { correlationId, path }: Exchange, host: Host): Response {
  const { headers } = response
  headers.set('ININ-Correlation-Id', correlationId)
  headers.set('cache-control', 'no-cache, no-store, must-revalidate')
  headers.set('x-content-type-options', 'nosniff')
  if (host.isShared(path)) {
    headers.set('access-control-allow-origin', '*')
    headers.set('access-control-expose-headers', 'ININ-Correlation-Id, Retry-After')
  }
  return response
}

/** In front of the login host and the API host: preflights, the list of requests, and faults. */
export function createGateway({ host, clock, journal, faults }: Options): RequestListener {
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      clock.after(ms, resolve)
    })

  async function spoil(fault: Fault, exchange: Exchange): Promise<Response | 'reset' | undefined> {
    switch (fault.kind) {
      case 'reset':
        return 'reset'
      case 'status':
        return host.faultResponse(fault, exchange)
      case 'delay':
        await wait(fault.ms)
        return undefined
    }
  }

  async function handle(exchange: Exchange, fault: Fault | undefined) {
    const early = fault?.phase === 'before' ? await spoil(fault, exchange) : undefined
    if (early) return { response: early, effect: false }
    const { response, effect } = await host.handle(exchange)
    const late = fault?.phase === 'after' ? await spoil(fault, exchange) : undefined
    return { response: late ?? response, effect }
  }

  async function answer(request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> {
    const exchange = await read(request)
    const { method, path } = exchange
    if (method === 'OPTIONS') {
      const headers = host.isShared(path) ? preflightHeaders : {}
      return decorate(new Response(null, { status: 204, headers }), exchange, host)
    }
    const userId = host.userOf(exchange)
    const operation = host.operationOf(exchange)
    const entry = journal.arrived({ ...exchange, operation, userId })
    const fault = faults.strike(method, path, userId)
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) journal.cut(entry)
    })
    const { response, effect } = await handle(exchange, fault)
    entry.effect = effect
    if (response === 'reset') {
      incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    outgoing.once('finish', () => journal.answered(entry, response.status))
    return decorate(response, exchange, host)
  }

  return getRequestListener((request, bindings) => answer(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
  })
}
