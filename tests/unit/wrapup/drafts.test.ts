import { describe, expect, test } from 'vitest'
import { deferred } from '../fake-ask'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'
import { createStage, fakeSealed, id, solved } from './stage'

describe('notes', () => {
  test('outlive the page', async () => {
    const first = createStage()
    first.wrapup.choose(id, solved)
    first.wrapup.write(id, 'Half a sen')
    await settled()
    const second = createStage(first.kept)
    await settled()
    expect(second.wrapup.draft(id)).toEqual({ code: solved, notes: 'Half a sen' })
  })

  test('that cannot be kept are said to be so, once', async () => {
    const { wrapup, said } = createStage({ ...fakeSealed(), keep: async () => false })
    for (const notes of ['H', 'Ha', 'Hal']) wrapup.write(id, notes)
    await settled()
    expect(wrapup.draft(id).notes).toBe('Hal')
    expect(said).toEqual([
      'This browser keeps nothing for this page: a reload would lose your notes.',
    ])
  })

  test('written before the kept ones were read are newer, and stay; the others come back too', async () => {
    const reading = deferred()
    const kept = { ...fakeSealed(), read: () => reading.promise }
    const { wrapup } = createStage(kept)
    wrapup.write(id, 'New')
    reading.resolve([
      [id, { notes: 'Old' }],
      ['another', { notes: 'Other' }],
    ])
    await settled()
    expect([wrapup.draft(id).notes, wrapup.draft('another').notes]).toEqual(['New', 'Other'])
  })

  test('written before the kept ones were read do not wipe the kept ones', async () => {
    const reading = deferred()
    const kept = {
      ...fakeSealed([['another', { notes: 'Other' }]]),
      read: () => reading.promise,
    }
    const { wrapup } = createStage(kept)
    wrapup.write(id, 'New')
    reading.resolve(kept.now())
    await settled()
    expect(kept.now()).toEqual([
      ['another', { notes: 'Other' }],
      [id, { notes: 'New' }],
    ])
  })

  test('of a conversation that is gone are let go, in storage too; those of one that is there stay', async () => {
    const stage = createStage(fakeSealed([['gone', { notes: 'Old' }]]))
    stage.wrapup.write(id, 'New')
    await settled()
    expect(stage.said).toEqual([])
    await stage.readAll()
    expect(stage.wrapup.draft('gone')).toEqual({ notes: '' })
    expect(stage.kept.now()).toEqual([[id, { notes: 'New' }]])
    expect(stage.said).toEqual([
      'The wrap-up is over. Unless they were submitted elsewhere, these notes were not sent: “Old”',
    ])
  })

  test('of a wrap-up that was submitted before a reload, and has arrived, are let go without a word', async () => {
    const found = deferred<readonly string[]>()
    const stage = createStage(fakeSealed([['gone', { notes: 'Old' }]]), found.promise)
    await stage.readAll()
    // Not said to be unsent while that is being looked up.
    expect(stage.said).toEqual([])
    found.resolve(['gone'])
    await settled()
    expect(stage.said).toEqual([])
    expect(stage.kept.now()).toEqual([])
  })

  test('of a conversation whose wrap-up is just being submitted are not called unsent', async () => {
    const stage = createStage()
    await stage.readAll()
    const answer = deferred()
    stage.answers.submitWrapup = () => answer.promise
    stage.wrapup.choose(id, solved)
    stage.wrapup.write(id, 'Sent')
    await stage.submit()
    await stage.hear(situation.wrapupGiven)
    await settled()
    expect(stage.said).toEqual([])
    answer.resolve(undefined)
    await settled()
    expect(stage.kept.now()).toEqual([])
  })

  test('are shown when their card leaves by itself, and once', async () => {
    const stage = createStage()
    await stage.readAll()
    stage.wrapup.write(id, 'Too late')
    await stage.hear(situation.wrapupGiven)
    await stage.hear(situation.wrapupGiven)
    expect(stage.said).toEqual([expect.stringContaining('these notes were not sent: “Too late”')])
    expect(stage.kept.now()).toEqual([])
  })

  test('work from memory where the browser’s store never answers, and it is said', async () => {
    const silent = { read: () => new Promise(() => {}), keep: () => new Promise<boolean>(() => {}) }
    const stage = createStage(Object.assign(silent, { now: () => [] }))
    await stage.readAll()
    stage.wrapup.write(id, 'Hal')
    stage.clock.advance(2_000)
    await settled()
    stage.clock.advance(2_000)
    await settled()
    expect(stage.said).toEqual([expect.stringMatching(/^This browser keeps nothing/)])
    expect(stage.wrapup.draft(id).notes).toBe('Hal')
    await stage.hear(situation.wrapupGiven)
    expect(stage.said[1]).toContain('“Hal”')
  })

  test.each([
    ['nothing', null],
    ['a text', 'x'],
    [
      'pairs that are none',
      [1, null, ['a'], [1, { notes: 'x' }], ['a', { notes: 1 }], ['b', null]],
    ],
  ])('that were kept as %s are none', async (_what, value) => {
    const { wrapup } = createStage(fakeSealed(value))
    await settled()
    expect([wrapup.draft('a'), wrapup.draft('b')]).toEqual([{ notes: '' }, { notes: '' }])
  })

  test('keep a code only when it is whole', async () => {
    const { wrapup } = createStage(fakeSealed([[id, { notes: 'x', code: { id: 'w-1' } }]]))
    await settled()
    expect(wrapup.draft(id)).toEqual({ notes: 'x' })
  })
})

describe('keystrokes', () => {
  test('that come faster than the browser keeps them stand in no queue: the last one is kept next', async () => {
    const written: unknown[] = []
    const answers: ((kept: boolean) => void)[] = []
    const kept = {
      ...fakeSealed(),
      keep: (_id: string, draft: unknown) => {
        written.push(draft)
        return new Promise<boolean>((resolve) => answers.push(resolve))
      },
    }
    const { wrapup } = createStage(kept)
    await settled()
    wrapup.write(id, 'H')
    await settled()
    for (const notes of ['Ha', 'Hal', 'Half']) wrapup.write(id, notes)
    await settled()
    expect(written).toEqual([{ notes: 'H' }])
    answers[0]?.(true)
    await settled()
    expect(written).toEqual([{ notes: 'H' }, { notes: 'Half' }])
    wrapup.write(id, 'Halfway')
    answers[1]?.(true)
    await settled()
    expect(written.at(-1)).toEqual({ notes: 'Halfway' })
  })
})
