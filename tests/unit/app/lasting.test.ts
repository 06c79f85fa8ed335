import { describe, expect, test } from 'vitest'
import { createLasting } from '~/app/lasting'
import { createCache } from '~/storage/cache'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeShelf } from '../fake-storage'
import { refused, unanswered } from '../fixtures/failures'
import { definitions } from '../fixtures/presence'
import { settled } from '../settled'

const young = 300_000

/** The desks of one agent in one browser. */
function createStage() {
  const kept = new Map<string, unknown>()
  const clock = createManualClock()
  const said: string[] = []
  const queueName = (number: number) => ({ id: `q-${number}`, name: `Queue ${number}` })
  const fake = fakeAsk({
    listPresenceDefinitions: () => ({ entities: [...definitions] }),
    listMyQueues: ({ params }) => {
      const first = (Number(params.pageNumber) - 1) * 100
      const entities = Array.from({ length: 100 }, (_, at) => queueName(first + at))
      return { entities, total: 350 }
    },
  })
  function open() {
    const names = new Set<string>()
    const labels: string[] = []
    const isClosed = () => false
    const cache = createCache({
      ...{ storage: fakeShelf(kept), owner: 'org:ana', stamp: '1', clock, isClosed },
    })
    const lasting = createLasting(
      {
        ...{ ask: fake.ask, clock, isClosed, me: { id: 'ana', organizationId: 'org' } },
        presence: {
          define: (wires) => void labels.splice(0, 99, ...wires.map(({ id }) => id ?? '')),
        },
        queues: {
          replace(wires) {
            for (const { name } of wires) names.add(name ?? '')
          },
        },
        say: (text) => said.push(text),
      },
      cache,
    )
    return { lasting, names, labels }
  }
  /** A desk that has read, and kept what it read. */
  async function readFirst() {
    await open().lasting.read()
    await settled()
  }
  const asked = () =>
    fake.asked.map(({ operation, lane }) => [operation, lane ?? 'screen'].join(' '))
  return { ...fake, asked, clock, said, open, readFirst, kept }
}

const both = ['listPresenceDefinitions screen', 'listMyQueues screen']

describe('statuses and queues', () => {
  test('are read once by a desk, however often it reads its calls meanwhile', async () => {
    const { open, asked } = createStage()
    const { lasting, names, labels } = open()
    expect(await Promise.all([lasting.read(), lasting.read()])).toEqual([true, true])
    await lasting.read()
    expect(asked()).toEqual(both)
    expect([names.size, labels.length]).toEqual([100, definitions.length])
  })

  test('cost the second tab, and a reload, nothing', async () => {
    const { open, readFirst, asked } = createStage()
    await readFirst()
    const { lasting, names, labels } = open()
    expect(await lasting.read()).toBe(true)
    expect(asked()).toEqual(both)
    expect([names.size, labels.length]).toEqual([100, definitions.length])
  })

  test('that are older are shown at once, and read again behind everything else', async () => {
    const { open, readFirst, asked, clock, answers } = createStage()
    await readFirst()
    clock.advance(young)
    answers.listMyQueues = () => ({ entities: [{ id: 'q-new', name: 'New' }] })
    const { lasting, names } = open()
    expect(await lasting.read()).toBe(true)
    expect(names.has('Queue 0')).toBe(true)
    await settled()
    expect(names.has('New')).toBe(true)
    expect(asked().slice(2)).toEqual([
      'listPresenceDefinitions background',
      'listMyQueues background',
    ])
    // And kept for the next one.
    const next = open()
    await next.lasting.read()
    expect(next.names).toEqual(new Set(['New']))
    expect(asked()).toHaveLength(4)
  })

  test('that are older stay when they cannot be read again', async () => {
    const { open, readFirst, clock, answers, said } = createStage()
    await readFirst()
    clock.advance(young)
    answers.listMyQueues = () => Promise.reject(unanswered())
    const { lasting, names } = open()
    expect(await lasting.read()).toBe(true)
    await settled()
    expect([names.size, said]).toEqual([100, []])
  })

  test('that may no longer be read are said to be so, and not shown again', async () => {
    const { open, readFirst, clock, answers, said } = createStage()
    await readFirst()
    clock.advance(young)
    answers.listMyQueues = () => Promise.reject(refused('missing.permissions', 403))
    await readFirst()
    await settled()
    expect(said).toEqual([expect.stringMatching(/^Your queues could not be read\./)])
    const { lasting, names } = open()
    await lasting.read()
    expect(names.size).toBe(0)
  })

  test('that got no answer are tried again, each by itself', async () => {
    const { open, answers, asked } = createStage()
    answers.listMyQueues = () => Promise.reject(unanswered())
    const { lasting } = open()
    expect(await lasting.read()).toBe(false)
    answers.listMyQueues = () => ({ entities: [] })
    expect(await lasting.read()).toBe(true)
    expect(asked()).toEqual([...both, 'listMyQueues screen'])
  })

  test('are kept without who made them', async () => {
    const { readFirst, answers, kept } = createStage()
    const by = { createdBy: { id: 'u', name: 'Cleo Admin' } }
    answers.listPresenceDefinitions = () => ({
      entities: definitions.map((one) => ({ ...one, ...by })),
    })
    answers.listMyQueues = () => ({ entities: [{ id: 'q', name: 'Billing', ...by }] })
    await readFirst()
    await settled()
    const text = JSON.stringify([...kept])
    expect(text).toContain('Billing')
    expect(text).not.toContain('Cleo')
  })
})

describe('an agent with more queues than one page', () => {
  test('has one page read, and the next only when a call comes from another queue', async () => {
    const stage = createStage()
    const { lasting, names } = stage.open()
    await lasting.read()
    await lasting.seek(() => false)
    expect(names.size).toBe(100)
    await lasting.seek(() => !names.has('Queue 150'))
    expect(names.size).toBe(200)
    await lasting.seek(() => !names.has('nowhere'))
    expect(names.size).toBe(400)
    const before = stage.asked().length
    await lasting.seek(() => true)
    expect(stage.asked()).toHaveLength(before)
  })

  test('has it read by the next desk too, whose first page was kept', async () => {
    const stage = createStage()
    await stage.readFirst()
    const { lasting, names } = stage.open()
    await lasting.read()
    await lasting.seek(() => !names.has('Queue 150'))
    expect(names.size).toBe(200)
  })

  test('is not kept from it by one that failed', async () => {
    const stage = createStage()
    const { lasting, names } = stage.open()
    await lasting.read()
    const { listMyQueues } = stage.answers
    stage.answers.listMyQueues = () => Promise.reject(unanswered())
    await lasting.seek(() => !names.has('Queue 150'))
    expect(names.size).toBe(100)
    if (listMyQueues) stage.answers.listMyQueues = listMyQueues
    await lasting.seek(() => !names.has('Queue 150'))
    expect(names.size).toBe(200)
  })
})
