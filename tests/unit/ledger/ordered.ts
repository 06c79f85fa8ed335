import { type Command, type CommandState, isOver } from '~/ledger/command'
import { createLedger, type Order } from '~/ledger/ledger'
import type { Progress } from '~/protocol/protocol'
import { createManualClock } from '../../manual-clock'
import { type Deferred, deferred } from '../fake-ask'
import { inWords } from '../fake-ears'
import { settled } from '../settled'

/** A ledger, and one order whose answers the test gives. */
export function createOrdered(change: Partial<Order> = {}, hears = true) {
  const clock = createManualClock()
  const said: string[] = []
  const told: Command[] = []
  const lists: (readonly Command[])[] = []
  const deaf: number[] = []
  const sends: Deferred<unknown>[] = []
  const reads: Deferred<unknown>[] = []
  const ledger = createLedger({
    clock,
    onChange: (commands) => lists.push(commands),
    onEnd(command) {
      told.push(command)
      inWords((sentence) => said.push(sentence))(command)
    },
    proof: () => (done ? 'held' : undefined),
    readBack: () => ask(reads)(),
    hears: () => hears,
    onDeaf: () => deaf.push(clock.now()),
  })
  let done = false
  let follow: (progress: Progress) => void = () => {}
  let signal: AbortSignal | undefined
  let until: number | undefined
  const ask = (list: Deferred<unknown>[]) => () => {
    const answer = deferred()
    list.push(answer)
    return answer.promise
  }
  const order: Order = {
    verb: 'hold',
    target: 'call-1',
    name: 'Hold',
    send(options) {
      follow = options.onProgress ?? follow
      signal = options.signal
      until = options.until
      return ask(sends)()
    },
    ...change,
  }
  const pending = () => (lists.at(-1) ?? []).filter(({ state }) => !isOver(state))
  const ends: CommandState['step'][] = []
  return {
    clock,
    ledger,
    said,
    /** Each that ended, as it did. */
    told,
    /** The last moment the engine was given. */
    until: () => until,
    /** When it was found that nothing is heard. */
    deaf,
    /** The last commands, each time something happened. */
    lists,
    sends,
    reads,
    order,
    ends,
    run() {
      void ledger.run(order).then(({ state }) => ends.push(state.step))
    },
    /** The facts show it. */
    async prove() {
      done = true
      ledger.check('event')
      await settled()
    },
    async answer(value?: unknown) {
      sends.at(-1)?.resolve(value)
      await settled()
    },
    async fail(reason: unknown) {
      sends.at(-1)?.reject(reason)
      await settled()
    },
    async readBack(proven: boolean) {
      done = proven
      reads.at(-1)?.resolve(undefined)
      await settled()
    },
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
    /** The engine tells how it fares. */
    progress: (progress: Progress) => follow(progress),
    /** What has not gone out by now is not sent any more. */
    isOver: () => signal?.aborted,
    last: () => lists.at(-1)?.at(-1),
    pending,
    verbs: () => pending().map(({ verb }) => verb),
  }
}
