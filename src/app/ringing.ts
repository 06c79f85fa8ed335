/** What tells of a call that rings: the sound and the title. How it sounds exactly is told later, by who knows more. */
import { createComputed, createSignal, onCleanup } from 'solid-js'
import { t } from '~/language'
import { createPlayer, type Loop, type Player } from '~/ring/player'
import { standard } from '~/ring/score'
import type { Desk } from './desk'

/** How it rings, by what the agent has set up and by the other tabs. */
export interface Direction {
  loop(): Loop | undefined
  /** Another tab of this desk rings. */
  elsewhere(): boolean
  /** The agent does not want to hear of calls. */
  muted(): boolean
}

export interface Ringing {
  readonly player: Player
  /** How many calls ring, and nobody has taken or declined them here. */
  count(): number
  /** The browser does not let this page sound, and it is the one that should. */
  locked(): boolean
  readonly direction: () => Direction | undefined
  direct(next: Direction | undefined): void
}

const all = new WeakMap<Desk, Ringing>()

/** There is one as long as the desk is on screen. */
export const ringingOf = (desk: Desk) => all.get(desk)

/** Milliseconds in which a browser that lets a page sound has said so. */
const patience = 700

/** For as long as its owner lives. */
export function createRinging(desk: Desk, title: string): Ringing {
  const { conversations, means } = desk
  const player = createPlayer()
  const arm = () => void player.arm()
  const [direction, direct] = createSignal<Direction>()
  const [silent, setSilent] = createSignal(false)
  // After the click has found its button: the banner that goes away then moves what is below it.
  for (const event of ['click', 'keydown']) {
    addEventListener(event, arm)
    onCleanup(() => removeEventListener(event, arm))
  }
  // What took the sound away, a call of the machine's own or its sleep, may be over.
  document.addEventListener('visibilitychange', arm)
  onCleanup(() => document.removeEventListener('visibilitychange', arm))

  const count = () =>
    conversations
      .alerting()
      .filter(({ id }) => !desk.pending(id).some((verb) => verb === 'answer' || verb === 'decline'))
      .length
  const loop = () => {
    const by = direction()
    return by ? by.loop() : count() > 0 ? base : undefined
  }
  // At once, not at the next frame: a hidden tab has none, and the ring must not wait.
  createComputed(() => player.loop(loop()))
  createComputed(() => {
    const { length } = conversations.alerting()
    // Without a name: the title is seen over the shoulder, and kept in the browser's history.
    const words = length > 1 ? t`${length} incoming calls` : t`Incoming call`
    document.title = length > 0 ? `☎ ${words} · ${title}` : title
  })
  createComputed(() => {
    const sounds = player.sounds()
    if (sounds) setSilent(false)
    else onCleanup(means.clock.after(patience, () => setSilent(true)))
  })
  onCleanup(() => {
    all.delete(desk)
    player.close()
    document.title = title
  })
  const isNeeded = () => desk.presence.onQueue() || conversations.alerting().length > 0
  const ringing: Ringing = {
    ...{ player, count, direction },
    direct: (next) => void direct(() => next),
    locked: () =>
      silent() && isNeeded() && !direction()?.elsewhere() && !(direction()?.muted() ?? false),
  }
  all.set(desk, ringing)
  return ringing
}

const base: Loop = { score: standard, volume: 70 }
