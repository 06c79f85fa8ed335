import { describe, expect, test } from 'vitest'
import { unanswered } from '../fixtures/failures'
import { createStage, id, repairs } from './stage'

const ben = { kind: 'person', id: 'u-ben', name: 'Ben Okafor', presence: 'available' } as const

describe('a search', () => {
  test('gives up what was asked before, at the next key, and believes no answer to it', async () => {
    const { transfers, finder, searched, options, find, pass, now } = createStage()
    const givenUp = () => options.map(({ signal }) => signal?.aborted)
    transfers.open(id)
    finder().type('r')
    expect(givenUp()).toEqual([true])
    await pass(250)
    finder().type('re')
    await pass(250)
    expect(searched).toEqual(['', 'r', 're'])
    expect(givenUp()).toEqual([true, true, false])
    await find('re', repairs)
    await find('r', { ...repairs, id: 'q-old', name: 'Old' })
    await find('')
    expect(now()).toMatchObject({ query: 're', found: { state: 'found', last: [repairs] } })
    await pass(60_000)
    expect(searched).toEqual(['', 'r', 're'])
  })

  test('believes the later of two answers to the same words', async () => {
    const { transfers, finder, searches, pass, now } = createStage()
    transfers.open(id)
    finder().type('rep')
    await pass(250)
    const early = searches.get('rep')
    finder().type('re')
    finder().type('rep')
    await pass(250)
    searches.get('rep')?.({ destinations: [repairs] })
    await pass(0)
    early?.({ destinations: [] })
    await pass(0)
    expect(now()).toMatchObject({ found: { state: 'found', last: [repairs] } })
  })

  test('is given up when the panel closes', async () => {
    const { transfers, options, find, now } = createStage()
    transfers.open(id)
    transfers.close(id)
    expect(options.map(({ signal }) => signal?.aborted)).toEqual([true])
    await find('', repairs)
    expect(now()).toEqual({ step: 'closed' })
  })
})

describe('a search that has more', () => {
  test('shows more when it is asked for, below what is there, one page at a time', async () => {
    const { transfers, finder, searched, options, searches, find, pass, now } = createStage()
    transfers.open(id)
    searches.get('')?.({ destinations: [repairs], next: { queues: 2 } })
    await pass(0)
    finder().more()
    finder().more()
    expect(now()).toMatchObject({ found: { state: 'found', last: [repairs], reading: true } })
    expect(searched).toEqual(['', ''])
    expect(options[1]).toMatchObject({ from: { queues: 2 } })
    const away = { ...repairs, id: 'q-9', name: 'Away' }
    await find('', away, repairs)
    expect(now().found).toEqual({ state: 'found', last: [repairs, away] })
    finder().more()
    expect(searched).toHaveLength(2)
  })

  test('says when more could not be read, and lets it be asked for again', async () => {
    const { transfers, finder, searched, searches, failures, pass, now } = createStage()
    transfers.open(id)
    searches.get('')?.({ destinations: [repairs], next: { queues: 2 } })
    await pass(0)
    finder().more()
    failures.get('')?.(unanswered())
    await pass(0)
    expect(now()).toMatchObject({
      found: { state: 'found', last: [repairs], next: { queues: 2 }, reading: false },
    })
    expect(now()).toHaveProperty('found.trouble', expect.stringMatching(/./))
    finder().more()
    expect(searched).toHaveLength(3)
  })

  test('has no more of what is not asked any longer', async () => {
    const { transfers, finder, searches, find, pass, now } = createStage()
    transfers.open(id)
    searches.get('')?.({ destinations: [repairs], next: { queues: 2 } })
    await pass(0)
    finder().more()
    finder().type('b')
    await find('', ben)
    expect(now()).toMatchObject({ query: 'b', found: { state: 'searching', last: [repairs] } })
  })
})
