/** Finds the route of a request; more specific templates win: `/users/me` before `/users/{userId}`. */

export interface Template {
  readonly method: string
  /** With parameters in braces: `/users/{userId}`. */
  readonly path: string
}

export type Match<R> =
  | { readonly route: R; readonly params: Readonly<Record<string, string>> }
  | 'unknown path'
  | 'wrong method'

function paramsOf(template: string, path: string): Record<string, string> | undefined {
  const names = template.split('/')
  const values = path.split('/')
  if (names.length !== values.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? ''
    if (name.startsWith('{')) {
      if (value === '') return undefined
      params[name.slice(1, -1)] = decode(value)
    } else if (name !== value) return undefined
  }
  return params
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function match<R extends Template>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> {
  const fitting = routes.flatMap((route) => {
    const params = paramsOf(route.path, path)
    return params ? [{ route, params }] : []
  })
  const fewest = Math.min(...fitting.map(({ params }) => Object.keys(params).length))
  const best = fitting.filter(({ params }) => Object.keys(params).length === fewest)
  if (best.length === 0) return 'unknown path'
  return best.find(({ route }) => route.method === method) ?? 'wrong method'
}
