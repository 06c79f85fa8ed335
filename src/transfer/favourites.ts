/** Whom an agent calls often: people and queues, by id and name. Never a number, a contact or a customer. */
import type { Settings } from '~/storage/settings'
import { createShared } from '~/storage/shared'
import type { Destination, ToPerson, ToQueue } from './destination'

type Kept = ToPerson | ToQueue

export interface Favourites {
  all(): readonly Kept[]
  has(to: Destination): boolean
  toggle(to: Destination): void
}

export const canBeFavourite = (to: Destination): to is Kept =>
  to.kind === 'queue' || (to.kind === 'person' && !to.isMe)

const most = 50
const same = (a: Destination) => (b: Destination) => a.kind === b.kind && a.id === b.id

export function createFavourites(settings: Settings): Favourites {
  const { now: all, change } = createShared(settings, 'favourites', checked, (kept) =>
    kept.map(bare),
  )
  const has = (to: Destination) => all().some(same(to))

  return {
    all,
    has,
    toggle(to) {
      if (!canBeFavourite(to)) return
      const had = has(to)
      change((before) => {
        const others = before.filter((one) => !same(to)(one))
        return had ? others : [...others, plain(to)].slice(-most)
      })
    },
  }
}

const bare = ({ kind, id, name }: Kept) => ({ kind, id, name })

/** What they do is not known before it is read. */
const plain = ({ kind, id, name }: { kind: 'person' | 'queue'; id: string; name: string }): Kept =>
  kind === 'queue' ? { kind, id, name } : { kind, id, name, presence: 'other' }

/** As it comes from storage, it may be anything. */
function checked(kept: unknown): readonly Kept[] {
  if (!Array.isArray(kept)) return []
  return kept.flatMap((one: unknown) => {
    const { kind, id, name } = { ...Object(one) } as Record<string, unknown>
    if (kind !== 'person' && kind !== 'queue') return []
    return typeof id === 'string' && typeof name === 'string' && id && name
      ? [plain({ kind, id, name })]
      : []
  })
}
