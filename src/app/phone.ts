/**
 * The agent's phone, read behind everything else, and again when a call rings after a while: another one may have
 * been chosen elsewhere. What could not be read forbids nothing, nor does what was read before the call rang.
 */
import { type Accessor, createComputed, createSignal, onCleanup, untrack } from 'solid-js'
import { type Phone, phoneFromWire, webRtc, whyNotAnswered } from '~/conversations/answering'
import { text } from '~/genesys/values'
import type { Station, User } from '~/genesys/wire'
import type { Desk } from './desk'

/** Milliseconds in which nobody chooses another phone. */
const young = 60_000

/** Milliseconds after which one that cannot answer is read again: somebody waits, and the agent may choose another. */
const again = 5_000

const none = () => undefined

interface Seen {
  readonly phone: Accessor<Phone | undefined>
  readonly whyNot: Accessor<string | undefined>
  /** Somebody else has read it. */
  put(user: User, station: Station | undefined): void
}

const phones = new WeakMap<Desk, Seen>()

/** Undefined until it is known. */
export const phoneOf = (desk: Desk): Phone | undefined => phones.get(desk)?.phone()

/** Why Answer cannot work on it, as it was read since the last call began to ring. */
export const whyNotAnswer = (desk: Desk) => phones.get(desk)?.whyNot()

export const putPhone = (desk: Desk, user: User, station: Station | undefined) =>
  phones.get(desk)?.put(user, station)

/** Reads it from now on, for as long as the caller's owner lives. */
export function watchPhone(desk: Desk): void {
  const { ask, clock } = desk.means
  const [phone, setPhone] = createSignal<Phone>()
  /** Counts the calls that began to ring. */
  const [rung, setRung] = createSignal(0)
  /** For which of them it was read last; none when that failed. */
  const [readFor, setReadFor] = createSignal<number>()
  const whyNot = () => (readFor() === rung() ? whyNotAnswered(phone()) : undefined)
  phones.set(desk, {
    phone,
    whyNot,
    put(user, station) {
      reads++
      known = station
      setPhone(phoneFromWire(user, station))
    },
  })
  /** Counts the readings. */
  let reads = 0
  let readAt = Number.NEGATIVE_INFINITY
  /** A station is set up once: it is read when it becomes the agent's, and when it is what keeps from answering. */
  let known: Station | undefined
  let ringing: readonly string[] = []
  let cancel = () => {}
  onCleanup(() => cancel())

  async function read(rings: boolean) {
    if (clock.now() - readAt < young) return
    readAt = clock.now()
    const mine = ++reads
    const ring = untrack(rung)
    const options = rings ? undefined : ({ lane: 'background' } as const)
    try {
      const user = await ask('getMe', { expand: 'station,autoanswersettings' }, undefined, options)
      const { id, type } = user.station?.effectiveStation ?? {}
      const stationId = type === webRtc ? text(id) : undefined
      if (known?.id !== stationId || whyNotAnswered(phone())) known = undefined
      if (stationId)
        known ??= await ask('getStation', { stationId }, undefined, options).catch(none)
      if (desk.sync.isClosed() || mine !== reads) return
      setPhone(phoneFromWire(user, known))
      setReadFor(ring)
    } catch {
      if (mine === reads) setReadFor(undefined)
    }
    // What rings by now may have begun after it was asked.
    if (whyNotAnswered(phone())) readSoon(ring === rung() ? again : 0)
  }

  /** For as long as a call rings. */
  function readSoon(ms: number) {
    cancel()
    cancel = clock.after(ms, () => {
      if (desk.sync.isClosed() || ringing.length === 0) return
      readAt = Number.NEGATIVE_INFINITY
      void read(true)
    })
  }

  createComputed(() => {
    const before = ringing
    ringing = desk.conversations.alerting().map(({ id }) => id)
    const isNew = ringing.some((id) => !before.includes(id))
    const freshness = desk.sync.freshness()
    untrack(() => {
      if (isNew) setRung(rung() + 1)
      if (isNew && whyNotAnswered(phone())) readAt = Number.NEGATIVE_INFINITY
      // The calls come first.
      if (ringing.length > 0 || freshness === 'fresh') void read(ringing.length > 0)
    })
  })
}
