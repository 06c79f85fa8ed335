import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createSettings, type Fate } from '~/storage/settings'
import { createShared } from '~/storage/shared'
import type { Shelf } from '~/storage/storage'
import type { Tabs } from '~/storage/tabs'
import { fakeShelf } from '../fake-storage'
import { settled } from '../settled'

/** The pages of one browser: each hears the others, and not itself. */
function createPages(shelf: Shelf = fakeShelf()) {
  const ears: ((name: string) => void)[][] = []
  const said: string[] = []
  function page() {
    const mine: ((name: string) => void)[] = []
    ears.push(mine)
    const tabs: Tabs = {
      tell(name) {
        said.push(name)
        for (const others of ears) if (others !== mine) for (const hear of others) hear(name)
      },
      hear: (listen) => mine.push(listen),
    }
    const settings = createSettings(shelf, 'org:ana', tabs)
    const fates: string[] = []
    settings.follow((name, fate: Fate) => fates.push(`${name} ${fate}`))
    const volume = createRoot(() =>
      createShared<number>(
        settings,
        'volume',
        (kept) => (typeof kept === 'number' && kept >= 0 && kept <= 10 ? kept : 5),
        (value) => value,
      ),
    )
    return { settings, volume, fates }
  }
  const hearAll = (name: string) => {
    for (const hear of ears.flat()) hear(name)
  }
  return { page, shelf, said, hearAll }
}

describe('a setting that several tabs show', () => {
  test('is another one in all of them when one changes it; what it is now is told to nobody', async () => {
    const { page, said } = createPages()
    const [one, other] = [page(), page()]
    await settled()
    one.volume.change(() => 8)
    await settled()
    expect(other.volume.now()).toBe(8)
    expect(said).toEqual(['volume'])
    expect([one.fates, other.fates]).toEqual([['volume kept'], ['volume elsewhere']])
    other.volume.change((before) => before + 1)
    await settled()
    expect(one.volume.now()).toBe(9)
  })

  test('what another page left is checked like everything that was kept', async () => {
    const { page, shelf, hearAll } = createPages()
    const { volume } = page()
    await settled()
    await shelf.keep('settings:org:ana:volume', 'loud')
    hearAll('volume')
    hearAll('constructor')
    await settled()
    expect(volume.now()).toBe(5)
  })

  test('that is let go of is how it comes, in all of them', async () => {
    const { page, shelf } = createPages()
    const [one, other] = [page(), page()]
    one.volume.change(() => 8)
    await settled()
    await shelf.keep('settings:org:ben:volume', 3)
    await one.settings.forget()
    await settled()
    expect([one.volume.now(), other.volume.now()]).toEqual([5, 5])
    expect(one.fates.at(-1)).toBe('volume gone')
    // Somebody else's are theirs.
    expect(await shelf.keys()).toEqual(['settings:org:ben:volume'])
  })

  test('only those that are named go', async () => {
    const { page, shelf } = createPages()
    const { settings } = page()
    await settings.keep('undo', 6)
    await settings.keep('look', {})
    await settings.forget('look')
    expect(await shelf.keys()).toEqual(['settings:org:ana:undo'])
  })

  test('that the browser does not take holds here, and is said to nobody else', async () => {
    const blocked = { ...fakeShelf(), read: async () => undefined, keep: async () => false }
    const { page, said, hearAll } = createPages(blocked)
    const { volume, fates } = page()
    volume.change(() => 8)
    await settled()
    expect(fates).toEqual(['volume unkept'])
    expect(said).toEqual([])
    // What another page says of it changes nothing here: there is nothing to be read.
    hearAll('volume')
    await settled()
    expect(volume.now()).toBe(8)
  })
})
