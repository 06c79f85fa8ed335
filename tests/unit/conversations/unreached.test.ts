import { expect, test } from 'vitest'
import { unreachedOf, unreachedWords } from '~/conversations/unreached'
import type { Call } from '~/genesys/wire'

const said = (...reasons: [string, number | string][]): Call => ({
  disconnectType: 'error',
  disconnectReasons: reasons.map(([type, code]) => ({ type, code: code as number })),
})

test.each<[string, Call | undefined, string]>([
  ['busy by SIP', said(['sip', 486]), 'busy'],
  ['busy everywhere', said(['sip', 600]), 'busy'],
  ['busy by Q.850', said(['q850', 17]), 'busy'],
  [
    'the network’s own cause goes before the answer it was turned into',
    said(['sip', 486], ['q850', 1]),
    'unknown-number',
  ],
  [
    'a cause that says nothing leaves the word to the answer',
    said(['q850', 127], ['sip', 486]),
    'busy',
  ],
  ['in capitals', said(['SIP', 404]), 'unknown-number'],
  ['a number that was changed', said(['q850', 22]), 'unknown-number'],
  ['too short a number', said(['sip', 484]), 'unknown-number'],
  ['a code as text', said(['sip', '486']), 'busy'],
  ['a time-out of SIP', said(['sip', 408]), 'no-answer'],
  ['rang and rang', said(['q850', 19]), 'no-answer'],
  ['declined there', said(['sip', 603]), 'declined'],
  ['no way through', said(['sip', 503]), 'failed'],
  ['a code of tomorrow', said(['carrier-pigeon', 7]), 'failed'],
  ['a time-out without a reason', { disconnectType: 'timeout' }, 'no-answer'],
  ['a colleague who declined', { disconnectType: 'client' }, 'declined'],
  ['do not disturb, as REST spells it', { disconnectType: 'endpoint.donotdisturb' }, 'away'],
  ['do not disturb, as an event does', { disconnectType: 'transfer.dnd' }, 'away'],
  ['no reason at all', {}, 'failed'],
  ['no leg at all', undefined, 'failed'],
  ['a type that is a word of the language', { disconnectType: 'constructor' }, 'failed'],
])('%s', (_what, leg, why) => {
  expect(unreachedOf(leg).why).toBe(why)
})

test('the reason is that of the platform, else that of the network', () => {
  const reasons = [{ type: 'sip', code: 486, phrase: 'Busy Here' }]
  const of = (leg: Call) =>
    unreachedWords('Kai', unreachedOf({ disconnectReasons: reasons, ...leg }))
  expect(of({})).toBe('Kai was busy (Busy Here)')
  expect(of({ errorInfo: { code: 'x', message: 'Line in use.' } })).toBe(
    'Kai was busy (Line in use)',
  )
  expect(of({ disconnectReasons: [{ type: 'sip', code: 486 }] })).toBe('Kai was busy')
})
