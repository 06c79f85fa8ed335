import { describe, expect, test } from 'vitest'
import type { Operation } from '~/genesys/operation'
import { isOperationName, operations } from '~/genesys/operations'
import { routes } from '../../emulator/api/handlers'
import { operationFacts } from '../../emulator/contract/facts'
import { deskScopes } from '../../emulator/org/grants'

interface Named extends Operation {
  readonly name: string
}

const all: readonly Named[] = Object.entries(operations).map(([name, one]) => ({ ...one, name }))

const routeOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => {
  return routes.find((route) => route.method === method && route.path === path)
}

describe('the table of operations', () => {
  test.each(all)('$name is one that Genesys Cloud answers', (operation) => {
    expect(routeOf(operation)).toBeDefined()
  })

  test.each(all)('$name needs a scope that admits it', ({ scope, ...operation }) => {
    expect(routeOf(operation)?.scopes).toContain(scope)
  })

  test.each(all)('$name asks for the narrowest scope', ({ scope, ...operation }) => {
    const readonly = routeOf(operation)?.scopes.filter((one) => one.endsWith(':readonly')) ?? []
    if (readonly.length > 0) expect(readonly).toContain(scope)
  })

  test.each(all)('$name needs the permissions that Genesys Cloud asks for', (operation) => {
    const route = routeOf(operation)
    expect(operation.permission).toEqual(
      route && 'permissions' in route ? route.permissions : undefined,
    )
  })

  test.each(all)(
    '$name is a write exactly when it changes something',
    ({ access, ...operation }) => {
      const route = routeOf(operation)
      expect(access).toBe(route && 'changes' in route && route.changes ? 'write' : 'read')
    },
  )

  test.each(all)('$name asks only what the description lets it ask', (operation) => {
    const facts = operationFacts[routeOf(operation)?.operation ?? '']
    const known = Object.keys(facts?.query ?? {})
    expect(operation.query.filter((name) => !known.includes(name))).toEqual([])
    expect(facts?.deprecated).toBeUndefined()
  })

  test.each(all)('$name belongs to the engine alone when it holds a capability', (operation) => {
    const holds = /\/(notifications|tokens)\//.test(operation.path)
    expect(operation.realm === 'engine').toBe(holds)
  })

  test('the local organisation grants the scopes of the table', () => {
    const missing = all.filter(({ scope }) => {
      return !deskScopes.some((granted) => granted === scope || `${granted}:readonly` === scope)
    })
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', '', 'getMe ', 'GETME'])(
    '%j is no operation',
    (name) => {
      expect(isOperationName(name)).toBe(false)
    },
  )

  test('a name that is no text is no operation', () => {
    expect([undefined, null, 1, ['getMe'], { getMe: 1 }].filter(isOperationName)).toEqual([])
    expect(isOperationName('getMe')).toBe(true)
  })
})
