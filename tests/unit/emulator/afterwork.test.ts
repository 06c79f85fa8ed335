import { describe, expect, test } from 'vitest'
import { control, type Json } from './visitor'
import { atDesk, type Desk } from './voice'

/** Ana has talked for the queue; the far end may have hung up. */
async function call(desk: Desk, queueName: string, over: boolean) {
  const { emulator, place, pass, mine, queue, ana } = desk
  const id = await place({ phoneNumber: '+493055500142', callFromQueueId: queue(queueName) })
  pass(2600)
  const own = await mine(id)
  const path = `/conversations/calls/${id}/participants/${own.id}`
  const leg = `${path}/communications/${own.calls[0].id}`
  const hangUp = () => control(emulator, 'POST', `/conversations/${id}/hangup`)
  if (over) await hangUp()
  const codes = (await ana.ask('GET', `/conversations/${id}/participants/${own.id}/wrapupcodes`))
    .body
  const request = (body: Json) => ana.ask('PATCH', leg.replace('/calls/', '/aftercallwork/'), body)
  return { id, path, wrapup: `${leg}/wrapup`, hangUp, request, code: codes[0].id }
}

describe('after-call work of every kind of queue', () => {
  test.each([
    ['Billing', 'mandatory', undefined],
    ['Returns', 'timeout', 30_000],
    ['Enterprise', 'forcedTimeout', 20_000],
  ])('%s: %s, in time', (name, wrapupPrompt, wrapupTimeoutMs) =>
    atDesk(async (desk) => {
      const { ana, pass, mine, told } = desk
      const { id, wrapup, code } = await call(desk, name, true)
      pass(0)
      const owed = await told('conversations.calls', ({ participants }) => participants[0].endTime)
      expect(owed.participants[0]).toMatchObject({ wrapupRequired: true, wrapupPrompt })
      expect(owed.participants[0].wrapupTimeoutMs).toBe(wrapupTimeoutMs)
      expect(owed.participants[0].startAcwTime).toBeDefined()

      pass(5000)
      expect((await ana.ask('POST', wrapup, { code, notes: 'Paid' })).status).toBe(202)
      const forced = wrapupPrompt === 'forcedTimeout'
      expect((await mine(id)).calls[0].afterCallWork.state).toBe(forced ? 'pending' : 'complete')
      if (forced) pass(15_000)
      const done = await mine(id)
      expect(done.calls[0].afterCallWork).toMatchObject({
        state: 'complete',
        startTime: done.startAcwTime,
        endTime: done.endAcwTime,
      })
      expect(done.wrapup).toMatchObject({ code, notes: 'Paid', durationSeconds: 5 })
    }),
  )

  test.each([
    ['Returns', 30_000],
    ['Enterprise', 20_000],
  ])('%s: time is up', (name, ms) =>
    atDesk(async (desk) => {
      const { pass, mine, told } = desk
      const { id } = await call(desk, name, true)
      pass(ms - 1000)
      expect((await mine(id)).endAcwTime).toBeUndefined()
      pass(1000)
      const own = await mine(id)
      expect(own.wrapup).toMatchObject({ code: 'ININ-WRAP-UP-TIMEOUT', durationSeconds: ms / 1000 })
      expect(Date.parse(own.endAcwTime) - Date.parse(own.startAcwTime)).toBe(ms)
      await told('conversations', ({ participants }) => participants[0].endAcwTime)
    }),
  )

  test('Sales: optional, nothing is owed, and a code may be given late', () =>
    atDesk(async (desk) => {
      const { ana, mine } = desk
      const { id, wrapup, code } = await call(desk, 'Sales', true)
      expect(await mine(id)).toMatchObject({
        wrapupRequired: false,
        wrapupPrompt: 'optional',
        calls: [{ afterCallWork: { state: 'notApplicable' } }],
      })
      expect((await ana.ask('GET', '/conversations')).body.entities).toEqual([])
      expect((await ana.ask('POST', wrapup, { code })).status).toBe(202)
      expect((await ana.ask('GET', wrapup)).body.code).toBe(code)
    }))

  test('Loyalty: only when asked for while connected', () =>
    atDesk(async (desk) => {
      const { ana, pass, told, mine } = desk
      const { id, hangUp, request } = await call(desk, 'Loyalty', false)
      expect((await mine(id)).calls[0].afterCallWorkRequired).toBe(false)
      const asked = { afterCallWorkRequired: true }
      expect(await request(asked)).toEqual({ status: 202, body: asked })
      pass(0)
      const required = ({ participants }: Json) =>
        participants[0].calls[0].afterCallWorkRequired === true
      expect((await told('conversations', required)).participants[0]).toMatchObject({
        wrapupPrompt: 'agentRequested',
        wrapupRequired: true,
      })
      expect((await request({})).body.code).toBe('bad.request')
      await hangUp()
      expect((await mine(id)).calls[0].afterCallWork.state).toBe('pending')
      expect((await request({ afterCallWorkRequired: false })).status).toBe(400)
      pass(30_000)
      expect((await mine(id)).wrapup.code).toBe('ININ-WRAP-UP-TIMEOUT')
      expect((await ana.ask('GET', '/conversations')).body.entities).toEqual([])
    }))

  test('Loyalty: not asked for, nothing is owed', () =>
    atDesk(async (desk) => {
      const { id } = await call(desk, 'Loyalty', true)
      expect((await desk.mine(id)).startAcwTime).toBeUndefined()
    }))
})

