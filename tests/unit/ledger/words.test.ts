import { describe, expect, test } from 'vitest'
import type { Command, Fact, Verb } from '~/ledger/command'
import { fromStorage, toStorage } from '~/ledger/kept'
import { afterReload } from '~/ledger/words'

const command = (verb: Verb, name: string, fact: Fact): Command => ({
  ...{ id: 'o-1', verb, name, target: 'call-1', which: 'p-1', pressedAt: 1_000, deadline: 11_000 },
  ...{ lane: 'action', attempts: 0, state: { step: 'confirmed', fact, by: 'reading' } },
})

describe('what became of a command that was ordered before a reload', () => {
  test.each<[string, Command, boolean | undefined, string]>([
    ['a hold', command('hold', 'Hold', 'held'), undefined, 'done.'],
    ['the end of a call', command('end', 'End call', 'ended'), undefined, 'done.'],
    [
      'a hold of a call that has ended',
      command('hold', 'Hold', 'ended'),
      undefined,
      'your part in the call has ended.',
    ],
    ['a transfer that is found', command('transfer', 'It', 'ended'), true, 'done.'],
    [
      'a transfer that is not',
      command('transfer', 'It', 'ended'),
      false,
      'your part in the call has ended. Whether it happened cannot be seen.',
    ],
    [
      'a wrap-up that is not found',
      command('wrap-up', 'It', 'wrapped-up'),
      false,
      'no wrap-up is owed any more. Whether it happened cannot be seen.',
    ],
  ])('%s', (_what, end, isDone, words) => {
    expect(afterReload(end, isDone)).toBe(`${end.name}, ordered before the reload: ${words}`)
  })
})

describe('a command as it is kept', () => {
  test('comes back as it went, without what only its own page knew', () => {
    const { id, verb, name, target, which, pressedAt } = command('hold', 'Hold', 'held')
    const kept = JSON.parse(JSON.stringify(toStorage(command('hold', 'Hold', 'held'))))
    expect(fromStorage(id, kept)).toEqual({ id, verb, name, target, which, pressedAt })
  })

  test.each([
    [null],
    ['text'],
    [{}],
    [{ verb: 'explode', target: 'c', name: 'x', pressedAt: 1 }],
    [{ verb: 'toString', target: 'c', name: 'x', pressedAt: 1 }],
    [{ verb: 'hold', target: 5, name: 'x', pressedAt: 1 }],
    [{ verb: 'hold', target: 'c', name: 'x', pressedAt: 'now' }],
    [{ verb: 'hold', target: 'c', name: 'x', pressedAt: 1, which: {} }],
  ])('is nothing when it is %j', (value) => {
    expect(fromStorage('o-1', value)).toBeUndefined()
  })
})
