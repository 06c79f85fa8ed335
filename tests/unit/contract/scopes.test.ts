import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wantedScopes } from '~/engine/scopes'
import type { Feature } from '~/genesys/features'
import { admits, officialOf, type Row, rows, scopes, why } from '../../contract/scopes'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

interface Asked {
  readonly name: string
  readonly room: string
}

/** Every operation that some code asks for, and the room of that code. */
const asked: readonly Asked[] = readdirSync(new URL('../../../src', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((path) => {
    const calls = read(`src/${path}`).matchAll(/\b(?:ask|call)\(\s*'(\w+)'/g)
    return [...calls].map(([, name = '']) => ({ name, room: path.split('/')[0] ?? '' }))
  })

/** What each room is there for. One that asks for more is in the wrong room, or does more than it says. */
const features: Readonly<Record<string, readonly Feature[]>> = {
  app: ['Opening the desk', 'Statuses', 'Conversations', 'Names of queues', 'Kind of phone'],
  conversations: [
    ...(['Conversations', 'Call controls', 'Keypad', 'Secure pause'] as const),
    ...(['Flags', 'After-call work', 'Names of skills'] as const),
  ],
  dial: ['Outbound calls'],
  contacts: ['Search for contacts'],
  day: ['My day'],
  directory: ['Search for colleagues', 'Colleagues'],
  engine: [
    ...(['Opening the desk', 'Live updates', 'Check of scopes'] as const),
    ...(['Idle time-out', 'Sign-out'] as const),
  ],
  // Presence and routing status come with the agent.
  presence: ['Statuses', 'Back on queue', 'Opening the desk', 'Out of office'],
  queues: ['Search for queues', 'Figures of queues', 'Names of queues', 'Joining queues'],
  // Which phone it is comes with the agent; one in use says whose it is.
  phone: ['Phone', 'Kind of phone', 'Opening the desk', 'Colleagues'],
  // A consult is completed, and an offer taken back, by a change of a part.
  transfer: [
    ...(['Transfers', 'Consults', 'Further participants', 'Conversations'] as const),
    ...(['Call controls', 'Notes for whoever takes the call'] as const),
  ],
  // A wrap-up is skipped by a change of the agent's part.
  wrapup: ['Wrap-up', 'Conversations', 'Call controls'],
}

test('the list of scopes is current: npm run scopes makes it anew', () => {
  expect(read('docs/scopes.md')).toBe(scopes())
})

describe('the manifest of scopes', () => {
  test.each(rows)('$name is asked for by some code', ({ name }) => {
    expect(asked.map((one) => one.name)).toContain(name)
  })

  test.each([...new Set(asked.map(({ room }) => room))])('%s/ asks for what is its own', (room) => {
    const own = features[room] ?? []
    const names = asked.filter((one) => one.room === room).map(({ name }) => name)
    const foreign = names.filter((name) => {
      const row = rows.find((one) => one.name === name)
      return !row || !own.includes(row.feature)
    })
    expect(foreign).toEqual([])
  })

  test.each(rows)('$name is admitted by what the client is asked to have', ({ scope }) => {
    expect(wantedScopes.filter((granted) => admits(granted, scope))).toHaveLength(1)
  })

  test.each(wantedScopes)('%s is for something, and says for what', (granted) => {
    expect(rows.some(({ scope }) => admits(granted, scope))).toBe(true)
    expect(why[granted]).toBeTruthy()
  })

  test('explains no scope that it does not have', () => {
    expect(Object.keys(why).sort()).toEqual([...wantedScopes].sort())
  })

  test.each(rows)('$name takes what the official description says', (row: Row) => {
    const [, facts] = officialOf(row) ?? []
    expect(facts?.scopes).toContain(row.scope)
    // The narrowest of them.
    if (facts?.scopes.some((scope) => scope.endsWith(':readonly')))
      expect(row.scope).toMatch(/:readonly$/)
    expect(row.permission).toEqual(facts?.permissions)
  })
})
