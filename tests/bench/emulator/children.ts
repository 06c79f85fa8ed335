import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Child {
  /** What it said first. */
  readonly greeting: unknown
  ask(): Promise<unknown>
  end(): Promise<void>
}

function word(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`Ended with ${code}`))
    child.once('exit', gone)
    child.once('message', (message) => {
      child.off('exit', gone)
      resolve(message)
    })
  })
}

/** Runs a file of this folder in a process of its own, with the flags of this one. */
export async function startChild(file: string): Promise<Child> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = fork(path, { execArgv: ['--import', 'tsx', ...flags()] })
  const greeting = await word(child)
  return {
    greeting,
    async ask() {
      child.send('?')
      return word(child)
    },
    async end() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

/** `BENCH_NODE_FLAGS='--cpu-prof'` profiles the children. */
const flags = () => process.env.BENCH_NODE_FLAGS?.split(' ').filter(Boolean) ?? []
