import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Clock } from '~/clock'
import type { Fault, Faults } from '../faults'
import type { Entry, Journal } from '../journal'
import { keepSilence, sendHalf } from './cut'
import type { Exchange, Host } from './exchange'
import { type Delivery, needsTruth, spoil } from './spoil'

interface Options {
  readonly host: Host
  readonly clock: Clock
  readonly journal: Journal
  readonly faults: Faults
}

const preflightHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, accept, cache-control, genesys-app',
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
  const wait = (ms = 0) =>
    new Promise<void>((resolve) => {
      clock.after(ms, resolve)
    })

  async function handle(exchange: Exchange, entry: Entry, fault?: Fault): Promise<Delivery> {
    async function carryOut(): Promise<Response> {
      const { response, effect } = await host.handle(exchange)
      entry.effect = effect
      return response
    }
    if (!fault) return { response: await carryOut() }
    if (fault.kind === 'delay') {
      if (fault.phase === 'before') await wait(fault.ms)
      const response = await carryOut()
      if (fault.phase === 'after') await wait(fault.ms)
      return { response }
    }
    const truth = needsTruth(fault, host.isRead(exchange)) ? await carryOut() : undefined
    return spoil(fault, truth, exchange, host)
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
    const delivery = await handle(exchange, entry, fault)
    if ('silence' in delivery) {
      await keepSilence(delivery.silence, outgoing, clock)
      if (!incoming.socket.destroyed) journal.cut(entry)
      incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    const response = decorate(delivery.response, exchange, host)
    if (delivery.half) {
      journal.answered(entry, response.status)
      await sendHalf(response, outgoing)
      return RESPONSE_ALREADY_SENT
    }
    outgoing.once('finish', () => journal.answered(entry, response.status))
    return response
  }

  return getRequestListener((request, bindings) => answer(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
  })
}
