/** What this agent has set up for themself in this browser: one memory of it per desk. */
import { createSettings, type Settings } from '~/storage/settings'
import { browserStorage } from '~/storage/storage'
import { browserTabs } from '~/storage/tabs'
import type { Desk } from './desk'

const all = new WeakMap<Desk, Settings>()

export function settingsOf(desk: Desk): Settings {
  const { me } = desk
  const owner = `${me.organizationId}:${me.id}`
  const known = all.get(desk) ?? createSettings(browserStorage, owner, browserTabs(owner))
  all.set(desk, known)
  return known
}
