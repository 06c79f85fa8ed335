import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Operation } from '~/genesys/operation'
import { operations } from '~/genesys/operations'

const guide = readFileSync(new URL('../../docs/setup.md', import.meta.url), 'utf8')
const all: readonly Operation[] = Object.values(operations)

/** A scope without `:readonly` also admits what only reads. */
const needed = new Set(all.map(({ scope }) => scope))
const scopes = [...needed].filter(
  (scope) => !needed.has(scope.replace(':readonly', '')) || !scope.endsWith(':readonly'),
)

describe('the guide for administrators', () => {
  test.each(scopes)('names the scope %s', (scope) => {
    expect(guide).toContain(`\`${scope}\``)
  })

  test('names no scope that nothing asks for', () => {
    const line = /\*\*Scopes\*\*: ([\s\S]*?)\. Nothing/.exec(guide)?.[1] ?? ''
    const named = [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1])
    expect(named.sort()).toEqual([...scopes].sort())
  })

  const permissions = all.flatMap(({ permission }) =>
    permission ? ('any' in permission ? permission.any : permission.all) : [],
  )
  test.each([...new Set(permissions)])('names the permission %s', (permission) => {
    expect(guide).toContain(`\`${permission}\``)
  })
})
