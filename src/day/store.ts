/** The agent's own day: read at most every five minutes, for all tabs of the browser together. */
import { createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import type { UserId } from '~/genesys/ids'
import type { Ask } from '~/protocol/protocol'
import type { Cache } from '~/storage/cache'
import { checked, type Figures, figuresFromWire, questionFor, today } from './figures'

export interface DayParts {
  readonly ask: Ask
  readonly clock: Clock
  readonly cache: Cache
  readonly me: UserId
  /** Why it may not be asked at all, if so. */
  readonly whyNot: () => string | undefined
}

interface Read {
  readonly figures: Figures
  /** Names the day. */
  readonly day: string
  /** Milliseconds since the epoch, by this machine's clock. */
  readonly at: number
}

export type Day = ReturnType<typeof createDay>

/** Milliseconds between two readings, and after one that failed. */
const [pace, again] = [5 * 60_000, 60_000]
const name = 'day'

export function createDay({ ask, clock, cache, me, whyNot }: DayParts) {
  const [read, setRead] = createSignal<Read>()
  const [trouble, setTrouble] = createSignal<string>()
  const [isReading, setReading] = createSignal(false)
  /** Milliseconds since the epoch before which it is not asked. */
  const [notBefore, setNotBefore] = createSignal(0)
  let isOpen = false
  let cancel = () => {}

  function put(next: Read) {
    setRead(next)
    setTrouble(undefined)
    setNotBefore(next.at + pace)
  }

  /** What another tab has read is as good. */
  async function readKept(day: string) {
    const kept = await cache.read(name)
    const { day: of, figures } = Object(kept?.value)
    const at = clock.now() - (kept?.age ?? 0)
    if (kept && of === day && at > (read()?.at ?? 0)) put({ figures: checked(figures), day, at })
  }

  async function look() {
    const interval = today(clock.now())
    const { day } = interval
    if (read() && read()?.day !== day) setRead(undefined)
    if (isReading() || whyNot()) return
    setReading(true)
    await readKept(day)
    if (read() && clock.now() < notBefore()) return done()
    try {
      const answer = await ask('aggregateConversations', {}, questionFor(me, interval))
      const figures = figuresFromWire(answer)
      put({ figures, day, at: clock.now() })
      void cache.keep(name, { day, figures })
    } catch (error) {
      setTrouble(explained(failureOf(error, 'aggregateConversations')))
      setNotBefore(clock.now() + again)
    }
    done()
  }

  function done() {
    setReading(false)
    cancel()
    if (isOpen) cancel = clock.after(Math.max(0, notBefore() - clock.now()), () => void look())
  }

  return {
    read,
    trouble,
    isReading,
    whyNot,
    /** When it may be read next, in milliseconds since the epoch. */
    next: notBefore,
    /** While somebody looks it is kept up to date. */
    open() {
      isOpen = true
      void look()
    },
    look: () => void look(),
    close() {
      isOpen = false
      cancel()
    },
  }
}
