import { describe, expect, test } from 'vitest'
import { whyNotQueue } from '~/app/rights'
import { became } from '../fixtures/presence'
import { createStage } from './stage'

const lacks = 'Your role lacks the permission Routing > Agent > On Queue'

describe('the switch On Queue', () => {
  test.each([
    [[], undefined],
    [['routing:agent:onqueue'], undefined],
    [['routing:*:*'], undefined],
    [['conversation:call:view'], lacks],
  ])('of an agent with %j: %s', async (permissions, why) => {
    const { desk, live } = createStage(permissions)
    await live(1)
    expect(whyNotQueue(desk)).toBe(why)
  })

  test('leads off queue without the permission as well', async () => {
    const { desk, live, answers } = createStage(['conversation:call:view'])
    answers.getMe = () => ({ presence: became('on-queue') })
    await live(1)
    expect(desk.presence.onQueue()).toBe(true)
    expect(whyNotQueue(desk)).toBeUndefined()
  })
})
