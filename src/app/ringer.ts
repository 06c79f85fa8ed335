/** How the desk rings: by what the agent has set up, in one of their tabs, and on what besides the page. */
import { createComputed, createMemo, createSignal, onCleanup } from 'solid-js'
import { inTime } from '~/clock'
import { t } from '~/language'
import { createDesktop, type Desktop } from '~/notices/desktop'
import type { Connection, SignedIn } from '~/protocol/protocol'
import { createDevices, type Devices } from '~/ring/devices'
import { createEyes } from '~/ring/eyes'
import { mark } from '~/ring/marks'
import type { Player } from '~/ring/player'
import { createRingSettings, type RingSettings } from '~/ring/settings'
import { soundingOf } from '~/ring/sounding'
import { createTabs, type News, type Tabs } from '~/ring/tabs'
import { tones } from '~/ring/tones'
import type { Shared } from '~/storage/shared'
import { keyOf } from './announcing'
import type { Desk } from './desk'
import { toldOf } from './notified'
import { tellOnce } from './onces'
import type { Ringing } from './ringing'
import { settingsOf } from './settings'

export interface Ringer {
  readonly settings: Shared<RingSettings>
  readonly tabs: Tabs
  readonly devices: Devices
  readonly desktop: Desktop
  readonly player: Player
  /** A tab that cannot be heard takes nothing over, and says so. */
  ringHere(): Promise<void>
  /** Whether the administrator lets a notification name a customer. */
  mayName(): boolean
}

/** Milliseconds for the browser to let it sound, after a press. */
const patience = 1_000

const all = new WeakMap<Desk, Ringer>()

/** There is one as long as the desk is on screen, once calls can be worked with. */
export const ringerOf = (desk: Desk) => all.get(desk)

/** For as long as its owner lives. */
export function createRinger(parts: {
  readonly desk: Desk
  readonly ringing: Ringing
  readonly session: () => SignedIn
  readonly connection: () => Connection
  readonly onOpen: (id: string) => void
}): Ringer {
  const { desk, ringing } = parts
  const { conversations, me } = desk
  const { player } = ringing
  const agent = `${me.organizationId}:${me.id}`
  const settings = createRingSettings(settingsOf(desk))
  const tabs = createTabs({ agent, able: player.sounds, onNews: hear, clock: desk.means.clock })
  const eyes = createEyes(agent, () => tabs.tell('left'))
  const devices = createDevices({
    ...{ player, settings },
    onGone: (words) => desk.notices.say(words, 'ring-device'),
  })
  const elsewhere = () => tabs.where() === 'elsewhere'
  const talking = () => conversations.idsIn('connected', 'held', 'dialing').length > 0
  /** Counts the calls that began to ring, by the agent's part in them: one may be offered again. */
  const rings = createMemo<readonly [keys: readonly string[], turn: number]>(
    ([before, turn]) => {
      const keys = conversations.alerting().map(keyOf)
      return [keys, keys.every((key) => before.includes(key)) ? turn : turn + 1]
    },
    [[], 0],
  )

  ringing.direct({
    elsewhere,
    muted: () => settings.now().off.includes('call') || settings.now().volume === 0,
    loop: () =>
      elsewhere()
        ? undefined
        : soundingOf(
            { ringing: ringing.count(), turn: rings()[1], talking: talking() },
            settings.now(),
          ),
  })
  tellOnce({
    ...{ desk, talking },
    connection: parts.connection,
    play(sound) {
      const { off, volume } = settings.now()
      if (!elsewhere() && !off.includes(sound)) player.once(tones[sound], volume)
    },
  })

  // ── besides the page ──

  const desktop = createDesktop((id) => {
    focus()
    parts.onOpen(id)
  })
  const mayName = () => parts.session().notifications?.customer !== false
  /** Counts what may have made other notifications right. */
  const [looked, setLooked] = createSignal(0)
  createComputed(() => {
    looked()
    const { notify, names } = settings.now()
    const silent = !notify || desk.locked() || elsewhere() || eyes.here()
    const told = silent ? [] : toldOf(desk, names && mayName())
    if (told.length === 0) return desktop.show([])
    let isNow = true
    onCleanup(() => {
      isNow = false
    })
    // Where the agent looks at another tab they see it there.
    void eyes.anywhere().then((seen) => isNow && desktop.show(seen ? [] : told))
  })
  function hear(news: News) {
    if (news === 'left') setLooked((before) => before + 1)
  }

  createComputed(() =>
    mark(
      conversations.alerting().length,
      desk.presence.routing()?.status === 'NOT_RESPONDING' ||
        conversations.idsIn('wrapup').length > 0,
    ),
  )
  function hide() {
    desktop.show([])
    // The badge is that of all tabs: it goes with the last of them.
    if (!tabs.several()) mark(0, false)
  }
  addEventListener('pagehide', hide)
  onCleanup(() => {
    removeEventListener('pagehide', hide)
    hide()
    mark(0, false)
    all.delete(desk)
  })
  async function ringHere() {
    const { clock } = desk.means
    if (await inTime(clock, patience, player.arm(), false)) tabs.takeOver()
    else desk.notices.say(t`This browser does not let the page sound, so the other tab rings on.`)
  }
  const ringer = { settings, tabs, devices, desktop, player, ringHere, mayName }
  all.set(desk, ringer)
  return ringer
}
