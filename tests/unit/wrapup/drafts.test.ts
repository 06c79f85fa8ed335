import { describe, expect, test } from 'vitest'
import { deferred } from '../fake-ask'
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
    const kept = { ...fakeSealed(), read: () => reading.promise }
    const { wrapup } = createStage(kept)
    wrapup.write(id, 'New')
    reading.resolve([['another', { notes: 'Other' }]])
    await settled()
    expect(JSON.stringify(kept.now())).toContain('Other')
  })

  test.each([
    ['nothing', undefined],
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
