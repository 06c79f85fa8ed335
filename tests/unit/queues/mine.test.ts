import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { Command } from '~/ledger/command'
import { createLedger } from '~/ledger/ledger'
import { createMyQueues, type MyQueues } from '~/queues/mine'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { settled } from '../settled'

/** With queues of which some are joined, as the platform has it. */
function open(count: number, joined: readonly string[]) {
  const clock = createManualClock()
  const now = new Set(joined)
  const all = Array.from({ length: count }, (_, at) => `q-${at}`)
  const fake = fakeAsk({
    listMyQueues({ params }) {
      const listed = all.filter((id) => params.joined === undefined || now.has(id))
      const from = (Number(params.pageNumber) - 1) * 100
      const entities = listed.slice(from, from + 100)
      return {
        entities: entities.map((id) => ({ id, name: `Queue ${id}`, joined: now.has(id) })),
        total: listed.length,
      }
    },
    joinQueues: () => ({ entities: [] }),
  })
  let commands: readonly Command[] = []
  let mine: MyQueues | undefined
  const ledger = createLedger({
    clock,
    onChange: (next) => {
      commands = next
    },
    onEnd: () => {},
    proof: (command) => mine?.proof(command),
    readBack: async () => mine?.readBack(),
    hears: () => true,
    onDeaf: () => {},
  })
  mine = createRoot(() => createMyQueues({ userId: 'ana', ask: fake.ask, clock, ledger }))
  return { ...fake, clock, now, mine, steps: () => commands.map(({ state }) => state.step) }
}

test('all pages are read, by name, with which are joined; as many as anybody works with', async () => {
  const { mine, count } = open(640, ['q-0', 'q-450'])
  expect(mine.joined('q-0')).toBeUndefined()
  await mine.read()
  expect([mine.list()?.length, mine.more(), count('listMyQueues')]).toEqual([500, true, 5])
  expect([mine.joined('q-0'), mine.joined('q-1'), mine.joined('q-450')]).toEqual([
    true,
    false,
    true,
  ])
})

test('an order is not believed before it is read to be so, however late that is', async () => {
  const { mine, now, clock, asked, steps } = open(3, ['q-0'])
  await mine.read()
  mine.set(mine.list() ?? [], true)
  await settled()
  expect(asked.find(({ operation }) => operation === 'joinQueues')?.body).toEqual([
    { id: 'q-1', joined: true },
    { id: 'q-2', joined: true },
  ])
  expect([mine.joined('q-1'), steps()]).toEqual([false, ['queued']])
  now.add('q-1')
  clock.advance(700)
  await settled()
  expect([mine.joined('q-1'), mine.joined('q-2'), steps()]).toEqual([true, false, ['queued']])
  now.add('q-2')
  clock.advance(1_800)
  await settled()
  expect([mine.joined('q-2'), steps()]).toEqual([true, ['confirmed']])
})

test('what could not be read is not known, and never shown as it was', async () => {
  const { mine, answers } = open(2, ['q-0'])
  await mine.read()
  answers.listMyQueues = () => ({})
  await mine.readJoined()
  expect([mine.joined('q-0'), mine.failed()?.kind]).toEqual([undefined, 'unreachable'])
  expect(mine.list()).toHaveLength(2)
})

test('the reading that was asked for last counts, whichever comes first', async () => {
  const { mine, answers, now } = open(2, ['q-0'])
  await mine.read()
  const { listMyQueues } = answers
  let answer = (_value: unknown) => {}
  answers.listMyQueues = () => new Promise((resolve) => (answer = resolve))
  const slow = mine.readJoined()
  Object.assign(answers, { listMyQueues })
  now.delete('q-0')
  await mine.readJoined()
  answer({ entities: [{ id: 'q-0', name: 'Queue', joined: true }], total: 1 })
  await slow
  expect(mine.joined('q-0')).toBe(false)
})

test('nothing is ordered that is so already', async () => {
  const { mine, count } = open(2, ['q-0', 'q-1'])
  await mine.read()
  mine.set(mine.list() ?? [], true)
  await settled()
  expect(count('joinQueues')).toBe(0)
})

test('a reading that is given up says nothing of the queues', async () => {
  const { mine, answers } = open(2, ['q-0'])
  await mine.read()
  const given = new AbortController()
  answers.listMyQueues = () =>
    new Promise((_, reject) => given.signal.addEventListener('abort', () => reject(new Error())))
  const reading = mine.readJoined({ signal: given.signal })
  given.abort()
  await reading
  expect([mine.failed(), mine.joined('q-0')]).toEqual([undefined, true])
})

test('an order of before a reload, looked up while all are read, keeps nobody from seeing them', async () => {
  const { mine } = open(2, ['q-0'])
  await Promise.all([mine.read(), mine.readBack()])
  expect(mine.list()).toHaveLength(2)
})
