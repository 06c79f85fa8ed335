import { describe, expect, test } from 'vitest'
import { problemOf } from '~/transfer/check'
import type { Destination } from '~/transfer/destination'
import { createStage, id, repairs } from './stage'

const number = (to: string): Destination => ({ kind: 'number', id: to, name: to })
const person = (to: string): Destination => ({
  ...{ kind: 'person', id: to, name: 'Ben', presence: 'available' },
})

const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e'

describe('where a call is sent', () => {
  test.each([number('+493055500142'), number('+49110'), repairs, person(uuid), person('u-ben')])(
    'can be $kind $id',
    (to) => {
      expect(problemOf(to)).toBeUndefined()
    },
  )

  test.each([
    ...['493055500142', '+0305550014', '+49 30 5550', '+49', '+1234567890123456', 'tel:+49305550'],
    ...['+4930555,,1', '+49305550;ext=1', ''],
  ])('cannot be the number %j', (to) => {
    expect(problemOf(number(to))).toMatch(/^Number: /)
  })

  test.each(['', '../u', 'a b', 'x'.repeat(101)])('cannot be somebody called %j', (to) => {
    expect(problemOf(person(to))).toMatch(/^Colleague: /)
    expect(problemOf({ ...repairs, id: to })).toMatch(/^Queue: /)
  })

  test('is looked at before anything is asked, and what was typed stays', async () => {
    const { transfers, finder, send, said, asked, now } = createStage()
    transfers.open(id)
    finder().type('49305550')
    await send(number('49305550'))
    expect(asked).toEqual([])
    expect(said).toEqual([
      'The call was not transferred. Number: it must begin with + and the country code, and have 4 to 15 digits.',
    ])
    expect(now()).toMatchObject({ step: 'choosing', query: '49305550' })
  })
})