describe('a wrap-up', () => {
  test('saved provisionally is read back on request only, and ends nothing', () =>
    atDesk(async (desk) => {
      const { ana, pass, told, mine } = desk
      const { id, path, wrapup, code } = await call(desk, 'Billing', true)
      const save = { notes: 'Half a sen', provisional: true, tags: ['urgent'] }
      expect((await ana.ask('POST', wrapup, save)).status).toBe(202)
      for (const one of [wrapup, `${path}/wrapup`, `${path}/wrapup`.replace('/calls', '')]) {
        expect(await ana.ask('GET', one)).toEqual({ status: 200, body: {} })
        const { body } = await ana.ask('GET', `${one}?provisional=true`)
        expect(body).toMatchObject({ notes: 'Half a sen', tags: ['urgent'] })
      }
      expect((await mine(id)).endAcwTime).toBeUndefined()
      pass(0)
      const coded = ({ participants }: Json) => participants[0].wrapup !== undefined

      await ana.ask('PATCH', path, { wrapup: { code, notes: 'Half a sentence.' } })
      pass(0)
      // The first event with a wrap-up has the real one.
      const event = (await told('conversations', coded)).participants[0]
      expect(event).toMatchObject({ wrapup: { code }, calls: [{ wrapup: { code } }] })
      expect((await ana.ask('GET', wrapup)).body).toMatchObject({ code, notes: 'Half a sentence.' })
      expect((await mine(id)).endAcwTime).toBeDefined()
    }))

  test('keeps its end time when that is asked for, and takes one that is given', () =>
    atDesk(async (desk) => {
      const { ana, pass } = desk
      const { wrapup, code } = await call(desk, 'Billing', true)
      const given = async (body: Json) => {
        await ana.ask('POST', wrapup, { code, ...body })
        return (await ana.ask('GET', wrapup)).body
      }
      const first = await given({})
      pass(60_000)
      const kept = await given({ notes: 'Later', disableEndTimeUpdates: true })
      expect(kept).toEqual({ ...first, notes: 'Later' })
      expect((await given({})).endTime).not.toBe(first.endTime)
      const endTime = '2026-01-01T10:00:00.000Z'
      expect(await given({ endTime, durationSeconds: 12 })).toMatchObject({
        endTime,
        durationSeconds: 12,
      })
      expect((await ana.ask('POST', wrapup, { code, endTime: 'now' })).body.code).toBe(
        'invalid.date',
      )
    }))

  test('is skipped only where it may be', () =>
    atDesk(async (desk) => {
      const { ana, mine } = desk
      const billing = await call(desk, 'Billing', true)
      const refused = await ana.ask('PATCH', billing.path, { wrapupSkipped: true })
      expect(refused.body.code).toBe('conversation.error.wrapup.cannot.skip')
      const sales = await call(desk, 'Sales', false)
      expect((await ana.ask('PATCH', sales.path, { wrapupSkipped: true })).status).toBe(202)
      expect((await mine(sales.id)).wrapupSkipped).toBe(true)
    }))

  test('is of one communication of one’s own', () =>
    atDesk(async (desk) => {
      const { ana, read } = desk
      const { id, wrapup, path, code } = await call(desk, 'Billing', true)
      const { participants } = await read(id)
      const other = wrapup.replace(/communications\/[^/]+/, `communications/${id}`)
      expect((await ana.ask('POST', other, { code })).status).toBe(404)
      const theirs = path.replace(/[^/]+$/, participants[1].id)
      expect((await ana.ask('PATCH', theirs, { wrapup: { code } })).body.code).toBe(
        'conversation.error.user.not.party',
      )
      expect((await ana.ask('PATCH', path, { wrapup: { notes: 'no code' } })).body.code).toBe(
        'conversation.error.wrapup.code.required',
      )
    }))
})
