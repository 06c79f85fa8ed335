/** The local Genesys Cloud of a shift, and the hand on its controls; time stands still while it is asked. */
import type { Emulator } from '../contract/emulator'
import type { Entry } from '../emulator/journal'
import { control, type Json } from '../unit/emulator/visitor'
import type { Agenda } from './agenda'

/** As a control call tells it. */
export interface State {
  readonly users: readonly {
    readonly id: string
    readonly name: string
    readonly presence: string
    readonly routingStatus: string
  }[]
  readonly queues: readonly { readonly id: string; readonly name: string }[]
  readonly conversations: readonly Call[]
}

export interface Call {
  readonly id: string
  readonly participants: readonly {
    readonly id: string
    readonly purpose: string
    readonly userId?: string
    readonly state: string
    readonly held?: boolean
    readonly muted?: boolean
    readonly owesWrapup?: boolean
  }[]
}

export interface Platform {
  order(method: string, path: string, body?: unknown): Promise<Json>
  /** Of the conversations those that are not over. */
  state(): Promise<State>
  /** What was asked since then, by the number of the last that is known. */
  requests(since: number): Promise<readonly Entry[]>
  /** Something goes wrong on purpose, for so many milliseconds. */
  fault(fault: {
    readonly kind: string
    readonly forMs: number
    readonly [field: string]: unknown
  }): Promise<void>
  /** Answers may be kept waiting on purpose: nothing that is on its way need come. */
  holds(): boolean
  /** Nothing goes wrong any more. */
  over(): Promise<void>
  /** How often it was said on purpose that there are too many requests. */
  tooMany(): Promise<number>
  userId(name: string): string
  queueId(name: string): string
}

/** Milliseconds that the last of them may be held. */
const held = 30_000

export async function createPlatform(emulator: Emulator, agenda: Agenda): Promise<Platform> {
  const order = (method: string, path: string, body?: unknown) =>
    agenda.during(async () => {
      const answer = await control(emulator, method, path, body)
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status}`)
      return answer.body
    })
  const state = (): Promise<State> => order('GET', '/state?live=true')
  const { users, queues } = await state()
  const idOf = (all: readonly { id: string; name: string }[], name: string) =>
    all.find((one) => one.name === name)?.id ?? ''
  let [meant, holdsUntil] = [0, 0]
  const struck = async () => {
    const faults = await order('GET', '/faults')
    const all = faults.filter(({ status }: Json) => status === 429)
    return all.reduce((sum: number, { count }: Json) => sum + count, 0)
  }

  return {
    order,
    state,
    requests: (since) => order('GET', `/requests?since=${since}`),
    holds: () => agenda.now() < holdsUntil,
    async fault(fault) {
      const isSlow = fault.kind === 'delay' || fault.kind === 'timeout'
      if (isSlow) holdsUntil = agenda.now() + fault.forMs + held
      await order('POST', '/faults', fault)
    },
    async over() {
      meant += await struck()
      await order('DELETE', '/faults')
    },
    tooMany: async () => meant + (await struck()),
    userId: (name) => idOf(users, name),
    queueId: (name) => idOf(queues, name),
  }
}
