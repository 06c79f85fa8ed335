/** Which phone is the agent's, and the orders that change it. */
import { type Accessor, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { type Failure, failureOf } from '~/genesys/errors'
import type { UserId } from '~/genesys/ids'
import type { Station, User, UserStations } from '~/genesys/wire'
import { t } from '~/language'
import type { Command, Fact, Verb } from '~/ledger/command'
import { lookLater } from '~/ledger/late'
import type { Ledger } from '~/ledger/ledger'
import type { Ask, AskOptions } from '~/protocol/protocol'
import { type OwnPhone, type OwnStation, ownPhoneFromWire, webRtc } from './phone'

export type PhoneVerb = Extract<
  Verb,
  'station' | 'release-station' | 'default-station' | 'clear-default-station'
>
export const phoneVerbs: readonly PhoneVerb[] = [
  ...(['station', 'release-station', 'default-station', 'clear-default-station'] as const),
]

type Chosen = Pick<OwnStation, 'id' | 'name'>

export interface PhoneStore {
  /** Undefined until it was read. */
  readonly own: Accessor<OwnPhone | undefined>
  /** Whether the one that rings keeps a connection open between calls, where that is told. */
  readonly persistent: Accessor<boolean | undefined>
  /** Why it could not be read the last time. */
  readonly failed: Accessor<Failure | undefined>
  /** Never rejects. */
  read(options?: AskOptions): Promise<void>
  hear(body: unknown): void
  proof(command: Command): Fact | undefined
  readBack(): Promise<void>
  choose(station: Chosen): void
  release(station: Chosen): void
  makeDefault(station: Chosen): void
  clearDefault(station: Chosen): void
}

export function createPhone(parts: {
  readonly userId: UserId
  readonly ask: Ask
  readonly clock: Clock
  readonly ledger: Pick<Ledger, 'run' | 'check'>
  /** It was read: whoever else goes by it need not ask. */
  readonly onRead: (user: User, station: Station | undefined) => void
}): PhoneStore {
  const { userId, ask, clock, ledger } = parts
  const [own, setOwn] = createSignal<OwnPhone>()
  const [persistent, setPersistent] = createSignal<boolean>()
  const [failed, setFailed] = createSignal<Failure>()
  let reads = 0

  /** Rejects with `Failed`. */
  async function readIt(options?: AskOptions) {
    const mine = ++reads
    const user = await ask('getMe', { expand: 'station,autoanswersettings' }, undefined, options)
    const now = ownPhoneFromWire(user.station)
    const { id: stationId, type } = now.effective ?? {}
    const station =
      stationId && type === webRtc
        ? await ask('getStation', { stationId }, undefined, options).catch(() => undefined)
        : undefined
    // What was asked for later, or heard since, is newer.
    if (mine !== reads) return
    setFailed(undefined)
    setOwn(now)
    const keeps = station?.webRtcPersistentEnabled
    setPersistent(typeof keeps === 'boolean' ? keeps : undefined)
    parts.onRead(user, station)
    ledger.check('reading')
  }

  const read = (options?: AskOptions) =>
    readIt(options).catch((error) => void setFailed(failureOf(error, 'getMe')))

  function order(
    verb: PhoneVerb,
    station: Chosen,
    name: string,
    send: (options: AskOptions) => Promise<unknown>,
  ) {
    const which = station.id
    void ledger
      .run({ verb, target: userId, which, name, send })
      .then((command) => lookLater(clock, command, read))
  }

  return {
    own,
    persistent,
    failed,
    read,
    hear(body) {
      const { associatedStation }: UserStations = Object(body)
      const { associated } = ownPhoneFromWire({ ...(associatedStation && { associatedStation }) })
      // Its kind, and since when, is not told; without one it may be another that rings.
      if (associated) setOwn({ ...own(), associated, effective: associated })
      void read({ lane: 'background' })
    },
    proof({ verb, which }) {
      const now = own()
      if (!now) return undefined
      const { associated, standard } = now
      const isSo =
        verb === 'station'
          ? associated?.id === which
          : verb === 'default-station'
            ? standard?.id === which
            : verb === 'release-station'
              ? associated?.id !== which
              : standard?.id !== which
      return isSo ? 'phone' : undefined
    },
    readBack: () => readIt(),
    choose: (station) =>
      order('station', station, t`The change of your phone to ${station.name}`, (options) =>
        ask('chooseStation', { userId, stationId: station.id }, undefined, options),
      ),
    release: (station) =>
      order('release-station', station, t`The release of ${station.name}`, (options) =>
        ask('releaseStation', { userId }, undefined, options),
      ),
    // No event tells of the default one.
    makeDefault: (station) =>
      order('default-station', station, t`The change of your default phone`, async (options) => {
        await ask('setDefaultStation', { userId, stationId: station.id }, undefined, options)
        await read()
      }),
    clearDefault: (station) =>
      order('clear-default-station', station, t`The removal of your default phone`, async (o) => {
        await ask('clearDefaultStation', { userId }, undefined, o)
        await read()
      }),
  }
}
