/** What a page does when its engine has died: the desk stays, and the next engine takes it on. */
import { type Clock, inTime } from '~/clock'
import type { Ask, Session, SignedIn } from '~/protocol/protocol'
import type { Desk } from './desk'
import { adoptOrphan, ended } from './orphan'

/** Milliseconds that customers are in sight on a desk whose engine, and with it the lock, is gone. */
const unguardedLife = 900_000
/** Milliseconds for a store that may never answer. */
const storeLife = 2_000

/** Shows the desk as ended; answers how to take what another engine tells of its session. */
export function heal(
  before: SignedIn,
  { me, conversations }: Desk,
  parts: {
    readonly clock: Clock
    readonly ask: Ask
    /** The line to the engine that there is by then. */
    readonly line: () => { listen(userId: string): void; active(live: boolean): void }
    readonly empty: () => Promise<void>
    readonly shown: () => Session
    readonly show: (session: Session) => void
  },
): (session: Session) => void {
  const { clock, show } = parts
  show(ended(before, 'engine-died'))
  // Nobody counts hands any more.
  clock.after(unguardedLife, () => {
    const now = parts.shown()
    if (now.state !== 'signed-in' || now.standing.state !== 'ended') return
    show({ ...now, lock: { state: 'locked' } })
  })
  const orphan = adoptOrphan(before, {
    userId: me.id,
    ask: parts.ask,
    onBack() {
      parts.line().listen(me.id)
      parts.line().active(conversations.live())
    },
    onOther: () => inTime(clock, storeLife, parts.empty(), undefined),
  })
  let latest = 0
  return async (heard) => {
    const mine = ++latest
    const seen = await orphan.hear(heard)
    if (seen && mine === latest) show(seen)
  }
}
