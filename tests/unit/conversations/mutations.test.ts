import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromWire, progress } from '~/conversations/conversation'
import { endingOf } from '~/conversations/ending'
import type { Conversation as Wire } from '~/genesys/wire'
import { me, start } from '../fixtures/conversations'
import { situationOf, situations } from '../fixtures/situations'
import { expectDrawn } from './view'

type Node = Record<string, unknown>

/** Every value in it, by who holds it. */
function placesOf(node: Node): [Node, string][] {
  return Object.entries(node).flatMap(([key, value]): [Node, string][] => [
    [node, key],
    ...(typeof value === 'object' && value !== null ? placesOf(value as Node) : []),
  ])
}

/** What may become of a field: gone, renamed, of another type, or a word that nobody knows. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('gone' as const) }),
  fc.record({ kind: fc.constant('renamed' as const) }),
  fc.record({ kind: fc.constant('cased' as const) }),
  fc.record({
    kind: fc.constant('other' as const),
    value: fc.constantFrom<unknown>(
      ...[null, true, -1, 0, 1e308, '', 'x', 'toString', '__proto__', 'constructor', [], {}],
      ...[[null], [[]], 'teleporting', 'transfer.telepathy', '2027-13-45', '0001-01-01T00:00:00Z'],
    ),
  }),
)
const changes = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 6 })

function spoil(
  wire: Wire,
  spoiling: readonly (readonly [number, typeof change extends fc.Arbitrary<infer T> ? T : never])[],
) {
  const root: Node = { wire }
  for (const [where, how] of spoiling) {
    const places = placesOf(root)
    const [node, key] = places[where % places.length] ?? [root, 'wire']
    const value = node[key]
    if (how.kind === 'other') node[key] = how.value
    else if (how.kind === 'cased' && typeof value === 'string') node[key] = value.toUpperCase()
    else {
      delete node[key]
      if (how.kind === 'renamed') node[key[0]?.toUpperCase() + key.slice(1)] = value
    }
  }
  return root.wire as Wire
}

test('whatever is wrong in what is told, nothing throws, and what is drawn can be drawn', () => {
  fc.assert(
    fc.property(fc.constantFrom(...situations), changes, fc.boolean(), (name, spoiling, known) => {
      const wire = spoil(situationOf(name), spoiling)
      const before = known ? fromWire(situationOf(name), { me, now: start }) : undefined
      const one = fromWire(wire, { me, now: start + 60_000, ...(before ? { before } : {}) })
      progress(wire ?? {}, me)
      endingOf(wire, me)
      if (one) expectDrawn(one, me, start + 90_000, before)
    }),
    { numRuns: 2_000, seed: 7 },
  )
}, 30_000)

test.each(situations)('%s is drawn', (name) => {
  const one = fromWire(situationOf(name), { me, now: start + 60_000 })
  expect(one).toBeDefined()
  if (one) expectDrawn(one, me, start + 90_000)
})
