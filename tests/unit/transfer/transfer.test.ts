import { describe, expect, test } from 'vitest'
import { closed, type Happening, next, type Transfer } from '~/transfer/transfer'

const repairs = { kind: 'queue', id: 'q-2', name: 'Repairs' } as const
const number = { kind: 'number', id: '+493055500142', name: '+49 30 55500142' } as const
const choosing: Transfer = {
  step: 'choosing',
  query: 'rep',
  found: { state: 'searching', last: [] },
}
const chosen: Transfer = { ...choosing, found: { state: 'found', last: [repairs] } }
const sending: Transfer = { ...chosen, step: 'sending', to: repairs, looking: false }
const looking: Transfer = { ...sending, looking: true }

const open: Happening = { kind: 'open' }
const close: Happening = { kind: 'close' }
const type: Happening = { kind: 'type', query: 'bil' }
const found: Happening = { kind: 'found', query: 'rep', findings: { destinations: [repairs] } }
const stale: Happening = { kind: 'found', query: 're', findings: { destinations: [repairs] } }
const numbered: Happening = { kind: 'number', query: 'rep', number: { number } }
const staleNumber: Happening = { kind: 'number', query: 're', number: { number } }
const notFound: Happening = { kind: 'not-found', query: 'rep', why: 'No network.' }
const send: Happening = { kind: 'send', to: repairs, looking: false }
const look: Happening = { kind: 'send', to: repairs, looking: true }
const foundThere: Happening = { kind: 'found-there' }
const search: Happening = { kind: 'search' }
const cameBack: Happening = { kind: 'came-back' }

describe('a transfer', () => {
  test.each<[string, Transfer, Happening, Transfer]>([
    [
      'opens with an empty search under way',
      closed,
      open,
      { step: 'choosing', query: '', found: { state: 'searching', last: [] } },
    ],
    ['closes', choosing, close, closed],
    [
      'searches what is typed, and keeps what was found on screen',
      chosen,
      type,
      { step: 'choosing', query: 'bil', found: { state: 'searching', last: [repairs] } },
    ],
    [
      'forgets a number when another is typed: half of it is the number of somebody else',
      { ...chosen, number: { number } },
      type,
      { step: 'choosing', query: 'bil', found: { state: 'searching', last: [repairs] } },
    ],
    ['reads what is typed as a number', chosen, numbered, { ...chosen, number: { number } }],
    [
      'comes back with the number that was typed',
      { ...sending, number: { number } },
      cameBack,
      { ...chosen, number: { number } },
    ],
    ['shows what was found', choosing, found, chosen],
    [
      'says what could not be found out beside what was found',
      choosing,
      { ...found, findings: { destinations: [repairs], trouble: 'No people.' } },
      { ...choosing, found: { state: 'found', trouble: 'No people.', last: [repairs] } },
    ],
    [
      'says why nothing could be found, and keeps what was',
      chosen,
      notFound,
      { ...chosen, found: { state: 'failed', why: 'No network.', last: [repairs] } },
    ],
    ['is sent', chosen, send, sending],
    ['looks first whether somebody is there', chosen, look, looking],
    ['is sent when somebody is', looking, foundThere, sending],
    ['is called off while it only looks', looking, close, closed],
    [
      'searches again, and keeps what was typed',
      { ...chosen, number: { number } },
      search,
      { ...chosen, number: { number }, found: { state: 'searching', last: [repairs] } },
    ],
    ['comes back with all that was typed', sending, cameBack, chosen],
    [
      'on its way takes the results of what was asked before',
      { ...sending, found: choosing.found },
      found,
      sending,
    ],
    [
      'on its way takes the failure of what was asked before',
      sending,
      notFound,
      { ...sending, found: { state: 'failed', why: 'No network.', last: [repairs] } },
    ],
  ])('%s', (_what, before, happening, after) => {
    expect(next(before, happening)).toEqual(after)
  })

  test.each<[string, Transfer, Happening]>([
    ['that is open does not open anew', chosen, open],
    ['passes over an answer to what is no longer asked', choosing, stale],
    ['passes over a number that is no longer typed', choosing, staleNumber],
    ['passes over a failure of what is no longer asked', { ...choosing, query: 'r' }, notFound],
    ['on its way cannot be sent twice', sending, send],
    ['on its way cannot be closed', sending, close],
    ['on its way searches no more', sending, type],
    ['on its way passes over an answer to what is no longer asked', sending, stale],
    ['that is closed finds nothing', closed, found],
    ['that is closed is not typed into', closed, type],
    ['that is closed is not sent', closed, send],
    ['that was not sent does not come back', chosen, cameBack],
  ])('%s', (_what, transfer, happening) => {
    expect(next(transfer, happening)).toBe(transfer)
  })
})
