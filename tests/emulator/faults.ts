import { randomUUID } from 'node:crypto'

export const faultKinds = [
  'status',
  'html',
  'truncate',
  'empty',
  'delay',
  'timeout',
  'reset',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Something that goes wrong on purpose. */
export interface FaultSpec {
  readonly method?: string
  /** A full pathname; `*` stands for one segment, `**` for any number. */
  readonly path?: string
  readonly userId?: string
  readonly times: number
  readonly kind: FaultKind
  /** None: that of the answer there would have been. */
  readonly status?: number
  readonly code?: string
  readonly retryAfter?: number
  /** How long it takes; a silence without it has no end. */
  readonly ms?: number
  /** Before the effect, or after it. */
  readonly phase: 'before' | 'after'
}

export interface Fault extends FaultSpec {
  readonly id: string
  /** How often it has struck. */
  readonly count: number
}

export interface Faults {
  add(spec: FaultSpec): string
  list(): readonly Fault[]
  /** False: there is no such fault. */
  remove(id: string): boolean
  clear(): void
  /** The fault that strikes this request, counted. */
  strike(method: string, path: string, userId: string | undefined): Fault | undefined
}

/** Whether a pathname fits a pattern with `*` and `**`. */
export function fitsPattern(pattern: string, path: string): boolean {
  const source = pattern
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => {
      if (segment === '**') return '(?:/[^/]+)*'
      return `/${segment.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+')}`
    })
  return new RegExp(`^${source.join('')}/?$`).test(path)
}

export function createFaults(): Faults {
  let faults: Fault[] = []
  return {
    add(spec) {
      const id = randomUUID()
      faults.push({ ...spec, id, count: 0 })
      return id
    },
    list: () => faults,
    remove(id) {
      const left = faults.filter((fault) => fault.id !== id)
      const found = left.length < faults.length
      faults = left
      return found
    },
    clear() {
      faults = []
    },
    strike(method, path, userId) {
      const index = faults.findIndex(
        (fault) =>
          fault.count < fault.times &&
          (fault.method === undefined || fault.method.toUpperCase() === method) &&
          (fault.path === undefined || fitsPattern(fault.path, path)) &&
          (fault.userId === undefined || fault.userId === userId),
      )
      const fault = faults[index]
      if (!fault) return undefined
      const struck = { ...fault, count: fault.count + 1 }
      faults[index] = struck
      return struck
    },
  }
}
