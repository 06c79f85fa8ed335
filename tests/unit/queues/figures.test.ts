import { describe, expect, test } from 'vitest'
import { estimate, figuresFromWire, observe } from '~/queues/figures'
import { fakeAsk } from '../fake-ask'

const group = (queueId: string, mediaType?: string) => ({
  queueId,
  ...(mediaType && { mediaType }),
})
const on = (qualifier: string, count: number) => ({
  metric: 'oOnQueueUsers',
  qualifier,
  stats: { count },
})
const waiting = (count: number) => ({ metric: 'oWaiting', stats: { count } })

describe('figures of queues', () => {
  test('are asked for in one question', async () => {
    const fake = fakeAsk({ observeQueues: () => ({ results: [] }) })
    await observe(fake.ask, ['q-1', 'q-2'])
    expect(fake.asked).toMatchObject([
      {
        operation: 'observeQueues',
        body: {
          filter: { type: 'or', predicates: [{ value: 'q-1' }, { value: 'q-2' }] },
          metrics: ['oOnQueueUsers', 'oWaiting'],
        },
      },
    ])
  })

  test.each<[string, object[], object]>([
    [
      'add up agents by what they do, and count waiting calls alone',
      [
        { group: group('q', 'voice'), data: [waiting(2)] },
        { group: group('q', 'email'), data: [waiting(7)] },
        { group: group('q'), data: [on('IDLE', 1), on('INTERACTING', 2)] },
      ],
      { onQueue: 3, waiting: 2 },
    ],
    [
      'count nobody twice who is told for calls as well',
      [
        { group: group('q'), data: [on('IDLE', 3)] },
        { group: group('q', 'voice'), data: [on('IDLE', 3), waiting(0)] },
      ],
      { onQueue: 3, waiting: 0 },
    ],
    [
      'take the agents of calls where none are told of the whole',
      [{ group: group('q', 'voice'), data: [on('IDLE', 2)] }],
      { onQueue: 2, waiting: undefined },
    ],
    [
      'know nothing of what is not told',
      [
        {
          group: group('q'),
          data: [null, { metric: 'oOnQueueUsers' }, { metric: 'oWaiting', stats: { count: '2' } }],
        },
      ],
      { onQueue: undefined, waiting: undefined },
    ],
  ])('%s', (_what, results, figures) => {
    expect(figuresFromWire({ results } as never).get('q')).toEqual(figures)
  })

  test.each([
    [undefined],
    [null],
    [{}],
    [{ results: 'x' }],
    [{ results: [null, {}, { group: {} }] }],
  ])('are none in %j', (answer) => {
    expect(figuresFromWire(answer as never).size).toBe(0)
  })

  test.each([
    [{ results: [{ estimatedWaitTimeSeconds: 40 }] }, 40],
    [{ results: [] }, undefined],
    [{ results: [{ estimatedWaitTimeSeconds: -1 }] }, undefined],
    [undefined, undefined],
  ])('say how long one waits, if anybody can tell: %j', async (answer, wait) => {
    expect(await estimate(fakeAsk({ estimateWait: () => answer }).ask, 'q')).toBe(wait)
  })
})

describe('the longest wait', () => {
  const now = 1_790_000_000_000
  const told = (stats: object) => [
    { group: group('q', 'voice'), data: [waiting(1), { metric: 'oLongestWaiting', stats }] },
  ]
  test.each<[string, object, number | undefined]>([
    ['told as how long', { count: 1, calculatedMetricValue: 72_000 }, now - 72_000],
    ['told as since when', { count: 1, calculatedMetricValue: now - 72_000 }, now - 72_000],
    ['of nobody', { count: 0 }, undefined],
    ['that is no number', { calculatedMetricValue: '72' }, undefined],
    ['that is less than nothing', { calculatedMetricValue: -1 }, undefined],
  ])('%s', async (_how, stats, longest) => {
    const fake = fakeAsk({ observeQueues: () => ({ results: told(stats) }) })
    const figures = await observe(fake.ask, ['q'], undefined, () => now)
    expect(figures.get('q')).toMatchObject({ waiting: 1 })
    expect(figures.get('q')?.longest).toBe(longest)
    expect(fake.asked[0]?.body).toMatchObject({
      metrics: ['oOnQueueUsers', 'oWaiting', 'oLongestWaiting'],
    })
  })
})
