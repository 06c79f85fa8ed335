import { describe, expect, test } from 'vitest'
import { checked } from '~/ring/settings'
import { soundingOf } from '~/ring/sounding'
import { callTones, tones } from '~/ring/tones'

const standard = { volume: 70, tone: 'soft', times: 0, off: [], notify: false, names: false }

describe('how the desk rings, as it was kept', () => {
  test.each([
    ['nothing', undefined, {}],
    ['a text', 'loud', {}],
    ['what it may be', { volume: 20, tone: 'low', times: 3, notify: true }, null],
    ['too loud', { volume: 900 }, {}],
    ['a tone that is none', { tone: 'toString' }, {}],
    ['endless numbers', { volume: Number.NaN, times: 7 }, {}],
    ['sounds, known and not', { off: ['lost', 'evil', 3] }, { off: ['lost'] }],
    [
      'a device',
      { device: { id: 'a', name: 'Headset', x: 1 } },
      { device: { id: 'a', name: 'Headset' } },
    ],
    ['a device without a name', { device: { id: 'a' } }, {}],
    ['truths that are none', { notify: 'yes', names: 1 }, {}],
  ])('%s', (_what, kept, differs) => {
    expect(checked(kept)).toEqual({ ...standard, ...(differs ?? Object(kept)) })
  })
})

describe('what sounds while calls ring', () => {
  test.each([
    ['nothing rings', { ringing: 0, turn: 4, talking: false }, {}, undefined],
    ['a call', { ringing: 1, turn: 4, talking: false }, {}, { score: callTones.soft, volume: 70 }],
    [
      'another tone, three times',
      { ringing: 1, turn: 4, talking: false },
      { tone: 'low', times: 3 },
      { score: callTones.low, volume: 70, times: 3, turn: 4 },
    ],
    [
      'a second call',
      { ringing: 1, turn: 4, talking: true },
      { times: 1 },
      { score: tones.waiting, volume: 70 },
    ],
    ['calls are off', { ringing: 1, turn: 4, talking: false }, { off: ['call'] }, undefined],
    [
      'calls are off, the beep is not',
      { ringing: 1, turn: 4, talking: true },
      { off: ['call'] },
      { score: tones.waiting, volume: 70 },
    ],
    ['the beep is off', { ringing: 2, turn: 4, talking: true }, { off: ['waiting'] }, undefined],
  ])('%s', (_what, moment, set, sounds) => {
    expect(soundingOf(moment, checked(set))).toEqual(sounds)
  })
})
