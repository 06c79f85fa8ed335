import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Clock } from '~/clock'
import type { Watch } from '../contract/watch'
import type { FaultSpec, Faults } from '../faults'
import type { Entry, Journal } from '../journal'
import type { Curtain } from './curtain'
import { keepSilence, sendHalf } from './cut'
import type { Exchange, Host } from './exchange'
import { takeIn } from './intake'
import { type Delivery, needsTruth, spoil } from './spoil'

interface Options {
  readonly host: Host
  readonly clock: Clock
  readonly journal: Journal
  readonly faults: Faults
  readonly curtain: Curtain
  /** What the server takes for the time: milliseconds since the epoch. */
  serverTime(): number
  /** Headers that scripts of other origins may read. */
  exposedHeaders(): readonly string[]
  /** Looks at every answer that no fault has spoilt. */
  readonly watch?: Watch | undefined
}

const preflightHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, accept, cache-control, genesys-app',
  'access-control-max-age': '600',
}

/** An error of the host for a request that came to nothing before it could be heard. */
type Refusal = { readonly refused?: 408 | 413 }

async function read(
  request: Request,
  incoming: IncomingMessage,
  clock: Clock,
): Promise<(Exchange & Refusal) | undefined> {
  const intake = await takeIn(incoming, clock)
  if (intake === 'gone') return undefined
  const { pathname, searchParams } = new URL(request.url)
  const whole = 'text' in intake
  return {
    method: request.method,
    path: pathname,
    query: searchParams,
    headers: request.headers,
    body: whole ? intake.text : '',
    correlationId: randomUUID(),
    ...(!whole && { refused: intake.refused }),
  }
}

/** In front of the login host and the API host: preflights, the list of requests, and faults. */
export function createGateway(options: Options): RequestListener {
  const { host, clock, journal, faults, curtain } = options
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      if (ms === 0) return resolve()
      const cancel = clock.after(ms, () => {
        callOff()
        resolve()
      })
      const callOff = curtain.onFall(cancel)
    })

  /** The connection is cut when the curtain falls first, whatever the work waits for. */
  function unlessOver(work: Promise<Delivery>): Promise<Delivery> {
    let callOff = () => {}
    const over = new Promise<Delivery>((resolve) => {
      callOff = curtain.onFall(() => resolve({ silence: 0 }))
    })
    return Promise.race([work, over]).finally(callOff)
  }

  function decorate(response: Response, { correlationId, path }: Exchange): Response {
    const { headers } = response
    headers.set('ININ-Correlation-Id', correlationId)
    headers.set('date', new Date(options.serverTime()).toUTCString())
    headers.set('cache-control', 'no-cache, no-store, must-revalidate')
    headers.set('x-content-type-options', 'nosniff')
    if (host.isShared(path)) {
      headers.set('access-control-allow-origin', '*')
      const exposed = options.exposedHeaders()
      if (exposed.length > 0) headers.set('access-control-expose-headers', exposed.join(', '))
    }
    return response
  }

  async function handle(
    exchange: Exchange & Refusal,
    entry: Entry,
    struck: readonly FaultSpec[],
  ): Promise<Delivery> {
    const delay = (phase: FaultSpec['phase']) =>
      struck
        .filter((one) => one.kind === 'delay' && one.phase === phase)
        .reduce((sum, { ms = 0 }) => sum + ms, 0)
    async function carryOut(): Promise<Response> {
      const { refused } = exchange
      if (refused) return host.faultResponse({ status: refused }, exchange)
      try {
        const { response, effect } = await host.handle(exchange)
        entry.effect = effect
        return response
      } catch (error) {
        // A mistake of the emulator's own: told, answered, and the next request comes as if nothing was.
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        return host.faultResponse({ status: 500 }, exchange)
      }
    }
    await wait(delay('before'))
    const fault = struck.find(({ kind }) => kind !== 'delay')
    if (fault) {
      const truth = needsTruth(fault, host.isRead(exchange)) ? await carryOut() : undefined
      await wait(delay('after'))
      return spoil(fault, truth, exchange, host)
    }
    const response = await carryOut()
    await wait(delay('after'))
    return { response }
  }

  async function answer(request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> {
    const exchange = await read(request, incoming, clock)
    if (!exchange) return RESPONSE_ALREADY_SENT
    const { method, path } = exchange
    if (method === 'OPTIONS') {
      const headers = host.isShared(path) ? preflightHeaders : {}
      return decorate(new Response(null, { status: 204, headers }), exchange)
    }
    const userId = host.userOf(exchange)
    const operation = host.operationOf(exchange)
    const entry = journal.arrived({ ...exchange, operation, userId })
    const struck = faults.strike({ method, path, operation, userId })
    const delivery = await unlessOver(handle(exchange, entry, struck))
    if ('silence' in delivery) {
      await keepSilence(delivery.silence, outgoing, clock, curtain)
      if (!incoming.socket.destroyed) journal.cut(entry)
      incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    const response = decorate(delivery.response, exchange)
    if (options.watch?.sent && struck.every(({ kind }) => kind === 'delay')) {
      const { status, headers } = response
      options.watch.sent({ operation, status, headers, text: await response.clone().text() })
    }
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
