import { describe, expect, test } from 'vitest'
import { createSealed, type Storage } from '~/storage'

/** A browser's storage, as long as the test lasts. */
function createStored() {
  const map = new Map<string, unknown>()
  const storage: Storage = {
    read: async (key) => map.get(key),
    async keep(key, value) {
      map.set(key, value)
      return true
    },
    async empty() {
      map.clear()
    },
  }
  return { map, storage }
}

const hour = 3_600_000

describe('what an agent wrote', () => {
  test('comes back to the same agent, after the page is gone', async () => {
    const { storage } = createStored()
    await createSealed(storage, 'drafts', 'ana', () => 0).keep([['call-1', { notes: 'Grüße' }]])
    const again = createSealed(storage, 'drafts', 'ana', () => hour)
    expect(await again.read()).toEqual([['call-1', { notes: 'Grüße' }]])
  })

  test('is not there for another agent', async () => {
    const { storage } = createStored()
    await createSealed(storage, 'drafts', 'ana', () => 0).keep('secret')
    expect(await createSealed(storage, 'drafts', 'ben', () => 0).read()).toBeUndefined()
  })

  test('is nobody’s after a shift', async () => {
    const { storage } = createStored()
    let now = 0
    const sealed = createSealed(storage, 'drafts', 'ana', () => now)
    await sealed.keep('words')
    now = 12 * hour
    expect(await sealed.read()).toBe('words')
    now++
    expect(await sealed.read()).toBeUndefined()
  })

  test('cannot be read in the store itself, and its key cannot be taken out', async () => {
    const { map, storage } = createStored()
    await createSealed(storage, 'drafts', 'ana', () => 0).keep('Grandmother’s maiden name')
    const { data } = map.get('drafts') as { data: ArrayBuffer }
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
      await sealed.keep('same')
      return Buffer.from((map.get('drafts') as { data: ArrayBuffer }).data).toString('hex')
    }
    expect(await data()).not.toBe(await data())
  })

  test('is what the last keystroke made of it', async () => {
    const { storage } = createStored()
    const sealed = createSealed(storage, 'drafts', 'ana', () => 0)
    await Promise.all(['a', 'ab', 'abc'].map((text) => sealed.keep(text)))
    expect(await sealed.read()).toBe('abc')
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
    map.set('drafts', kept)
    expect(await createSealed(storage, 'drafts', 'ana', () => 0).read()).toBeUndefined()
  })

  test('is lost without harm when storage is blocked', async () => {
    const blocked: Storage = {
      read: async () => undefined,
      keep: async () => false,
      empty: async () => {},
    }
    const sealed = createSealed(blocked, 'drafts', 'ana', () => 0)
    await sealed.keep('words')
    expect(await sealed.read()).toBeUndefined()
  })
})
