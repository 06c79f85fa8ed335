import { describe, expect, test } from 'vitest'
import type { Destination, Doing } from '~/transfer/destination'
import { createFinder, type FinderParts, type SearchOptions } from '~/transfer/finder'
import { createManualClock } from '../../manual-clock'
import { eventually } from '../eventually'
import { settled } from '../settled'
import { finderParts } from './parts'

const repairs = { kind: 'queue', id: 'q-2', name: 'Repairs' } as const
const sales = { kind: 'queue', id: 'q-3', name: 'Sales' } as const
const free: Doing = {
  ...{ presence: 'available', word: 'Available', routing: 'OFF_QUEUE', outOfOffice: false },
}
const ben = {
  ...{
    kind: 'person',
    id: 'u-1',
    name: 'Ben Okafor',
    presence: 'available',
    department: 'Repairs',
  },
  doing: free,
} as const satisfies Destination

async function open(more: Partial<FinderParts> = {}, ...found: Destination[]) {
  const clock = createManualClock()
  const searched: SearchOptions['tab'][] = []
  const finder = createFinder({
    ...finderParts(clock),
    async search(_text, { tab }) {
      searched.push(tab)
      return { destinations: found }
    },
    ...more,
  })
  await settled()
  return { finder, searched, clock, rows: () => finder.listing().rows }
}

describe('a finder', () => {
  test('searches in the tab that is shown, at once', async () => {
    const { finder, searched } = await open()
    finder.show('queues')
    finder.show('queues')
    finder.show('external')
    await settled()
    expect(searched).toEqual(['all', 'queues', 'queues', 'external'])
    expect(finder.now()).toMatchObject({ tab: 'external', found: { state: 'found', last: [] } })
  })

  test('asks nothing for what was used last', async () => {
    const parts = finderParts(createManualClock())
    const { finder, searched, rows } = await open({ recents: parts.recents })
    finder.show('recent')
    expect([rows(), finder.now().found.state]).toEqual([[], 'found'])
    parts.recents.note(repairs)
    expect(rows()).toEqual([repairs])
    expect(searched).toEqual(['all'])
  })

  test('lists a favourite once, before what was found, as the role admits it', async () => {
    const { finder, rows } = await open(
      { admit: (to) => (to.id === 'q-3' ? { ...to, whyNot: 'Not there' } : to) },
      repairs,
      sales,
    )
    finder.favourites.toggle(sales)
    expect(rows()).toEqual([{ ...sales, whyNot: 'Not there' }, repairs])
    const [before] = rows()
    finder.show('queues')
    await settled()
    // The same row: nothing is drawn anew.
    expect(rows()[0]).toBe(before)
  })

  test('offers a number as the role admits it', async () => {
    const { finder, rows } = await open({ admit: (to) => ({ ...to, whyNot: 'Not there' }) })
    finder.type('+49 30 55500142')
    await eventually(rows).toMatchObject([{ kind: 'number', whyNot: 'Not there' }])
  })

  test('says what speaks for a row, and who has come or gone since', async () => {
    const { finder, clock } = await open(
      {
        sight: {
          ...finderParts(createManualClock()).sight,
          now: () => 0,
          observe: async () => new Map([['q-2', { onQueue: 2, waiting: 0 }]]),
        },
      },
      repairs,
      ben,
    )
    expect(finder.about(ben)).toBe('Available · Repairs · just now')
    expect(finder.about(repairs)).toBe('')
    expect(finder.seen(ben)).toMatchObject({ presence: 'available', away: false })
    expect(finder.trouble()).toBeUndefined()
    clock.advance(0)
  })

  test('is told of nothing any more once it has stopped', async () => {
    const { finder, searched, clock } = await open({}, repairs)
    finder.type('x')
    finder.stop()
    clock.advance(60_000)
    await settled()
    expect(searched).toEqual(['all'])
  })
})
