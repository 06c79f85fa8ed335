import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { startTalk } from './parties'
import { control, type Json, withEmulator } from './visitor'

const disconnected = { state: 'disconnected' }

describe('a consult, as both agents see it', () => {
  test('rings, talks, turns to the customer and to both, and is completed', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, ben } = talk
      const customer = await talk.path('customer')
      const asked = await ana.ask('POST', `${customer}/consult/agent`, {
        speakTo: 'DESTINATION',
        userId: ben.userId,
      })
      const destination = await talk.participant('Ben')
      const answer = { destinationParticipantId: destination.id }
      expect(asked).toEqual({ status: 200, body: answer })
      expect(customer).toContain(destination.consultParticipantId)
      const waits = { customer: 'connected confined', Ana: 'connected' }
      await talk.seen({ ...waits, Ben: 'alerting' }, 'Pending')
      const { body: own } = await ben.ask('GET', '/conversations')
      expect(own.entities).toMatchObject([{ id: talk.id }])

      await talk.act('ben', 'answer')
      await talk.seen({ ...waits, Ben: 'connected' }, 'Active')

      const turned = await ana.ask('PATCH', `${customer}/consult`, { speakTo: 'OBJECT' })
      expect(turned).toEqual({ status: 200, body: answer })
      const together = { customer: 'connected', Ana: 'connected' }
      await talk.seen({ ...together, Ben: 'connected confined' }, 'Active')
      await ana.ask('PATCH', `${customer}/consult`, { speakTo: 'BOTH' })
      await talk.seen({ ...together, Ben: 'connected' }, 'Active')

      expect((await ana.ask('PATCH', await talk.path('Ana'), disconnected)).status).toBe(202)
      const left = { customer: 'connected', Ana: 'disconnected transfer.consult', Ben: 'connected' }
      const { participants } = await talk.seen(left, 'Complete')
      const find = (name: string) => participants.find((one: Json) => one.name.startsWith(name))
      expect(find('Ana').startAcwTime).toEqual(expect.any(String))
      expect(find('Ben').queueId).toBe(find('Ana').queueId)
      expect((await ana.ask('DELETE', `${customer}/consult`)).body).toMatchObject({
        status: 404,
        code: 'conversation.error.consult.transfer.pending.not.found',
      })
    }))

  test('of a queue rings at one of its agents, and is taken back', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, ben } = talk
      const customer = await talk.path('customer')
      const { body: state } = await control(emulator, 'GET', '/state')
      const body = { speakTo: 'DESTINATION', queueId: state.queues[1].id }
      const asked = await ana.ask('POST', `${customer}/consult/queue`, body)
      expect(asked.body.destinationParticipantId).toBe((await talk.participant('acd')).id)
      const waits = { customer: 'connected confined', Ana: 'connected', acd: 'connected' }
      await talk.seen(waits, 'Pending')
      const onQueue = { systemPresence: 'On Queue' }
      await control(emulator, 'POST', `/users/${ben.userId}/presence`, onQueue)
      await talk.seen({ ...waits, Ben: 'alerting' }, 'Pending')
      expect(await talk.participant('Ben')).toMatchObject({
        queueId: state.queues[1].id,
        consultParticipantId: (await talk.participant('customer')).id,
      })
      await talk.act('ben', 'answer')
      await talk.seen({ ...waits, acd: 'terminated transfer', Ben: 'connected' }, 'Active')
      const turned = await ana.ask('PATCH', `${customer}/consult`, { speakTo: 'DESTINATION' })
      expect(turned.body.destinationParticipantId).toBe((await talk.participant('Ben')).id)

      const canceled = await ana.ask('DELETE', `${customer}/consult`)
      expect(canceled).toEqual({ status: 200, body: undefined })
      const alone = { customer: 'connected', Ana: 'connected', Ben: 'disconnected peer' }
      await talk.seen(alone, 'Canceled')
      expect((await talk.participant('Ben')).startAcwTime).toEqual(expect.any(String))
      const again = await ana.ask('DELETE', `${customer}/consult`)
      expect(again.body.code).toBe('conversation.error.consult.transfer.pending.not.found')
    }))

  test('declined gives the customer back', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const body = { speakTo: 'DESTINATION', userId: talk.ben.userId }
      await talk.ana.ask('POST', `${await talk.path('customer')}/consult/agent`, body)
      await talk.act('ben', 'hangup')
      const alone = { customer: 'connected', Ana: 'connected', Ben: 'disconnected client' }
      await talk.seen(alone, 'Failed')
      const { body: own } = await talk.ben.ask('GET', '/conversations')
      expect(own.entities).toEqual([])
    }))

  test('goes on between the two when the customer hangs up', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const body = { speakTo: 'DESTINATION', userId: talk.ben.userId }
      await talk.ana.ask('POST', `${await talk.path('customer')}/consult/agent`, body)
      await talk.act('ben', 'answer')
      await control(emulator, 'POST', `/conversations/${talk.id}/hangup`)
      const two = { customer: 'disconnected endpoint', Ana: 'connected', Ben: 'connected' }
      await talk.seen(two, 'Failed')
      await talk.act('ana', 'hangup')
      const over = { Ana: 'disconnected client', Ben: 'disconnected peer' }
      expect(await talk.seen(over)).toHaveProperty('endTime')
    }))

  test('with an outside number is dialled for two seconds', async () => {
    const clock = createManualClock()
    await withEmulator(
      async (emulator) => {
        const talk = await startTalk(emulator)
        const body = { speakTo: 'DESTINATION', address: '+1 463 555 0199' }
        await talk.ana.ask('POST', `${await talk.path('customer')}/voice/consult`, body)
        clock.advance(1000)
        const waits = { customer: 'connected confined', Ana: 'connected' }
        await talk.seen({ ...waits, external: 'dialing' }, 'Pending')
        clock.advance(2000)
        clock.advance(100)
        await talk.seen({ ...waits, external: 'connected' }, 'Active')
        await talk.act('ana', 'hangup')
        clock.advance(100)
        const left = { customer: 'connected', external: 'connected' }
        await talk.seen({ ...left, Ana: 'disconnected transfer.consult' }, 'Complete')
      },
      { clock },
    )
  })
})
