/** Reading what came as JSON, without trusting it. */

export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStringMap(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every((entry) => typeof entry === 'string')
}

/** The text, when the field is one. */
export function text(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}

/** Throws on anything that is not JSON; nothing at all is `undefined`. */
export function parseJson(body: string): unknown {
  return body === '' ? undefined : JSON.parse(body)
}
