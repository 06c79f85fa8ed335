import { describe, expect, test } from 'vitest'
import { chosenOf } from '~/wrapup/draft'
import { marksFromStorage, marksToStorage, shown, turned, unmarked, used } from '~/wrapup/marks'

const codes = ['Address changed', 'Caller hung up', 'Payment plan', 'Payment taken', 'Refund'].map(
  (name, index) => ({ id: `w-${index}`, name }),
)
const names = (query: string, marks = unmarked) =>
  shown(codes, query, marks).map(({ name }) => name)

describe('the codes as they are shown', () => {
  test('favourites come first, then the last ones used, then the others by name', () => {
    const marks = { favourite: ['w-4'], recent: ['w-3', 'w-1', 'w-4'] }
    expect(names('', marks)).toEqual([
      'Refund',
      'Payment taken',
      'Caller hung up',
      'Address changed',
      'Payment plan',
    ])
  })

  test('are those that contain what is typed, in any case; what begins with it comes first', () => {
    expect(names(' PAY ')).toEqual(['Payment plan', 'Payment taken'])
    expect(names('r')).toEqual(['Refund', 'Address changed', 'Caller hung up'])
    expect(names('xyz')).toEqual([])
  })
})

describe('what is kept of them', () => {
  test('three that were used, the latest first, each once', () => {
    let all = marksFromStorage(undefined)
    for (const code of ['a', 'b', 'c', 'a', 'd']) all = used(all, 'q', code)
    expect(all.get('q')).toEqual({ recent: ['d', 'a', 'c'], favourite: [] })
  })

  test('favourites, until they are none any more', () => {
    const once = turned(turned(new Map(), 'q', 'a', true), 'q', 'b', true)
    expect(once.get('q')?.favourite).toEqual(['a', 'b'])
    expect(turned(once, 'q', 'a', false).get('q')?.favourite).toEqual(['b'])
  })

  test('fifty queues: the one that was used longest ago goes', () => {
    let all = marksFromStorage(undefined)
    for (let queue = 0; queue < 50; queue++) all = used(all, `q-${queue}`, 'a')
    all = used(all, 'q-0', 'b')
    all = used(all, 'q-new', 'a')
    expect([all.size, all.has('q-0'), all.has('q-1')]).toEqual([50, true, false])
  })

  test('comes back as it was kept; anything else is nothing', () => {
    const all = turned(used(new Map(), 'q', 'a'), 'q', 'b', true)
    expect(marksFromStorage(JSON.parse(JSON.stringify(marksToStorage(all))))).toEqual(all)
    for (const value of [null, 'x', {}, [1, null, ['a']], [[1, {}]]])
      expect([...marksFromStorage(value)].filter(([id]) => id !== 'a')).toEqual([])
    const broken = marksFromStorage([['q', { recent: [1, 'a'], favourite: 'b' }]])
    expect(broken.get('q')).toEqual({ recent: ['a'], favourite: [] })
  })
})

describe('the code that would be sent', () => {
  const [first, second] = codes
  const ready = (...listed: typeof codes) => ({ state: 'ready', codes: listed }) as const

  test.each([
    ['the one chosen', { code: first, notes: '' }, ready(...codes), first],
    ['none, where none is chosen and there is a choice', { notes: '' }, ready(...codes), undefined],
    ['the only one there is', { notes: '' }, ready(...codes.slice(1, 2)), second],
    ['none from another queue', { code: first, notes: '' }, ready(...codes.slice(1, 3)), undefined],
    ['none, where there are none', { code: first, notes: '' }, ready(), undefined],
    [
      'the one chosen, before the list is there',
      { code: first, notes: '' },
      { state: 'loading' } as const,
      first,
    ],
  ] as const)('is %s', (_what, draft, listed, expected) => {
    const { code, notes } = draft as { code?: typeof first; notes: string }
    expect(chosenOf({ notes, ...(code && { code }) }, listed)).toEqual(expected)
  })
})
