import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createSkillNames } from '~/conversations/skills'
import { createCache } from '~/storage/cache'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { fakeShelf } from '../fake-storage'
import { me } from '../fixtures/conversations'
import { refused, unanswered } from '../fixtures/failures'
import { settled } from '../settled'

const warranty = { id: 's-w', name: 'Warranty', proficiency: 3, state: 'active' }

/** The desks of one agent in one browser. */
function createStage() {
  const clock = createManualClock()
  const kept = new Map<string, unknown>()
  const fake = fakeAsk({ listMySkills: () => ({ entities: [warranty], total: 1 }) })
  const open = () =>
    createRoot(() =>
      createSkillNames({
        ...{ ask: fake.ask, userId: me },
        cache: createCache({
          ...{ storage: fakeShelf(kept), owner: 'org:ana', stamp: '1', clock },
          isClosed: () => false,
        }),
      }),
    )
  /** What it is called once everything has come. */
  async function called(nameOf: ReturnType<typeof open>, id: string) {
    nameOf(id)
    for (let turn = 0; turn < 9; turn++) await settled()
    return nameOf(id)
  }
  return { ...fake, clock, kept, open, called, asked: () => fake.count('listMySkills') }
}

describe('the names of the agent’s skills', () => {
  test('are read once, when one is asked for, whatever is asked for afterwards', async () => {
    const { open, called, asked } = createStage()
    const nameOf = open()
    await settled()
    expect(asked()).toBe(0)
    expect(await called(nameOf, 's-w')).toBe('Warranty')
    expect(await called(nameOf, 's-of-others')).toBeUndefined()
    expect(asked()).toBe(1)
  })

  test('come page by page, five at most', async () => {
    const { answers, open, called, asked } = createStage()
    const pages: unknown[] = []
    answers.listMySkills = ({ params }) => {
      pages.push(params)
      return { entities: [{ id: `s-${params.pageNumber}`, name: 'One' }], total: 900 }
    }
    const nameOf = open()
    expect(await called(nameOf, 's-5')).toBe('One')
    expect(nameOf('s-6')).toBeUndefined()
    expect(asked()).toBe(5)
    expect(pages[1]).toEqual({ userId: me, pageSize: '100', pageNumber: '2' })
  })

  test('cost another tab nothing, and are read again behind when they are older', async () => {
    const { answers, clock, open, called, asked } = createStage()
    await called(open(), 's-w')
    expect(await called(open(), 's-w')).toBe('Warranty')
    expect(asked()).toBe(1)
    clock.advance(300_000)
    answers.listMySkills = () => ({ entities: [{ id: 's-w', name: 'Guarantees' }] })
    expect(await called(open(), 's-w')).toBe('Guarantees')
    answers.listMySkills = () => Promise.reject(unanswered())
    clock.advance(300_000)
    expect(await called(open(), 's-w')).toBe('Guarantees')
    expect(asked()).toBe(3)
  })

  test.each([refused(undefined, 403), unanswered(), 'nonsense'])(
    'that cannot be read (%s) are missing, and not asked for again',
    async (failure) => {
      const { answers, open, called, asked } = createStage()
      answers.listMySkills = () => Promise.reject(failure)
      const nameOf = open()
      expect(await called(nameOf, 's-w')).toBeUndefined()
      expect(await called(nameOf, 's-w')).toBeUndefined()
      expect(asked()).toBe(1)
    },
  )

  test.each([
    undefined,
    null,
    'skills',
    { entities: 'Warranty', total: 'many' },
    { entities: [null, 7, { id: 's-w' }, { id: 's-w', name: 8 }, { name: 'Warranty' }], total: -1 },
  ])('of %j there is none', async (answer) => {
    const { answers, open, called, asked } = createStage()
    answers.listMySkills = () => answer
    expect(await called(open(), 's-w')).toBeUndefined()
    expect(asked()).toBe(1)
  })

  test('that were kept as something else are as good as none', async () => {
    const { kept, open, called } = createStage()
    await called(open(), 's-w')
    for (const value of ['x', { 's-w': 'Warranty' }, [{ id: 's-w', name: {} }], [null]]) {
      for (const [key, entry] of kept) kept.set(key, { ...Object(entry), value })
      expect(await called(open(), 's-w')).toBeUndefined()
    }
  })
})
