import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createCallCommands } from '~/conversations/commands'
import { createKeys, digitsIn, pace } from '~/conversations/digits'
import { Failed } from '~/genesys/errors'
import type { Command } from '~/ledger/command'
import { toStorage } from '~/ledger/kept'
import { createLedger } from '~/ledger/ledger'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

test.each([
  ['1234 5678#', '12345678#'],
  ['(030) 555-01.42', '0305550142'],
  ['*9', '*9'],
  ['4111\u00a01111', '41111111'],
  ['Card 4111', undefined],
  ['+4930', undefined],
  ['12AB', undefined],
  [' ', undefined],
  ['1'.repeat(65), undefined],
])('“%s” is pressed as %s', (text, digits) => {
  expect(digitsIn(text)).toBe(digits)
})

function stage(answer: Parameters<typeof createKeys>[0]['send'] = async () => 'taken') {
  const clock = createManualClock()
  const sent: string[] = []
  const keys = createRoot(() =>
    createKeys({
      clock,
      send(digits, pressedAt) {
        sent.push(digits)
        return answer(digits, pressedAt)
      },
    }),
  )
  return { clock, sent, keys }
}

describe('keys pressed quickly', () => {
  test('the first goes at once, the others together and in their order', async () => {
    const { clock, sent, keys } = stage()
    for (const key of ['1', '1', '2', '0']) keys.press(key)
    expect(sent).toEqual(['1'])
    await settled()
    expect(sent).toEqual(['1'])
    clock.advance(pace)
    await settled()
    expect(sent).toEqual(['1', '120'])
    expect(keys.typed()).toBe('1120')
  })

  test('after one that did not get through the rest is not sent, and what is said already is not said twice', async () => {
    const { clock, sent, keys } = stage(async () => 'told')
    keys.press('1')
    keys.press('2')
    await settled()
    clock.advance(pace)
    await settled()
    expect(sent).toEqual(['1'])
    expect(keys.typed()).toBe('')
    expect(keys.trouble()).toBe('')
    keys.press('3')
    expect(sent).toEqual(['1', '3'])
  })

  test('that nobody can hear are said to be so, until the next key', async () => {
    const { keys } = stage(async () => 'nobody')
    keys.press('1')
    await settled()
    expect([keys.typed(), keys.trouble()]).toEqual(['', 'Nobody in this call can hear digits now.'])
    keys.press('2')
    expect(keys.trouble()).toBe('')
  })

  test('a paste goes as one, or not at all', () => {
    const { sent, keys } = stage()
    keys.paste('12 34')
    keys.paste('four')
    expect(sent).toEqual(['1234'])
    expect(keys.trouble()).toMatch(/^Not sent/)
  })
})

test('no digit is in what the ledger knows, keeps or tells, even when it is refused', async () => {
  const clock = createManualClock()
  let known: readonly Command[] = []
  const ledger = createLedger({
    clock,
    onChange: (commands) => {
      known = commands
    },
    onEnd: () => {},
    proof: ({ state }) => (state.step === 'accepted' ? 'taken' : undefined),
    readBack: async () => {},
    hears: () => true,
    onDeaf: () => {},
  })
  const calls = createCallCommands({
    ask: async (_operation, _params, body) => {
      throw new Failed({
        ...{ kind: 'refused', outcome: 'refused', operation: 'sendDigits', status: 400 },
        ...{ code: 'invalid.value', message: `Value ${JSON.stringify(body)} is not valid` },
      })
    },
    ...{ ledger, clock, all: () => [] },
  })
  const ends = await Promise.all([
    calls.digits('call', 'customer', '4111', clock.now()),
    calls.digits('call', 'customer', '4111', clock.now()),
  ])
  expect(ends.map(({ state }) => state.step)).toEqual(['refused', 'refused'])
  expect(new Set(ends.map(({ id }) => id)).size).toBe(2)
  // Not by chance in an id, which is random.
  const texts = [...known, ...known.map(toStorage)].map(({ which: _, ...rest }) =>
    JSON.stringify({ ...rest, id: '' }),
  )
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.join()).not.toContain('4111')
})
