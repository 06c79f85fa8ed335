import { describe, expect, test } from 'vitest'
import { createSettings } from '~/storage/settings'
import type { Destination, ToContact } from '~/transfer/destination'
import { createFavourites } from '~/transfer/favourites'
import { createRecents } from '~/transfer/recents'
import { deferred } from '../fake-ask'
import { fakeShelf } from '../fake-storage'
import { settled } from '../settled'

const repairs = { kind: 'queue', id: 'q-2', name: 'Repairs' } as const
const ben = {
  kind: 'person',
  id: 'u-1',
  name: 'Ben',
  presence: 'available',
  department: 'Sales',
} as const
const number = { kind: 'number', id: '+493055500142', name: '+49 30 55500142' } as const
const contact: ToContact = {
  ...{ kind: 'contact', id: 'c-1', name: 'Halvard', phoneType: 'HomePhone', number: '+1' },
}

function open(read?: () => Promise<unknown>) {
  const kept: unknown[] = []
  const readAnew = read ?? (async () => kept.at(-1))
  const favourites = createFavourites({
    ...{ read: readAnew, readAnew },
    keep: async (_name, value) => {
      kept.push(value)
      return true
    },
    forget: async () => {},
    follow: () => () => {},
  })
  return { favourites, kept, ids: () => favourites.all().map(({ id }) => id) }
}

describe('favourites', () => {
  test('are kept by kind, id and name, and nothing else', async () => {
    const { favourites, kept, ids } = open()
    favourites.toggle(ben)
    favourites.toggle(repairs)
    await settled()
    expect(kept.at(-1)).toEqual([
      { kind: 'person', id: 'u-1', name: 'Ben' },
      { kind: 'queue', id: 'q-2', name: 'Repairs' },
    ])
    expect(favourites.has({ ...ben, presence: 'offline' })).toBe(true)
    favourites.toggle(ben)
    await settled()
    expect(ids()).toEqual(['q-2'])
    expect(kept.at(-1)).toEqual([{ kind: 'queue', id: 'q-2', name: 'Repairs' }])
  })

  test.each<[string, Destination]>([
    ['a number', number],
    ['an external contact', contact],
    ['the agent', { ...ben, isMe: true }],
  ])('are never %s', async (_what, to) => {
    const { favourites, kept } = open()
    favourites.toggle(to)
    await settled()
    expect(favourites.all()).toEqual([])
    expect(kept).toEqual([])
  })

  test.each([
    [undefined],
    ['text'],
    [{ 0: 'x' }],
    [[null, 1, {}, { kind: 'number', id: '+1', name: 'x' }, { kind: 'queue', id: '', name: 'x' }]],
  ])('are none in %j', async (kept) => {
    const { ids } = open(async () => kept)
    await settled()
    expect(ids()).toEqual([])
  })

  test('chosen before the kept ones were read join them; one taken away stays away', async () => {
    const reading = deferred()
    const { favourites, kept, ids } = open(() => reading.promise)
    favourites.toggle(ben)
    favourites.toggle(repairs)
    favourites.toggle(repairs)
    reading.resolve([{ ...repairs }, { kind: 'queue', id: 'q-9', name: 'Sales' }])
    await settled()
    expect(ids()).toEqual(['q-9', 'u-1'])
    expect(kept.at(-1)).toMatchObject([{ id: 'q-9' }, { id: 'u-1' }])
  })
})

test('of two tabs are those of both, and one that is taken away in one is away', async () => {
  const shelf = fakeShelf()
  const tab = () => createFavourites(createSettings(shelf, 'ana'))
  const [one, other] = [tab(), tab()]
  await settled()
  one.toggle(ben)
  await settled()
  other.toggle(repairs)
  other.toggle({ ...repairs, id: 'q-3' })
  await settled()
  one.toggle(ben)
  await settled()
  expect(one.all().map(({ id }) => id)).toEqual(['q-2', 'q-3'])
  const next = tab()
  await settled()
  expect(next.all()).toEqual(one.all())
})

test('what was used last is listed once, the latest first, without why it could not be chosen', () => {
  const { all, note } = createRecents()
  note(number)
  note({ ...repairs, whyNot: 'Another transfer is on its way' })
  note(number)
  for (let i = 0; i < 20; i++) note({ ...repairs, id: `q-${i}` })
  expect(all()).toHaveLength(12)
  note(repairs)
  note(number)
  expect(all().slice(0, 2)).toEqual([number, repairs])
})
