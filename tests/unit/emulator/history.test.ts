import { expect, test } from 'vitest'
import { control, type Json } from './visitor'
import { atDesk } from './voice'

const from = { name: 'Ada Quill', number: '+493055500142' }
const history = '/conversations/calls/history'

test('the history has one’s calls that are over, the latest first, page by page', () =>
  atDesk(async ({ emulator, ana, clock, pass, place, queue }) => {
    const begin = new Date(clock.now()).toISOString()
    const busy = await place({ phoneNumber: '0001', callFromQueueId: queue('Billing') })
    pass(3000)
    const { body: missed } = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
    pass(1000)
    await control(emulator, 'POST', `/conversations/${missed.conversationId}/hangup`)
    const middle = new Date(clock.now()).toISOString()
    pass(1000)
    await place({ phoneNumber: '0002' })

    const { status, body } = await ana.ask('GET', history)
    expect(status).toBe(200)
    expect(body).toMatchObject({ total: 2, pageNumber: 1, pageSize: 25 })
    expect(body.entities).toMatchObject([
      { id: missed.conversationId, direction: 'inbound', missedCall: true },
      { id: busy, direction: 'outbound', missedCall: false, startTime: begin },
    ])
    expect(body.entities[1].participants).toMatchObject([
      {
        purpose: 'agent',
        user: { id: ana.userId },
        queue: { name: 'Billing' },
        didInteract: false,
      },
      { purpose: 'customer', disconnectType: 'endpoint', sipResponseCodes: [486] },
    ])

    const ids = async (query: string) =>
      (await ana.ask('GET', `${history}?${query}`)).body.entities.map(({ id }: Json) => id)
    expect(await ids('pageSize=1&pageNumber=2')).toEqual([busy])
    expect(await ids('expand=user,queue')).toHaveLength(2)
    expect(await ids(`interval=${middle}/${new Date(clock.now()).toISOString()}`)).toEqual([])
    expect(await ids(`interval=${begin}/${middle}`)).toHaveLength(2)
    expect((await ana.ask('GET', `${history}?pageSize=500`)).body.pageSize).toBe(50)
    expect((await ana.ask('GET', `${history}?interval=today`)).body.code).toBe('invalid.date')
  }))

test('a call that was answered and passed on is not missed', () =>
  atDesk(async ({ emulator, ana, mine, queue }) => {
    const { body } = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
    const id = body.conversationId
    await control(emulator, 'POST', `/users/${ana.userId}/answer`, { conversationId: id })
    const { id: own } = await mine(id)
    await ana.ask('POST', `/conversations/${id}/participants/${own}/replace/queue`, {
      queueId: queue('Repairs'),
    })
    const { body: past } = await ana.ask('GET', history)
    expect(past.entities).toMatchObject([{ id, missedCall: false, direction: 'inbound' }])
  }))
