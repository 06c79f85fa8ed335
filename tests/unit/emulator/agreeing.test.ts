import { describe, expect, test } from 'vitest'
import { disagreements } from './agreeing'
import { control, type Json } from './visitor'
import { atDesk, type Desk } from './voice'

const numbers = { from: { name: 'Derya Kowalczyk', number: '+14635550101' } }

/** A call of the queue that rings at the desk. */
async function ring({ emulator, ana, pass, queue }: Desk): Promise<string> {
  await control(emulator, 'POST', `/users/${ana.userId}/presence`, { systemPresence: 'On Queue' })
  const wanted = { ...numbers, attributes: { account: '7' }, queueId: queue('Billing') }
  const { body } = await control(emulator, 'POST', '/calls', wanted)
  pass(0)
  return body.conversationId
}

describe('an event of a conversation', () => {
  test('tells what REST tells at the same moment, on every field that both have', () =>
    atDesk(async (desk) => {
      const { ana, emulator, events, read, mine, pass } = desk
      const topic = `v2.users.${ana.userId}.conversations`
      const told = (id: string) =>
        events.frames.filter(
          ({ topicName, eventBody }) => topicName === topic && eventBody.id === id,
        )
      let seen = 0
      /** The two are compared once everything on its way has come. */
      async function compare(step: string, id: string): Promise<void> {
        pass(0)
        const pongs = () => events.frames.filter(({ eventBody }) => eventBody?.message === 'pong')
        const before = pongs().length
        events.send('{"message":"ping"}')
        await expect.poll(() => pongs().length).toBe(before + 1)
        const frames = told(id)
        expect(frames.length, step).toBeGreaterThan(seen)
        seen = frames.length
        expect(disagreements(await read(id), frames.at(-1).eventBody), step).toEqual([])
      }
      const own = (id: string) => async (path: string, method: string, body?: Json) => {
        const participant = (await mine(id)).id
        const { status } = await ana.ask(
          method,
          `/conversations/calls/${id}/participants/${participant}${path}`,
          body,
        )
        expect(status, path).toBeLessThan(300)
      }

      const id = await ring(desk)
      await compare('call', id)
      const act = own(id)
      await act('', 'PATCH', { state: 'connected' })
      await compare('answer', id)
      desk.clock.advance(3000)
      await act('', 'PATCH', { held: true })
      await compare('hold', id)
      await act('', 'PATCH', { held: false })
      await compare('unhold', id)
      const { users } = (await control(emulator, 'GET', '/state')).body
      const [customer] = (await read(id)).participants
      const consult = `/conversations/calls/${id}/participants/${customer.id}/consult`
      const asked = { speakTo: 'DESTINATION', userId: users[1].id }
      expect((await ana.ask('POST', `${consult}/agent`, asked)).status).toBe(200)
      await compare('consult', id)
      expect((await ana.ask('DELETE', consult)).status).toBeLessThan(300)
      await compare('consult over', id)
      const pause = { recordingState: 'PAUSED' }
      await ana.ask('PATCH', `/conversations/${id}/recordingstate`, pause)
      await compare('pause', id)
      const transfer = { queueId: desk.queue('Repairs'), transferType: 'Unattended' }
      const { id: me } = await mine(id)
      const there = `/conversations/${id}/participants/${me}/replace/queue`
      expect((await ana.ask('POST', there, transfer)).status).toBeLessThan(300)
      await compare('transfer', id)
      const { body: codes } = await ana.ask(
        'GET',
        `/conversations/${id}/participants/${me}/wrapupcodes`,
      )
      await act('', 'PATCH', { wrapup: { code: codes[0].id, notes: 'An invoice' } })
      await compare('wrap-up', id)
      await control(emulator, 'POST', `/conversations/${id}/hangup`)
      await compare('end', id)
    }))
})
