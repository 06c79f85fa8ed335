import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import type { Queue } from '~/genesys/wire'
import { createQueues } from '~/queues/store'
import { fakeAsk } from '../fake-ask'

const repairs = { id: 'q-2', name: 'Repairs' }

function createStage() {
  const fake = fakeAsk({
    searchQueues: () => ({ entities: [repairs, { id: 'q-3' }, { name: 'x' }] }),
  })
  return { ...fake, queues: createRoot(() => createQueues(fake.ask)) }
}

describe('searching the queues', () => {
  test.each([
    ['rep', '*rep*'],
    ['  rep  ', '*rep*'],
    ['r*p', '*rp*'],
    ['*', undefined],
    ['***', undefined],
    ['  ', undefined],
    ['', undefined],
    ['50% & more?', '*50% & more?*'],
  ])('%j is sent as %j: the asterisk is the platform’s, not the agent’s', async (text, name) => {
    const { queues, asked } = createStage()
    await queues.search(text)
    expect(asked).toEqual([
      {
        operation: 'searchQueues',
        params: { pageSize: '25', pageNumber: '1', ...(name ? { name } : {}) },
      },
    ])
  })

  test('leaves out what has no id or no name', async () => {
    expect(await createStage().queues.search('r')).toEqual({ found: [repairs], next: undefined })
  })

  test('goes on at the page that follows, if there is one', async () => {
    const { queues, answers, asked } = createStage()
    answers.searchQueues = () => ({ total: 51, entities: [repairs] })
    expect([(await queues.search('r')).next, (await queues.search('r', 3)).next]).toEqual([
      2,
      undefined,
    ])
    expect(asked[1]?.params).toMatchObject({ pageNumber: '3' })
  })

  test('finds nothing in an answer that lists nothing', async () => {
    const { queues, answers } = createStage()
    answers.searchQueues = () => ({})
    expect((await queues.search('r')).found).toEqual([])
  })
})

describe('queues that are something else', () => {
  test.each([
    ['no list', 5],
    ['holes', [null, 5, 'x', {}, { id: 5, name: 'x' }, { id: 'x', name: {} }]],
  ])('%s: left out', async (_what, entities) => {
    const { queues, answers } = createStage()
    answers.searchQueues = () => ({ entities })
    expect((await queues.search('r')).found).toEqual([])
    queues.replace(entities as Queue[])
    expect(queues.name('x')).toBeUndefined()
  })
})

describe('the name of a queue', () => {
  test('is known from the agent’s own queues, and from what was searched', async () => {
    const { queues } = createStage()
    queues.replace([{ id: 'q-1', name: 'Billing' }])
    await queues.search('r')
    expect([queues.name('q-1'), queues.name('q-2')]).toEqual(['Billing', 'Repairs'])
    expect([queues.name('q-9'), queues.name(undefined)]).toEqual([undefined, undefined])
  })
})
