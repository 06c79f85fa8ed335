import { describe, expect, test } from 'vitest'
import { readNumber } from '~/transfer/number'
import { createManualClock } from '../../manual-clock'

const read = (typed: string, country: string) => readNumber(typed, country, createManualClock())

describe('a number that is typed', () => {
  test.each([
    ['030 555 00142', 'DE', '+493055500142'],
    ['030/555-00142', 'DE', '+493055500142'],
    ['+49 (0) 30 55500142', 'US', '+493055500142'],
    ['+49 30 55500142', '', '+493055500142'],
    ['(317) 555-0142', 'US', '+13175550142'],
    ['1 317 555 0142', 'US', '+13175550142'],
    // Italy keeps its zero.
    ['06 6982', 'IT', '+39066982'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['8 800 555 01 42', 'RU', '+78005550142'],
  ])('%s in %s is %s', async (typed, country, id) => {
    expect(await read(typed, country)).toMatchObject({ number: { kind: 'number', id } })
  })

  test('reads as people write it', async () => {
    const known = await read('03055500142', 'DE')
    expect(known).toMatchObject({ number: { name: '+49 30 55500142' } })
  })

  test.each([
    ['030 5', 'DE', 'not a number that can be called'],
    ['+1 317 555', 'DE', 'too short'],
    ['317 555', 'US', 'too short'],
    ['+49 30 5550 0142 9999 99', 'DE', 'too long'],
    ['+999 12345678', 'DE', 'No country has this code'],
    ['030 55500142', '', 'with + and the country code'],
    ['030 55500142', 'Germany', 'with + and the country code'],
  ])('%s in %s cannot be called: %s', async (typed, country, why) => {
    expect(await read(typed, country)).toEqual({ trouble: expect.stringContaining(why) })
  })

  test.each(['', '  ', 'Repairs', 'Line 2', '42', '+', '---', 'sip:ben@example.com', '+49a30'])(
    '%j is a name, and no number',
    async (typed) => {
      expect(await read(typed, 'DE')).toBeUndefined()
    },
  )
})
