import { describe, expect, test } from 'vitest'
import { answeringWords, kindWords, ownPhoneFromWire } from '~/phone/phone'

const own = { id: 's-1', name: 'Browser', type: 'inin_webrtc_softphone' }
const desk = { id: 's-2', name: 'Reception', type: 'inin_physical' }

describe('the phone that calls ring at', () => {
  test.each([
    ['none', {}, undefined],
    ['the default one where none was chosen', { defaultStation: own }, 's-1'],
    [
      'the chosen one before the default one',
      { associatedStation: desk, defaultStation: own },
      's-2',
    ],
    ['the one that Genesys Cloud says', { effectiveStation: own, associatedStation: desk }, 's-1'],
    ['none where it has no id', { effectiveStation: { name: 'Nameless' } }, undefined],
  ])('is %s', (_which, wire, id) => {
    expect(ownPhoneFromWire(wire).effective?.id).toBe(id)
  })

  test('is told with since when it is in use, and without a date that is none', () => {
    const at = '2026-01-31T08:00:00.000Z'
    const since = (associatedDate: string) =>
      ownPhoneFromWire({ associatedStation: { ...own, associatedDate } }).associated?.since
    expect(since(at)).toBe(Date.parse(at))
    expect(since('yesterday')).toBeUndefined()
  })
})

describe('the kind of a phone', () => {
  test.each([
    ['inin_webrtc_softphone', 'WebRTC phone, in a browser'],
    ['inin_remote', 'Remote number'],
    ['inin_physical', 'SIP phone'],
    ['generic_sip', 'Generic SIP phone'],
    ['', 'Phone of a kind that is not told'],
  ])('%j is in plain words', (type, words) => {
    expect(kindWords(type)).toBe(words)
  })

  test.each<[string, boolean | undefined, RegExp]>([
    ['inin_webrtc_softphone', false, /^Answer does not work from here/],
    ['inin_webrtc_softphone', true, /while its persistent connection is up/],
    ['inin_webrtc_softphone', undefined, /could not be found out/],
    ['inin_remote', undefined, /only while a persistent connection to the number is up/],
    ['inin_physical', undefined, /talk and hold events/],
    ['', undefined, /is not known/],
  ])('%j, persistent %s: says whether Answer works on it', (type, persistent, words) => {
    expect(answeringWords(type, persistent)).toMatch(words)
  })
})
