import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { actions, actionWords, groups, standard } from '~/settings/actions'
import { changedFromStorage, createKeymap, unfit } from '~/settings/keymap'
import { problemWords } from '~/settings/problems'
import { reservedFor } from '~/settings/reserved'
import { createSettings } from '~/storage/settings'
import { fakeShelf } from '../fake-storage'
import { settled } from '../settled'

const owned = (shelf = fakeShelf()) =>
  createRoot(() => createKeymap(createSettings(shelf, 'org:ana')))

describe('the keys as they come', () => {
  test('are each for one action, free in every browser, and in one group', () => {
    expect(new Set(Object.values(standard)).size).toBe(actions.length)
    for (const action of actions) expect(unfit(standard[action], action), action).toBeUndefined()
    expect(groups.flatMap((group) => group.actions).sort()).toEqual([...actions].sort())
  })

  test('no single key orders anything', () => {
    const single = actions.filter((action) => standard[action].length === 1)
    expect(single).toEqual(['search', 'help'])
    expect(unfit('e', 'end')).toEqual({ kind: 'single' })
  })
})

describe('keys that are not to be had', () => {
  test.each([
    ['Ctrl+KeyT', 'tabs'],
    ['Ctrl+KeyW', 'tabs'],
    ['Ctrl+KeyN', 'tabs'],
    ['Meta+KeyW', 'tabs'],
    ['Ctrl+KeyR', 'page'],
    ['Ctrl+Shift+KeyT', 'tabs'],
    ['Ctrl+Shift+KeyN', 'tabs'],
    ['Ctrl+Shift+KeyR', 'page'],
    ['Ctrl+Shift+KeyI', 'page'],
    ['Ctrl+Tab', 'tabs'],
    ['Ctrl+KeyC', 'text'],
    ['Alt+F4', 'tabs'],
    ['Alt+ArrowLeft', 'page'],
    ['Alt+Shift+Tab', 'tabs'],
    ['F5', 'page'],
    ['F11', 'page'],
    ['Ctrl+Alt+KeyQ', 'types'],
    ['Escape', 'moves'],
    ['Shift+Enter', 'moves'],
    ['Tab', 'moves'],
  ])('%s: %s', (chord, kind) => {
    expect(reservedFor(chord)).toBe(kind)
  })

  test.each(['Alt+Shift+KeyX', 'Alt+KeyX', 'F8', 'Ctrl+Shift+KeyY', 'Alt+Shift+Digit1'])(
    '%s is free',
    (chord) => {
      expect(reservedFor(chord)).toBeUndefined()
    },
  )

  test('it is said in a plain sentence why', () => {
    const words = problemWords({ kind: 'taken', by: 'hold' }, 'Alt+Shift+H')
    expect(words).toBe(`Alt+Shift+H is taken: ${actionWords.hold}. Take it away there first.`)
    for (const kind of ['tabs', 'page', 'text', 'types', 'moves', 'single'] as const)
      expect(problemWords({ kind }, 'F5')).toMatch(/^F5 .+\.$/)
  })
})

describe('keys that an agent changes', () => {
  test('do the other thing from then on, in the next shift, too', async () => {
    const shelf = fakeShelf()
    const keymap = owned(shelf)
    expect(keymap.assign('mute', 'F8')).toBeUndefined()
    expect(keymap.actionOf('F8')).toBe('mute')
    expect(keymap.actionOf(standard.mute)).toBeUndefined()
    await settled()
    const next = owned(shelf)
    await settled()
    expect(next.of('mute')).toBe('F8')
    expect(next.isChanged('mute')).toBe(true)
    expect(next.isChanged('hold')).toBe(false)
  })

  test('cannot be those of another action, until that has let go of them', () => {
    const keymap = owned()
    expect(keymap.assign('mute', standard.hold)).toEqual({ kind: 'taken', by: 'hold' })
    expect(keymap.of('mute')).toBe(standard.mute)
    keymap.unassign('hold')
    expect(keymap.of('hold')).toBeUndefined()
    expect(keymap.assign('mute', standard.hold)).toBeUndefined()
    // And back only when they are free.
    expect(keymap.reset('hold')).toEqual({ kind: 'taken', by: 'mute' })
    keymap.reset('mute')
    expect(keymap.reset('hold')).toBeUndefined()
    expect(keymap.isChanged('hold')).toBe(false)
  })

  test('what was kept may be anything, and none of it ends a call by a single key', () => {
    for (const kept of [undefined, 'x', [], 7, { end: 5, mute: 'Ctrl+KeyT', x: 'F8' }])
      expect(changedFromStorage(kept)).toEqual({})
    expect(changedFromStorage({ end: 'e', help: 'h' })).toEqual({ help: 'h' })
    // Two of the same: the first has them.
    expect(changedFromStorage({ mute: 'F8', hold: 'F8' })).toEqual({ mute: 'F8', hold: '' })
  })
})
