/** The phones to choose from: the agent's own first, a page at a time, and who uses them. */
import { type Failure, failureOf } from '~/genesys/errors'
import type { UserId } from '~/genesys/ids'
import { named, objects, pageAfter, text } from '~/genesys/values'
import type { Station } from '~/genesys/wire'
import { t } from '~/language'
import type { Ask, AskOptions } from '~/protocol/protocol'

export interface ListedStation {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly type: string
  /** It is this agent's WebRTC phone. */
  readonly isOwn: boolean
  /** Whoever uses it, where that is somebody else. */
  readonly userId?: string | undefined
  /** It is set up for somebody else alone. */
  readonly isOthers: boolean
}

export interface FoundStations {
  readonly found: readonly ListedStation[]
  readonly next: number | undefined
}

/** As many as a person reads at once. */
const shown = 25

export async function searchStations(
  ask: Ask,
  me: UserId,
  typed: string,
  page: number,
  options?: AskOptions,
): Promise<FoundStations> {
  // An asterisk is the platform's wildcard, so one that was typed is not sent.
  const plain = typed.replaceAll('*', '').trim()
  const asked = {
    ...{ userSelectable: 'true', pageSize: `${shown}`, pageNumber: `${page}` },
    ...(plain && { name: `*${plain}*` }),
  }
  const own = { webRtcUserId: me, pageSize: `${shown}`, pageNumber: '1' }
  const isFirst = page === 1 && !plain
  const [mine, all] = await Promise.all([
    isFirst ? ask('listStations', own, undefined, options) : undefined,
    ask('listStations', asked, undefined, options),
  ])
  const found = [...objects(mine?.entities), ...objects(all.entities)].flatMap((one) =>
    listedFromWire(one, me),
  )
  const byId = new Map(found.map((one) => [one.id, one]))
  return {
    found: [...byId.values()].sort((a, b) => Number(b.isOwn) - Number(a.isOwn)),
    next: pageAfter(page, shown, all.total),
  }
}

function listedFromWire(wire: Station, me: UserId): ListedStation[] {
  const id = text(wire.id)
  const name = text(wire.name)
  const owner = text(wire.webRtcUserId)
  const user = text(wire.userId)
  if (!id || !name) return []
  return [
    {
      ...{ id, name, about: text(wire.description) ?? '', type: text(wire.type) ?? '' },
      isOwn: owner === me,
      isOthers: owner !== undefined && owner !== me,
      userId: user === me ? undefined : user,
    },
  ]
}

/** Whose they are; those that cannot be told are missing. Never rejects. */
export async function namesOf(
  ask: Ask,
  stations: readonly ListedStation[],
  options?: AskOptions,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(stations.flatMap(({ userId }) => userId ?? []))]
  if (ids.length === 0) return new Map()
  const which = { id: ids.join(','), pageSize: `${ids.length}` }
  const listed = await ask('listUsers', which, undefined, options).catch(() => undefined)
  return new Map(named(listed?.entities).map(({ id, name }) => [id, name]))
}

/** Why it cannot be chosen; undefined when it can. */
export function whyNotChosen(
  { isOthers, userId }: ListedStation,
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (userId !== undefined) {
    const name = names.get(userId)
    return name ? t`${name} uses this phone` : t`Somebody else uses this phone`
  }
  return isOthers ? t`This phone is set up for somebody else` : undefined
}

export const stationFailure = (error: unknown): Failure => failureOf(error, 'listStations')
