import type { Command, CommandState } from '~/ledger/command'
import { createLedger, type Order } from '~/ledger/ledger'
import { createManualClock } from '../../manual-clock'
import { type Deferred, deferred } from '../fake-ask'
import { settled } from '../settled'

/** A ledger, and one order whose answers the test gives. */
export function createOrdered(change: Partial<Order> = {}, hears = true) {
  const clock = createManualClock()
  const said: string[] = []
  const unsaid: string[] = []
  const pendings: (readonly Command[])[] = []
  const deaf: number[] = []
  const sends: Deferred<unknown>[] = []
  const reads: Deferred<unknown>[] = []
  const ledger = createLedger({
    clock,
    onPending: (commands) => pendings.push(commands),
    say: (sentence) => said.push(sentence),
    unsay: (about) => unsaid.push(about),
    hears: () => hears,
    onDeaf: () => deaf.push(clock.now()),
  })
  let done = false
  const ask = (list: Deferred<unknown>[]) => () => {
    const answer = deferred()
    list.push(answer)
    return answer.promise
  }
  const order: Order = {
    verb: 'hold',
    target: 'call-1',
    name: 'Hold',
    send: ask(sends),
    readBack: ask(reads),
    settled: () => done,
    ...change,
  }
  const ends: CommandState['step'][] = []
  return {
    clock,
    ledger,
    said,
    unsaid,
    /** When it was found that nothing is heard. */
    deaf,
    pendings,
    sends,
    reads,
    order,
    ends,
    run() {
      void ledger.run(order).then(({ step }) => ends.push(step))
    },
    /** The facts show it. */
    async prove() {
      done = true
      ledger.check()
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
    verbs: () => (pendings.at(-1) ?? []).map(({ verb }) => verb),
  }
}
