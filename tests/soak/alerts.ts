/** Whether the desk rings for every call that is offered, and how soon. Times are milliseconds. */
import type { Seat } from './desk'
import type { Link } from './link'
import type { State } from './platform'

export interface Alerts {
  /** After each step. */
  look(now: number, state: State): void
  /** Nothing rings any more. */
  over(): void
  readonly figures: {
    offered: number
    shown: number
    /** It rang, the desk could have known, and did not tell. */
    missed: number
    /** The desk rang on although the call had gone elsewhere. */
    ghosts: number
    /** Rang, and was over, while nothing of Genesys Cloud could reach the desk. */
    unheard: number
    /** From the offer to the ring at the latest, of calls that were told by the socket. */
    slowestTold: number
    /** The same of calls that had to be found by reading, counted as long as that was possible. */
    slowestFound: number
    readonly words: string[]
  }
}

/** An event is there within this time, even where events are late. */
export const soon = 2_000
/** Between two readings without a socket, and what such a reading may have to wait for. */
export const found = 15_000

interface Offer {
  readonly at: number
  /** For so long it rang, could have been found, and was not shown. */
  findable: number
  seen: number
  shown: boolean
  missed: boolean
}

export function createAlerts({ desk }: Seat, link: Link): Alerts {
  const offers = new Map<string, Offer>()
  const figures: Alerts['figures'] = {
    ...{ offered: 0, shown: 0, missed: 0, ghosts: 0, unheard: 0 },
    ...{ slowestTold: 0, slowestFound: 0 },
    words: [],
  }

  function judge(id: string, offer: Offer, now: number) {
    const hearsSince = link.hearsSince()
    const isTold = hearsSince !== undefined && hearsSince <= offer.at
    if (link.answers() && !link.isDeceived()) offer.findable += now - offer.seen
    offer.seen = now
    const late = isTold ? now - offer.at : 0
    if (desk.conversations.alerting().some((one) => one.id === id)) {
      offer.shown = true
      figures.shown++
      if (isTold) figures.slowestTold = Math.max(figures.slowestTold, late)
      else figures.slowestFound = Math.max(figures.slowestFound, offer.findable)
    } else if (!offer.missed && (late > soon || offer.findable > found)) {
      offer.missed = true
      figures.missed++
      figures.words.push(`missed: ${id} told=${isTold} late=${late} findable=${offer.findable}`)
    }
  }

  /** Rings on the desk, and nowhere else: since when. */
  const ghosts = new Map<string, number>()

  function hunt(now: number, ringing: ReadonlySet<string>) {
    const shown = desk.conversations.alerting().map(({ id }) => id)
    for (const id of ghosts.keys()) if (ringing.has(id) || !shown.includes(id)) ghosts.delete(id)
    for (const id of shown) {
      if (ringing.has(id)) continue
      const since = ghosts.get(id) ?? now
      ghosts.set(id, since)
      if ((link.hearsSince() ?? Number.POSITIVE_INFINITY) > since || now - since <= soon) continue
      // Once.
      ghosts.set(id, Number.POSITIVE_INFINITY)
      figures.ghosts++
      figures.words.push(`rings on: ${id}`)
    }
  }

  function end(key: string, offer: Offer) {
    offers.delete(key)
    if (!offer.shown && !offer.missed) figures.unheard++
  }

  return {
    figures,
    look(now, { conversations }) {
      const [ringing, calls] = [new Set<string>(), new Set<string>()]
      for (const { id, participants } of conversations)
        for (const { id: part, userId, state } of participants) {
          if (userId !== desk.me.id || state !== 'alerting') continue
          ringing.add(part)
          calls.add(id)
          const offer = offers.get(part) ?? {
            ...{ at: now, seen: now, findable: 0, shown: false, missed: false },
          }
          if (!offers.has(part)) figures.offered++
          offers.set(part, offer)
          if (!offer.shown) judge(id, offer, now)
        }
      for (const [key, offer] of offers) if (!ringing.has(key)) end(key, offer)
      hunt(now, calls)
    },
    over() {
      for (const [key, offer] of offers) end(key, offer)
    },
  }
}
