import { describe, expect, test } from 'vitest'
import { createSealed } from '~/storage/sealed'
import type { Shelf } from '~/storage/storage'
import { fakeShelf } from './fake-storage'

/** A browser's storage, as long as the test lasts. */
function createStored() {
  const map = new Map<string, unknown>()
  return { map, storage: fakeShelf(map) }
}

const hour = 3_600_000

describe('what an agent wrote', () => {
  test('comes back to the same agent, after the page is gone', async () => {
    const { storage } = createStored()
    await createSealed(storage, 'drafts', 'ana', () => 0).keep('call-1', { notes: 'Grüße' })
    const again = createSealed(storage, 'drafts', 'ana', () => hour)
    expect(await again.keep('call-2', 'kept')).toBe(true)
    await again.keep('call-2')
    expect(await again.read()).toEqual([['call-1', { notes: 'Grüße' }]])
  })

  test('is not there for another agent', async () => {
    const { storage } = createStored()
    await createSealed(storage, 'drafts', 'ana', () => 0).keep('a', 'secret')
    expect(await createSealed(storage, 'drafts', 'ben', () => 0).read()).toEqual([])
  })

  test('is nobody’s after a shift', async () => {
    const { map, storage } = createStored()
    let now = 0
    const sealed = createSealed(storage, 'drafts', 'ana', () => now)
    await sealed.keep('a', 'words')
    now = 12 * hour
    expect(await sealed.read()).toEqual([['a', 'words']])
    now++
    expect(await sealed.read()).toEqual([])
    expect(map.has('drafts:a')).toBe(false)
  })

  test('cannot be read in the store itself, and its key cannot be taken out', async () => {
    const { map, storage } = createStored()
    await createSealed(storage, 'drafts', 'ana', () => 0).keep('a', 'Grandmother’s maiden name')
    const { data } = map.get('drafts:a') as { data: ArrayBuffer }
    expect(Buffer.from(data).toString('latin1')).not.toContain('maiden')
    expect(Buffer.from(data).byteLength).toBeGreaterThan(20)
    const key = map.get('key') as CryptoKey
    expect(key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })

  test('is never sealed twice alike', async () => {
    const { map, storage } = createStored()
    const sealed = createSealed(storage, 'drafts', 'ana', () => 0)
    const data = async () => {
      await sealed.keep('a', 'same')
      return Buffer.from((map.get('drafts:a') as { data: ArrayBuffer }).data).toString('hex')
    }
    expect(await data()).not.toBe(await data())
  })

  test('is what the last keystroke made of it', async () => {
    const { storage } = createStored()
    const sealed = createSealed(storage, 'drafts', 'ana', () => 0)
    await Promise.all(['a', 'ab', 'abc'].map((text) => sealed.keep('a', text)))
    expect(await sealed.read()).toEqual([['a', 'abc']])
  })

  test.each([
    ['nothing', undefined],
    ['a text', 'x'],
    [
      'something that was not sealed',
      { owner: 'ana', at: 0, iv: new Uint8Array(12), data: new ArrayBuffer(40) },
    ],
    ['half of it', { owner: 'ana', at: 0 }],
  ])('that is kept as %s counts as not there', async (_what, kept) => {
    const { map, storage } = createStored()
    map.set('drafts:a', kept)
    expect(await createSealed(storage, 'drafts', 'ana', () => 0).read()).toEqual([])
    expect(map.has('drafts:a')).toBe(false)
  })

  test('in one tab is not overwritten by another tab', async () => {
    const { storage } = createStored()
    const [first, second] = [0, 1].map(() => createSealed(storage, 'drafts', 'ana', () => 0))
    await first?.keep('a', 'of the first')
    await second?.keep('b', 'of the second')
    await first?.keep('a', 'of the first, and more')
    expect(await second?.read()).toEqual([
      ['a', 'of the first, and more'],
      ['b', 'of the second'],
    ])
  })

  test('grows old by itself, whatever else is written later', async () => {
    const { storage } = createStored()
    let now = 0
    const sealed = createSealed(storage, 'drafts', 'ana', () => now)
    await sealed.keep('a', 'old')
    now = 11 * hour
    await sealed.keep('b', 'new')
    now = 13 * hour
    expect(await sealed.read()).toEqual([['b', 'new']])
  })

  test('is let go of when nothing is kept in its place; what is not its own stays', async () => {
    const { map, storage } = createStored()
    map.set('signed-in-here', true)
    const sealed = createSealed(storage, 'drafts', 'ana', () => 0)
    await sealed.keep('a', 'words')
    await sealed.keep('a')
    expect(await sealed.read()).toEqual([])
    expect([...map.keys()].sort()).toEqual(['key', 'signed-in-here'])
  })

  test('is lost without harm when storage is blocked', async () => {
    const blocked: Shelf = {
      read: async () => undefined,
      keep: async () => false,
      empty: async () => {},
      keys: async () => [],
      remove: async () => {},
    }
    const sealed = createSealed(blocked, 'drafts', 'ana', () => 0)
    expect(await sealed.keep('a', 'words')).toBe(false)
    expect(await sealed.read()).toEqual([])
  })
})
