import { expect, test } from 'vitest'
import { createSettings } from '~/storage/settings'
import { fakeShelf } from '../fake-storage'

test('a setting is there in the next shift, for the same agent alone', async () => {
  const shelf = fakeShelf()
  await createSettings(shelf, 'org:ana').keep('undo', 6)
  expect(await createSettings(shelf, 'org:ana').read('undo')).toBe(6)
  expect(await createSettings(shelf, 'org:ben').read('undo')).toBeUndefined()
})

test('one that is let go of is gone', async () => {
  const shelf = fakeShelf()
  const settings = createSettings(shelf, 'org:ana')
  await settings.keep('undo', 6)
  expect(await settings.keep('undo')).toBe(true)
  expect(await settings.read('undo')).toBeUndefined()
  expect(await shelf.keys()).toEqual([])
})

test('where nothing can be stored it lasts as long as the page', async () => {
  const shelf = { ...fakeShelf(), read: async () => undefined, keep: async () => false }
  const settings = createSettings(shelf, 'org:ana')
  expect(await settings.keep('undo', 6)).toBe(false)
  expect(await settings.read('undo')).toBe(6)
})
