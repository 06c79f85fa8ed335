/**
 * What an agent has set up for themself, in this browser: kept when they sign out, for the next shift. Never a
 * customer, their number or anything that was typed about one.
 */
import { type Shelf, settingsPrefix } from './storage'
import { noTabs, type Tabs } from './tabs'

/** What became of a setting: the browser has taken it, or not; another page has changed it; it was let go of. */
export type Fate = 'kept' | 'unkept' | 'elsewhere' | 'gone'

export interface Settings {
  /** Nothing when it was never set; to be checked, like everything from outside. */
  read(name: string): Promise<unknown>
  /** As the browser has it by now: another tab may have changed it. */
  readAnew(name: string): Promise<unknown>
  /** Nothing as a value lets go of it. False when it will not be there after a reload. */
  keep(name: string, value?: unknown): Promise<boolean>
  /** Lets go of those, in all pages; of all of them when none is named. */
  forget(...names: readonly string[]): Promise<void>
  /** Told of each change from now on. The answer ends that. */
  follow(hear: (name: string, fate: Fate) => void): () => void
}

/** `owner`: the organization and the user. Where storage is blocked it works from memory. */
export function createSettings(storage: Shelf, owner: string, tabs: Tabs = noTabs): Settings {
  const memory = new Map<string, unknown>()
  /** The browser has not taken them: what it has is older. */
  const unkept = new Set<string>()
  const followers = new Set<(name: string, fate: Fate) => void>()
  const prefix = `${settingsPrefix}${owner}:`
  const keyOf = (name: string) => prefix + name

  function tell(name: string, fate: Fate) {
    for (const hear of followers) hear(name, fate)
  }
  tabs.hear((name) => {
    // What could not be kept here is this page's own.
    if (unkept.has(name)) return
    memory.delete(name)
    tell(name, 'elsewhere')
  })

  return {
    read: async (name) => (memory.has(name) ? memory.get(name) : storage.read(keyOf(name))),
    readAnew: async (name) => (unkept.has(name) ? memory.get(name) : storage.read(keyOf(name))),
    async keep(name, value) {
      memory.set(name, value)
      let isKept = true
      if (value === undefined) {
        unkept.delete(name)
        await storage.remove(keyOf(name))
      } else {
        isKept = await storage.keep(keyOf(name), value)
        if (isKept) unkept.delete(name)
        else unkept.add(name)
      }
      if (isKept) tabs.tell(name)
      tell(name, isKept ? 'kept' : 'unkept')
      return isKept
    },
    async forget(...names) {
      const kept = (await storage.keys()).flatMap((key) =>
        key.startsWith(prefix) ? key.slice(prefix.length) : [],
      )
      for (const name of new Set(names.length > 0 ? names : [...kept, ...memory.keys()])) {
        memory.delete(name)
        unkept.delete(name)
        await storage.remove(keyOf(name))
        tabs.tell(name)
        tell(name, 'gone')
      }
    },
    follow(hear) {
      followers.add(hear)
      return () => followers.delete(hear)
    },
  }
}
