import { BadAsk, type ControlAsk, type ControlRoute, requireKnown, userOfPath } from './ask'

function names({ body }: ControlAsk, field: 'add' | 'remove'): readonly string[] {
  const value = body[field] ?? []
  const isName = (one: unknown) => typeof one === 'string' && /^\w+(:\w+){2}$/.test(one)
  if (!Array.isArray(value) || !value.every(isName)) {
    throw new BadAsk(`${field} must be a list of permissions, such as "a:b:c"`, field)
  }
  return value
}

/** Gives a person's role permissions, or takes them away: from the next request on. */
function change(ask: ControlAsk) {
  requireKnown(ask, ['add', 'remove'])
  const user = userOfPath(ask)
  const [add, remove] = [names(ask, 'add'), names(ask, 'remove')]
  const kept = [...user.permissions, ...add].filter((one) => !remove.includes(one))
  user.permissions = [...new Set(kept)]
  return { status: 200, body: { permissions: user.permissions } }
}

export const permissionRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/users/{userId}/permissions', answer: change },
]
