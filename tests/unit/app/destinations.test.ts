import { describe, expect, test } from 'vitest'
import { findDestinations, mayTransfer } from '~/app/destinations'
import { refused, unanswered } from '../fixtures/failures'
import { createStage } from './stage'

const all = ['blindTransfer', 'blindTransferQueue', 'blindTransferAgent']

function open(permissions: readonly string[] = all) {
  const stage = createStage(permissions.map((name) => `conversation:communication:${name}`))
  stage.answers.searchQueues = () => ({ entities: [{ id: 'q-2', name: 'Benefits' }] })
  stage.answers.searchUsers = () => ({
    results: [
      { id: 'u-ben', name: 'Ben Okafor' },
      { id: stage.desk.me.id, name: 'Ana Ruben' },
    ],
  })
  return stage
}

describe('what a call can be sent to', () => {
  test('is every queue before anything is typed, and nobody', async () => {
    const { desk, count } = open()
    const { destinations, trouble } = await findDestinations(desk, ' ')
    expect(destinations.map(({ name }) => name)).toEqual(['Benefits'])
    expect(trouble).toBeUndefined()
    expect(count('searchUsers')).toBe(0)
  })

  test('is queues and colleagues by name, the agent last and not to be chosen', async () => {
    const { destinations } = await findDestinations(open().desk, 'ben')
    expect(destinations.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'queue Benefits',
      'person Ben Okafor',
      'person Ana Ruben',
    ])
    expect(destinations.map(({ whyNot }) => Boolean(whyNot))).toEqual([false, false, true])
  })

  test('is a number that is typed, before anything else', async () => {
    const { destinations } = await findDestinations(open().desk, '030 55500142')
    expect(destinations[0]).toMatchObject({ kind: 'number', id: '+493055500142' })
  })

  test('says when a number is none', async () => {
    const { trouble } = await findDestinations(open().desk, '030 5')
    expect(trouble).toBe('This is not a number that can be called.')
  })

  test('is half of it, and says which half is missing', async () => {
    const stage = open()
    stage.answers.searchUsers = () => Promise.reject(refused('missing.any.permissions', 403))
    const { destinations, trouble } = await findDestinations(stage.desk, 'ben')
    expect(destinations.map(({ name }) => name)).toEqual(['Benefits'])
    expect(trouble).toMatch(/^People could not be searched\. You may not do this/)
  })

  test('is nothing when nothing answers, and says so twice', async () => {
    const stage = open()
    stage.answers.searchUsers = () => Promise.reject(unanswered())
    stage.answers.searchQueues = () => Promise.reject(unanswered())
    const { destinations, trouble } = await findDestinations(stage.desk, 'ben')
    expect(destinations).toEqual([])
    expect(trouble).toMatch(/Queues could not.*People could not/)
  })
})

describe('who may send a call', () => {
  test.each([
    ['queue', ['blindTransferQueue']],
    ['person', ['blindTransferAgent']],
  ] as const)('only to a %s cannot choose the other', async (kind, permissions) => {
    const { desk } = open(permissions)
    const { destinations } = await findDestinations(desk, 'ben')
    for (const one of destinations)
      if (one.id !== desk.me.id)
        expect([one.kind, one.whyNot === undefined]).toEqual([one.kind, one.kind === kind])
    expect(mayTransfer(desk)).toBe(true)
  })

  test('nowhere cannot transfer at all', () => {
    expect(mayTransfer(open([]).desk)).toBe(false)
  })
})
