/** What the agent has pressed, beside what Genesys Cloud was ordered: each once, and none late. */
import { type OperationName, operations } from '~/genesys/operations'
import type { Entry } from '../emulator/journal'

interface Press {
  /** What it may be sent as. */
  readonly as: readonly OperationName[]
  /** In the path of the request. */
  readonly target: string
  /** Milliseconds since the epoch, from when on it may go out, and until when. */
  readonly from: number
  readonly until: number
}

export interface Presses {
  /** `life`: milliseconds in which it may go out. */
  add(as: readonly OperationName[], target: string, from: number, life?: number): void
  /** Requests of the desk, the oldest first. */
  judge(requests: readonly Entry[]): Judged
}

export interface Judged {
  readonly orders: number
  readonly twice: number
  readonly late: number
  readonly words: readonly string[]
}

/** An order goes out within this time of the press, or never. Milliseconds. */
const orderLife = 10_000

const isName = (name: string): name is OperationName => Object.hasOwn(operations, name)

/** The orders of a desk, with what their paths look like. */
const orders = Object.keys(operations)
  .filter(isName)
  .flatMap((name) => {
    const { access, realm, method, path } = { realm: 'desk', ...operations[name] }
    const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)
    return access === 'write' && realm === 'desk' ? [{ name, method, pattern }] : []
  })

const orderOf = ({ method, path }: Entry) =>
  orders.find((one) => one.method === method && one.pattern.test(path))?.name

export function createPresses(): Presses {
  const free = new Set<Press>()
  return {
    add(as, target, from, life = orderLife) {
      free.add({ as, target, from, until: from + life })
    },
    judge(requests) {
      const words: string[] = []
      let [sent, twice, late] = [0, 0, 0]
      for (const request of requests) {
        const { path, time, status } = request
        const name = orderOf(request)
        // Refused, and told to come again.
        if (!name || status === 401 || status === 429) continue
        sent++
        const meant = [...free].filter(
          (one) => one.as.includes(name) && path.includes(one.target) && one.from <= time,
        )
        const fit = meant.find(({ until }) => time <= until) ?? meant.at(-1)
        if (fit) free.delete(fit)
        if (!fit) twice++
        else if (time > fit.until) late++
        else continue
        words.push(`${fit ? 'late' : 'twice'}: ${name} ${path} at ${time}: ${status}`)
      }
      return { orders: sent, twice, late, words }
    },
  }
}
