import { expect, test } from 'vitest'
import { attemptLife as attemptOfEngine } from '~/engine/attempt'
import { lives } from '~/engine/retry'
import { attemptLife, orderLife } from '~/ledger/command'

test('page and engine agree on how long a command may go out, and may take to be answered', () => {
  expect([orderLife, attemptLife]).toEqual([lives.write, attemptOfEngine])
})
