import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { Station, User } from '~/genesys/wire'
import type { Command } from '~/ledger/command'
import { createPhone } from '~/phone/store'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { settled } from '../settled'

const browser = { id: 's-1', name: 'Browser', type: 'inin_webrtc_softphone' }
const reception = { id: 's-2', name: 'Reception', type: 'inin_physical' }

function open() {
  const checked: string[] = []
  const told: (Station | undefined)[] = []
  const fake = fakeAsk({
    getMe: (): Partial<User> => ({ station: { associatedStation: browser } }),
    getStation: () => ({ id: 's-1', webRtcPersistentEnabled: false }),
  })
  const phone = createRoot(() =>
    createPhone({
      userId: 'ana',
      ask: fake.ask,
      clock: createManualClock(),
      ledger: { run: () => new Promise(() => {}), check: (by) => void checked.push(by) },
      onRead: (_user, station) => void told.push(station),
    }),
  )
  const proves = (verb: Command['verb'], which: string) =>
    phone.proof({ verb, which, id: 'c-1', target: 'ana', name: 'It', pressedAt: 0 } as Command)
  return { ...fake, phone, checked, told, proves }
}

test('reading it says whether a WebRTC phone keeps its connection, and hands it on', async () => {
  const { phone, told, checked } = open()
  await phone.read()
  expect([phone.own()?.effective?.id, phone.persistent()]).toEqual(['s-1', false])
  expect(told).toMatchObject([{ webRtcPersistentEnabled: false }])
  expect(checked).toEqual(['reading'])
})

test('an event counts at once, before what it does not tell has been read', async () => {
  const { phone, answers } = open()
  await phone.read()
  answers.getMe = () => new Promise(() => {})
  phone.hear({ associatedStation: { id: 's-2', name: 'Reception' } })
  expect(phone.own()?.effective?.id).toBe('s-2')
})

test('an answer that was asked for before the event is older news', async () => {
  const { phone, answers } = open()
  let answer = (_user: Partial<User>) => {}
  answers.getMe = () => new Promise((resolve) => (answer = resolve))
  const slow = phone.read()
  answers.getMe = () => ({ station: { associatedStation: reception } })
  phone.hear({ associatedStation: { id: 's-2', name: 'Reception' } })
  await settled()
  answer({ station: { associatedStation: browser } })
  await slow
  expect(phone.own()?.effective?.id).toBe('s-2')
})

test('an event that names no phone is no guess: it is read', async () => {
  const { phone, answers } = open()
  await phone.read()
  answers.getMe = () => ({ station: { defaultStation: reception } })
  phone.hear({})
  await settled()
  expect(phone.own()).toMatchObject({ associated: undefined, effective: { id: 's-2' } })
})

test('each order is proved by what it changes, and by nothing before it was read', async () => {
  const { phone, proves } = open()
  expect(proves('release-station', 's-1')).toBeUndefined()
  await phone.read()
  expect([proves('station', 's-1'), proves('station', 's-2')]).toEqual(['phone', undefined])
  expect([proves('release-station', 's-1'), proves('release-station', 's-9')]).toEqual([
    undefined,
    'phone',
  ])
  expect([proves('default-station', 's-1'), proves('clear-default-station', 's-1')]).toEqual([
    undefined,
    'phone',
  ])
})

test('a reading that failed says why, and keeps what was known', async () => {
  const { phone, answers } = open()
  await phone.read()
  answers.getMe = () => Promise.reject(new Error('no'))
  await phone.read()
  expect([phone.failed()?.kind, phone.own()?.effective?.id]).toEqual(['unreachable', 's-1'])
})
