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

/** The templates that have their segments up to here in common. */
interface Branch<R> {
  readonly named: Map<string, Branch<R>>
  /** Where a parameter comes next. */
  any?: Branch<R>
  readonly routes: R[]
}

const makeBranch = <R>(): Branch<R> => ({ named: new Map(), routes: [] })

function grow<R extends Template>(routes: readonly R[]): Branch<R> {
  const root = makeBranch<R>()
  for (const route of routes) {
    let branch = root
    for (const name of route.path.split('/')) {
      if (name.startsWith('{')) {
        branch.any ??= makeBranch<R>()
        branch = branch.any
      } else {
        const next = branch.named.get(name) ?? makeBranch<R>()
        branch.named.set(name, next)
        branch = next
      }
    }
    branch.routes.push(route)
  }
  return root
}

/** How many parameters it takes, and whose they are. */
interface Fitting<R> {
  readonly params: number
  readonly routes: readonly R[]
}

function* fitting<R>(
  branch: Branch<R>,
  values: readonly string[],
  at = 0,
  params = 0,
): Generator<Fitting<R>> {
  const value = values[at]
  if (value === undefined) {
    if (branch.routes.length > 0) yield { params, routes: branch.routes }
    return
  }
  const next = branch.named.get(value)
  if (next) yield* fitting(next, values, at + 1, params)
  if (branch.any && value !== '') yield* fitting(branch.any, values, at + 1, params + 1)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function paramsOf(template: string, values: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {}
  for (const [index, name] of template.split('/').entries()) {
    if (name.startsWith('{')) params[name.slice(1, -1)] = decode(values[index] ?? '')
  }
  return params
}

const trees = new WeakMap<readonly Template[], Branch<Template>>()

/** A table of routes is read once: it must not change afterwards. */
function treeOf<R extends Template>(routes: readonly R[]): Branch<R> {
  const tree = (trees.get(routes) as Branch<R> | undefined) ?? grow(routes)
  trees.set(routes, tree)
  return tree
}

export function match<R extends Template>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> {
  const values = path.split('/')
  const all = [...fitting(treeOf(routes), values)]
  const fewest = Math.min(...all.map(({ params }) => params))
  const best = all.flatMap(({ params, routes }) => (params === fewest ? routes : []))
  if (best.length === 0) return 'unknown path'
  const route = best.find((one) => one.method === method)
  return route ? { route, params: paramsOf(route.path, values) } : 'wrong method'
}
