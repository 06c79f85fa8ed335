/** What an agent does with an open conversation beyond its buttons: transfer, consult and wrap-up; and new calls. */
import { createSignal } from 'solid-js'
import { createCallCommands } from '~/conversations/commands'
import { createSkillNames } from '~/conversations/skills'
import { createDial } from '~/dial/store'
import type { ConversationId } from '~/genesys/ids'
import { isOver } from '~/ledger/command'
import { createPhone, phoneVerbs } from '~/phone/store'
import { alone, type Wire } from '~/presence/tabs'
import { createMyQueues, queueVerbs } from '~/queues/mine'
import { createKeymap } from '~/settings/keymap'
import { createLook } from '~/settings/look'
import type { Cache } from '~/storage/cache'
import { browserClaim, type Claim } from '~/storage/claim'
import { createSealed, type Sealed } from '~/storage/sealed'
import type { Settings } from '~/storage/settings'
import { browserStorage } from '~/storage/storage'
import { createConsults } from '~/transfer/consults'
import { makeOffers } from '~/transfer/offers'
import { createTransfers } from '~/transfer/store'
import { createWrapup } from '~/wrapup/store'
import type { Desk } from './desk'
import { whyAway } from './destinations'
import { followCalls } from './ended'
import { createFinding } from './finding'
import { openCache } from './lasting'
import { createLeft } from './left'
import { readMyQueues } from './myqueues'
import { putPhone } from './phone'
import { callable, whyNotThere } from './rights'
import { settingsOf } from './settings'
import { createStatus, wireToTabs } from './status'
import { followUnconfirmed } from './unconfirmed'

export type Tasks = ReturnType<typeof createTasks>

/** What the browser keeps for one agent. */
export interface Kept {
  readonly drafts: Sealed
  readonly orders: Sealed
  readonly cache: Cache
  readonly settings: Settings
}

/** Once per desk: what is being prepared for one call survives a look at another. */
export function createTasks(
  desk: Desk,
  { drafts, orders, cache, settings }: Kept,
  claim: Claim,
  wire: Wire = alone,
) {
  const [aside, setAside] = createSignal(false)
  const finding = createFinding(desk, settings)
  const { change, holdOthers } = createCallCommands(desk.means)
  const underWay = (id: ConversationId) =>
    desk.commands().filter(({ target, state }) => target === id && !isOver(state))
  const transfers = createTransfers({
    ...{ ...desk.means, ...finding() },
    ...{ settings, pending: desk.pending, whyNot: desk.whyNot },
    whyAway: (person) => whyAway(desk, person),
    whyNotThere: (to) => whyNotThere(desk, to),
  })
  const about = { ...desk.means, userId: desk.me.id }
  const phone = createPhone({ ...about, onRead: (...told) => putPhone(desk, ...told) })
  const mine = createMyQueues(about)
  desk.keep(phoneVerbs, phone)
  desk.keep(queueVerbs, mine)
  return {
    /** The agent's phone. */
    phone,
    /** The agent's queues. */
    mine,
    /** What a skill is called, by its id. */
    skillName: createSkillNames({ ...about, cache }),
    /** Something else than a conversation is open in its place. */
    aside,
    setAside,
    dial: createDial({
      ...desk.means,
      me: desk.me.id,
      ...finding((to) => callable(desk, to)),
      calls: desk.conversations.all,
      pending: () => desk.pending(desk.me.id).includes('dial'),
      whyNot: desk.whyNot,
      holdOthers,
      callerIds: desk.callerIds ?? [],
      myQueues: () => readMyQueues(desk.means.ask, cache),
      settings,
    }),
    transfers,
    look: createLook(settings),
    keymap: createKeymap(settings),
    status: createStatus(desk, wire),
    /** The same wherever somebody is looked for. */
    favourites: finding().favourites,
    sight: finding().sight,
    /** To be told when a call is not looked at any more. */
    left: createLeft(desk, transfers),
    /** The orders for a call that nobody knows the end of. */
    underWay,
    consults: createConsults({ ...desk.means, pending: underWay, hold: change }),
    offers: makeOffers(desk.means),
    wrapup: createWrapup({
      ...{ ...desk.means, kept: drafts, known: desk.known, cache, settings },
      ahead: desk.ahead,
      submitted: followUnconfirmed(desk, orders, claim),
    }),
  }
}

/** With what this agent wrote and has not sent, and ordered and has not seen done, as the browser has kept it. */
export function openTasks(desk: Desk) {
  const { me, means, sync } = desk
  const { clock } = means
  const sealed = (name: string) => createSealed(browserStorage, name, me.id, clock.now)
  const cache = openCache({ me, clock, isClosed: sync.isClosed })
  desk.follow(followCalls(desk))
  return createTasks(
    desk,
    { drafts: sealed('drafts'), orders: sealed('orders'), cache, settings: settingsOf(desk) },
    browserClaim,
    wireToTabs(),
  )
}
