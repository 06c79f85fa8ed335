/**
 * The order of commands to one thing, when they have to go out a second time: what was refused for its
 * token comes back in any order, and is sent again in the one it was asked in.
 */
import { type Clock, inTime } from '~/clock'
import { type OperationName, operations } from '~/genesys/operations'

type Params = Readonly<Record<string, string | undefined>>

export interface Turns {
  /** A command is on its way; the answer says that it is done with. */
  enter(operation: OperationName, params: Params): () => void
  /** Waits, before a command goes out again, or after it has waited, until the ones before it are done with. */
  wait(params: Params, left: number, again: boolean): Promise<void> | undefined
}

interface Turn {
  readonly params: Params
  readonly thing: string | undefined
  readonly done: Promise<void>
  /** How often it was about to go out: twice for each time that it goes. */
  asked: number
}

export function createTurns(clock: Clock): Turns {
  let turns: readonly Turn[] = []
  return {
    enter(operation, params) {
      const { access, path } = operations[operation]
      if (access === 'read') return () => {}
      let leave = () => {}
      const done = new Promise<void>((resolve) => {
        leave = resolve
      })
      const [, name = ''] = /\{(\w+)\}/.exec(path) ?? []
      const turn: Turn = { params, thing: params[name], done, asked: 0 }
      turns = [...turns, turn]
      return () => {
        turns = turns.filter((other) => other !== turn)
        leave()
      }
    },
    wait(params, left, again) {
      const mine = turns.findIndex((turn) => turn.params === params)
      const turn = turns[mine]
      if (!turn || (++turn.asked <= 2 && !again)) return undefined
      const before = turns.slice(0, mine).filter(({ thing }) => thing === turn.thing)
      if (before.length === 0) return undefined
      return inTime(clock, left, Promise.all(before.map(({ done }) => done)), []).then(() => {})
    },
  }
}
