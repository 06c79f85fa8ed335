/** The agent's status beyond what it is: who changed it, what is to follow, and whether the agent is out of office. */
import { createMemo, onCleanup } from 'solid-js'
import { lackFor } from '~/genesys/allowed'
import type { PresenceSettings } from '~/genesys/wire'
import { t } from '~/language'
import { createAbsence } from '~/presence/absence'
import { createChanges } from '~/presence/changes'
import { createNext } from '~/presence/next'
import { alone, createTabs, type Wire } from '~/presence/tabs'
import type { Desk } from './desk'
import { whyNotQueue } from './rights'

export type Status = ReturnType<typeof createStatus>

/** Once per desk. `wire` goes to the other tabs of this browser. */
export function createStatus(desk: Desk, wire: Wire) {
  const { me, means, presence, sync, conversations, commands, whyNot } = desk
  const { ask, clock, ledger } = means
  const now = () => clock.now() - desk.ahead()
  const tabs = createTabs({
    ...{ userId: me.id, presence, clock, wire },
    onHeld: () => next.leave(),
  })

  let settings: PresenceSettings | undefined
  /** What the role may not see is not asked: then this page holds what is to follow. */
  async function isKept() {
    if (lackFor('getPresenceSettings', me.permissions)) return false
    // What was not answered is asked anew.
    settings ??= await ask('getPresenceSettings', {})
    return settings.requestingOffQueueEnabled === true
  }

  const next = createNext({
    ...{ presence, clock, isKept, tell: means.say, onHeld: tabs.hold },
    busy: createMemo(() => conversations.ids().length > 0),
    readAt: sync.readAt,
    whyNot: () =>
      whyNot() ? t`Your sign-in had ended.` : desk.locked() ? t`Minidesk was locked.` : undefined,
  })

  return {
    next,
    changes: createChanges({
      ...{ presence, commands, clock, now, tabs, whyNot },
      whyNotQueue: () => presence.whyNotQueue() ?? whyNotQueue(desk),
    }),
    absence: createAbsence({ userId: me.id, presence, ask, ledger, now }),
  }
}

/** To the other tabs of this browser, for as long as the caller's owner lives. */
export function wireToTabs(): Wire {
  if (typeof BroadcastChannel !== 'function') return alone
  const channel = new BroadcastChannel('minidesk status')
  onCleanup(() => channel.close())
  return {
    tell: (word) => channel.postMessage(word),
    hear(listen) {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => listen(data)
    },
  }
}
