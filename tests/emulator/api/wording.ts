import type { Exchange } from '../http/exchange'
import { toHeaders } from '../limits/wire'
import type { Skew } from '../skew'
import type { World } from '../world'
import type { Answer } from './ask'
import { tokenOf } from './gate'

/** The request as the server hears it: its dates are told by the server's clock. */
export function heard(exchange: Exchange, operation: string, { skew }: World): Exchange {
  if (skew.ms === 0) return exchange
  const query = [...exchange.query].map(([name, value]) => [
    name,
    skew.asked(operation, name, value),
  ])
  return {
    ...exchange,
    query: new URLSearchParams(query),
    body: heardBody(exchange.body, operation, skew),
  }
}

function heardBody(body: string, operation: string, skew: Skew): string {
  try {
    return JSON.stringify(skew.body(operation, JSON.parse(body)))
  } catch {
    // Nothing, or no JSON, has no dates.
    return body
  }
}

/** Headers about limits, as far as they are told. */
export function limitHeaders(
  exchange: Exchange,
  operation: string,
  { limits, tokens }: World,
): Readonly<Record<string, string>> {
  if (!limits.settings.headers) return {}
  const token = tokenOf(exchange, tokens)
  const use = token?.state === 'live' && limits.tightest(token, { ...exchange, operation })
  return use ? toHeaders(use) : {}
}

/** The answer as it is told: its dates by the server's clock. */
export function toResponse(
  { status, body, headers = {} }: Answer,
  operation: string,
  world: World,
): Response {
  const told = world.skew.answer(operation, status, body)
  const text = told === undefined ? null : JSON.stringify(told)
  const response = new Response(text, { status })
  if (text !== null) response.headers.set('content-type', 'application/json')
  const { retryAfterHeader } = world.limits.settings
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'retry-after' || retryAfterHeader) response.headers.set(name, value)
  }
  return response
}
