/** What signing out would leave behind, and the way Offline before it. */
import { createComputed, createRoot } from 'solid-js'
import { type Clock, inTime } from '~/clock'
import type { PresenceStore } from '~/presence/store'
import type { Desk } from './desk'
import type { Tasks } from './tasks'

/** Milliseconds for Genesys Cloud to take a status: longer than an order needs to be proven. */
const patience = 8_000

/** The plain Offline of this organization, if there is one to choose and it is not chosen. */
export function offlineOf({ choices, current }: PresenceStore) {
  if (current()?.system === 'offline') return undefined
  return choices().find(({ system, secondary }) => system === 'offline' && !secondary)
}

/** True when Genesys Cloud has it so, in time. */
export function goOffline(presence: PresenceStore, clock: Clock): Promise<boolean> {
  const offline = offlineOf(presence)
  const isOffline = () => presence.current()?.system === 'offline'
  if (!offline) return Promise.resolve(isOffline())
  presence.choose(offline)
  return createRoot((end) => {
    const chosen = new Promise<boolean>((done) =>
      createComputed(() => {
        if (isOffline() || !presence.wanted()) done(isOffline())
      }),
    )
    return inTime(clock, patience, chosen, false).finally(end)
  })
}

/** After-call work that is still owed, and how much of it has notes that nobody else has. */
export function unfinished({ conversations }: Desk, tasks: Tasks | undefined) {
  const owed = conversations.idsIn('wrapup')
  const offered = (tasks?.wrapup.offers() ?? []).map(({ id }) => id)
  const written = [...owed, ...offered].filter((id) => tasks?.wrapup.draft(id).notes.trim())
  return { owed: owed.length, written: written.length }
}
