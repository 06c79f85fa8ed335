import { describe, expect, test } from 'vitest'
import { problemOf } from '~/wrapup/check'
import { createStage, id, solved } from './stage'

const long = 'Notes: 10,001 characters are too many, 10,000 can be sent'

describe('a wrap-up before it is sent', () => {
  test.each([
    ['a code alone', { code: solved }, undefined],
    ['a code and as much as fits', { code: solved, notes: 'n'.repeat(10_000) }, undefined],
    ['no code', { notes: 'Called back.' }, 'Choose a wrap-up code first'],
    ['nothing', {}, 'Choose a wrap-up code first'],
    ['too much', { code: solved, notes: 'n'.repeat(10_001) }, long],
    ['neither code nor bounds', { notes: 'n'.repeat(10_001) }, 'Choose a wrap-up code first'],
  ])('with %s', (_what, draft, problem) => {
    expect(problemOf(draft)).toBe(problem)
  })

  test.each([
    ['without its code', false, 'n', 'Choose a wrap-up code first'],
    ['with too long a note', true, 'n'.repeat(10_001), long],
  ])('%s is not sent, says why, and keeps what was written', async (_what, coded, notes, why) => {
    const { wrapup, submit, said, count } = createStage()
    if (coded) wrapup.choose(id, solved)
    wrapup.write(id, notes)
    await submit()
    expect(count('submitWrapup')).toBe(0)
    expect(said).toEqual([`The wrap-up was not sent. ${why}.`])
    expect(wrapup.draft(id).notes).toBe(notes)
  })
})
