/** Which codes an agent uses: by queue, ids only. Their names come with the list of the queue. */
import type { QueueId, WrapupCodeId } from '~/genesys/ids'
import type { Code } from './draft'

export interface Marks {
  /** The latest first. */
  readonly recent: readonly WrapupCodeId[]
  readonly favourite: readonly WrapupCodeId[]
}

export type AllMarks = ReadonlyMap<QueueId, Marks>

export const unmarked: Marks = { recent: [], favourite: [] }
/** As many as stand above a list without hiding it. */
const mostRecent = 3
const mostFavourite = 12
/** Queues that an agent works for in turn. */
const mostQueues = 50

const ids = (value: unknown): WrapupCodeId[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []

/** What was kept may be anything. */
export function marksFromStorage(value: unknown): AllMarks {
  if (!Array.isArray(value)) return new Map()
  const pairs = value.flatMap((pair: unknown): [QueueId, Marks][] => {
    const [queueId, marks] = Array.isArray(pair) ? pair : []
    if (typeof queueId !== 'string') return []
    const { recent, favourite } = Object(marks)
    return [[queueId, { recent: ids(recent), favourite: ids(favourite) }]]
  })
  return new Map(pairs)
}

export const marksToStorage = (all: AllMarks) => [...all]

/** The queue of now last, so that the one that goes is the one that was not used for longest. */
function put(all: AllMarks, queueId: QueueId, marks: Marks): AllMarks {
  const others = [...all].filter(([id]) => id !== queueId)
  return new Map([...others, [queueId, marks] as const].slice(-mostQueues))
}

export function used(all: AllMarks, queueId: QueueId, code: WrapupCodeId): AllMarks {
  const { recent, favourite } = all.get(queueId) ?? unmarked
  const next = [code, ...recent.filter((id) => id !== code)].slice(0, mostRecent)
  return put(all, queueId, { recent: next, favourite })
}

/** Made a favourite, or none any more. */
export function turned(all: AllMarks, queueId: QueueId, code: WrapupCodeId, on: boolean): AllMarks {
  const { recent, favourite } = all.get(queueId) ?? unmarked
  const others = favourite.filter((id) => id !== code)
  const next = on ? [...others, code].slice(-mostFavourite) : others
  return put(all, queueId, { recent, favourite: next })
}

/** The favourites, then the recent ones, then the others; of each those that begin with what is typed. */
export function shown(codes: readonly Code[], query: string, marks: Marks): readonly Code[] {
  const text = query.trim().toLowerCase()
  const rank = ({ id, name }: Code) => {
    const at = marks.recent.indexOf(id)
    const group = marks.favourite.includes(id) ? 0 : at >= 0 ? 1 + at : 1 + mostRecent
    return group * 2 + (name.toLowerCase().startsWith(text) ? 0 : 1)
  }
  return codes
    .filter(({ name }) => name.toLowerCase().includes(text))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}
