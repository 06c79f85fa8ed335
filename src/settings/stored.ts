/** What this browser keeps for the desk, by what it is. Told from what is there, and not from what should be. */

export const kinds = [
  ...([
    'settings',
    'others',
    'cache',
    'drafts',
    'orders',
    'log',
    'signin',
    'place',
    'key',
  ] as const),
  'unknown',
] as const

export type Kind = (typeof kinds)[number]

export interface Stored {
  readonly kind: Kind
  readonly count: number
  /** About as many bytes. */
  readonly size: number
  /** When the oldest of it was kept, in milliseconds; where that is known. */
  readonly since?: number
}

const exact: Readonly<Record<string, Kind>> = {
  ...{ 'auth-trail': 'log', place: 'place', key: 'key' },
  ...{ 'signed-in-here': 'signin', 'last-automatic-log-in': 'signin' },
  ...{ locked: 'signin', 'shown-at': 'signin' },
}

/** `owner`: the organization and the user whose settings are one's own. */
function kindOf(key: string, owner: string): Kind {
  if (key.startsWith('settings:'))
    return key.startsWith(`settings:${owner}:`) ? 'settings' : 'others'
  const [prefix] = key.split(':')
  if (prefix === 'cache' || prefix === 'drafts' || prefix === 'orders') return prefix
  return (Object.hasOwn(exact, key) && exact[key]) || 'unknown'
}

function sizeOf(value: unknown): number {
  const { data, size } = Object(value)
  if (data instanceof ArrayBuffer) return data.byteLength
  if (typeof size === 'number') return size
  return JSON.stringify(value)?.length ?? 0
}

/** `entries`: names and values, as the browser has them. */
export function storedFrom(
  entries: readonly (readonly [string, unknown])[],
  owner: string,
): readonly Stored[] {
  return kinds.flatMap((kind) => {
    const those = entries.filter(([key]) => kindOf(key, owner) === kind)
    if (those.length === 0) return []
    const times = those.flatMap(([, value]) => {
      const { at } = Object(value)
      return typeof at === 'number' ? [at] : []
    })
    const size = those.reduce((total, [, value]) => total + sizeOf(value), 0)
    const since = times.length > 0 ? { since: Math.min(...times) } : {}
    return [{ kind, count: those.length, size, ...since }]
  })
}
