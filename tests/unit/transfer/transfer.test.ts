import { describe, expect, test } from 'vitest'
import { closed, type Happening, next, type Transfer } from '~/transfer/transfer'

const to = { kind: 'queue', id: 'q-2', name: 'Repairs' } as const
const intent = 'transfer'
const choosing: Transfer = { step: 'choosing', intent }
const looking: Transfer = { step: 'looking', intent, to }
const leaving: Transfer = { step: 'leaving', intent, to, until: 4_000, ms: 4_000 }
const sending: Transfer = { step: 'sending', intent, to, as: 'transfer' }
const offered: Transfer = { step: 'offered', intent, to }

const open: Happening = { kind: 'open', intent }
const consult: Happening = { kind: 'open', intent: 'consult' }
const close: Happening = { kind: 'close' }
const look: Happening = { kind: 'look', to }
const wait: Happening = { kind: 'wait', to, until: 4_000, ms: 4_000 }
const send: Happening = { kind: 'send', to, as: 'transfer' }
const offer: Happening = { kind: 'offered' }
const cameBack: Happening = { kind: 'came-back' }

describe('a transfer', () => {
  test.each<[string, Transfer, Happening, Transfer]>([
    ['opens', closed, open, choosing],
    [
      'becomes a consult while nothing is sent',
      choosing,
      consult,
      { ...choosing, intent: 'consult' },
    ],
    ['closes', choosing, close, closed],
    ['looks first whether somebody is there', choosing, look, looking],
    ['is called off while it only looks', looking, close, closed],
    ['can be taken back for a while', choosing, wait, leaving],
    ['can be taken back for a while when somebody is there', looking, wait, leaving],
    ['is called off while it can be taken back', leaving, close, closed],
    ['is sent at once where no time is set', choosing, send, sending],
    ['is sent when its time is over', leaving, send, sending],
    ['waits to be taken', sending, offer, offered],
    ...[looking, leaving, sending, offered].map((one): [string, Transfer, Happening, Transfer] => [
      `comes back from ${one.step}`,
      one,
      cameBack,
      choosing,
    ]),
  ])('%s', (_what, before, happening, after) => {
    expect(next(before, happening)).toEqual(after)
  })

  test.each<[string, Transfer, Happening]>([
    ['on its way cannot be sent twice', sending, send],
    ['on its way cannot be taken back', sending, wait],
    ['on its way cannot be closed', sending, close],
    ['on its way does not become something else', sending, consult],
    ['about to leave does not become something else', leaving, consult],
    ['about to leave is not looked for again', leaving, look],
    ['that waits to be taken is not sent again', offered, send],
    ['that waits to be taken is not closed', offered, close],
    ['that was not sent is not offered', leaving, offer],
    ['that is closed is not sent', closed, send],
    ['that is closed is not about to leave', closed, wait],
    ['that is closed does not come back', closed, cameBack],
    ['that was not sent does not come back', choosing, cameBack],
  ])('%s', (_what, transfer, happening) => {
    expect(next(transfer, happening)).toBe(transfer)
  })
})
