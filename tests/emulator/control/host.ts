import type { IncomingMessage, RequestListener } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { patienceBytes, takeIn } from '../http/intake'
import { json } from '../http/json'
import { match } from '../http/router'
import { BadAsk, type Controls, parseBody } from './ask'
import { callRoutes } from './calls'
import { clientRoutes } from './clients'
import { clockRoutes } from './clock'
import { connectionRoutes } from './connections'
import { eventRoutes } from './events'
import { faultRoutes } from './faults'
import { limitRoutes } from './limits'
import { loginRoutes } from './logins'
import { permissionRoutes } from './permissions'
import { phoneRoutes } from './phones'
import { socketRoutes } from './sockets'
import { stageRoutes } from './stage'
import { switchRoutes } from './switches'

export const controlRoutes = [
  ...stageRoutes,
  ...switchRoutes,
  ...callRoutes,
  ...clientRoutes,
  ...connectionRoutes,
  ...socketRoutes,
  ...faultRoutes,
  ...eventRoutes,
  ...limitRoutes,
  ...clockRoutes,
  ...loginRoutes,
  ...phoneRoutes,
  ...permissionRoutes,
]

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && loopback.has(new URL(origin).hostname)
}

/** The text of a body; what is too large or too slow is refused. */
async function bodyOf(incoming: IncomingMessage, controls: Controls): Promise<string> {
  const intake = await takeIn(incoming, controls.world().clock, patienceBytes)
  if (intake === 'gone') throw new BadAsk('The body broke off', 'body')
  if ('text' in intake) return intake.text
  const why = intake.refused === 413 ? 'The body is too large' : 'The body did not come'
  throw new BadAsk(why, 'body', intake.refused)
}

async function answer(
  request: Request,
  incoming: IncomingMessage,
  controls: Controls,
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const found = match(controlRoutes, request.method, pathname)
  if (found === 'unknown path') throw new BadAsk(`There is no ${pathname}`, undefined, 404)
  if (found === 'wrong method') {
    throw new BadAsk(`${request.method} is not for ${pathname}`, undefined, 405)
  }
  const body = parseBody(await bodyOf(incoming, controls))
  const { params, route } = found
  const { status, body: result } = route.answer({ ...controls, params, query: searchParams, body })
  return result === undefined ? new Response(null, { status }) : json(result, status)
}

/** The control API: how tests and people move the emulator. Pages of other origins are kept out. */
export function createControlHost(controls: Controls): RequestListener {
  async function respond(request: Request, incoming: IncomingMessage): Promise<Response> {
    const origin = request.headers.get('origin')
    // The second half is for names that were made to point at this machine.
    if ((origin !== null && !isLoopback(origin)) || !isLoopback(request.url)) {
      return json({ message: 'Only pages of this machine may ask' }, 403)
    }
    const cors = {
      ...(origin !== null && { 'access-control-allow-origin': origin }),
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
      'access-control-allow-headers': 'content-type',
      vary: 'origin',
    }
    const response = await respondTo(request, incoming)
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value)
    return response
  }

  async function respondTo(request: Request, incoming: IncomingMessage): Promise<Response> {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204 })
    try {
      return await answer(request, incoming, controls)
    } catch (error) {
      if (error instanceof BadAsk) {
        const { message, field, status } = error
        return json({ message, ...(field !== undefined && { field }) }, status)
      }
      return json({ message: error instanceof Error ? error.message : String(error) }, 500)
    }
  }

  return getRequestListener(
    (request, bindings) => respond(request, (bindings as HttpBindings).incoming),
    { overrideGlobalObjects: false },
  )
}
