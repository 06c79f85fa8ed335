import { expect, test } from 'vitest'
import type { Allowed } from '~/protocol/protocol'
import { whyNotAllowedHere } from '~/transfer/allowed'
import type { Destination } from '~/transfer/destination'

const to = {
  berlin: { kind: 'number', id: '+493055500142', name: '' },
  indiana: { kind: 'number', id: '+13175550199', name: '' },
  repairs: { kind: 'queue', id: 'q-2', name: 'Repairs' },
  claims: { kind: 'queue', id: 'q-3', name: 'Claims Leeds' },
  ben: { kind: 'person', id: 'u-1', name: 'Ben', presence: 'available' },
  halvard: {
    ...{ kind: 'contact', id: 'c-1', name: 'Halvard', phoneType: 'HomePhone' },
    number: '+13175550199',
  },
} as const satisfies Record<string, Destination>

const everybody = Object.keys(to)

test.each<[Allowed | undefined, readonly string[]]>([
  [undefined, everybody],
  [{}, everybody],
  [{ numbers: ['+49*'] }, ['berlin', 'repairs', 'claims', 'ben']],
  [{ numbers: ['+13175550199'] }, ['indiana', 'repairs', 'claims', 'ben', 'halvard']],
  [{ numbers: ['+1317555019'] }, ['repairs', 'claims', 'ben']],
  [{ numbers: ['+*'] }, everybody],
  [{ numbers: [] }, ['repairs', 'claims', 'ben']],
  [{ queues: ['repairs'] }, ['berlin', 'indiana', 'repairs', 'ben', 'halvard']],
  [{ queues: ['q-3'] }, ['berlin', 'indiana', 'claims', 'ben', 'halvard']],
  [{ queues: ['Claims*'] }, ['berlin', 'indiana', 'claims', 'ben', 'halvard']],
  [{ contacts: false }, ['berlin', 'indiana', 'repairs', 'claims', 'ben']],
])('%j allows %j', (allowed, names) => {
  const open = Object.entries(to).filter(([, one]) => !whyNotAllowedHere(one, allowed))
  expect(open.map(([name]) => name)).toEqual(names)
})
