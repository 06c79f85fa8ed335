import type { OperationName } from '~/genesys/operations'
import type { Ask, AskOptions } from '~/protocol/protocol'

export interface Asked {
  readonly operation: OperationName
  readonly params: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
  readonly lane?: 'background'
}

type Answers = Partial<Record<OperationName, (asked: Asked) => unknown>>

/** An `ask` that answers as told, and remembers what was asked. Answers may be changed at any time. */
export function fakeAsk(given: Answers = {}) {
  const answers: Answers = { ...given }
  const asked: Asked[] = []
  const signals: (AbortSignal | undefined)[] = []
  const ask = (
    operation: OperationName,
    params: Asked['params'],
    body?: unknown,
    { lane, signal }: AskOptions = {},
  ) => {
    const one: Asked = {
      ...{ operation, params },
      ...(body === undefined ? {} : { body }),
      ...(lane && { lane }),
    }
    asked.push(one)
    signals.push(signal)
    return new Promise<unknown>((resolve) => {
      resolve(answers[operation]?.(one))
    })
  }
  return {
    ask: ask as Ask,
    answers,
    asked,
    /** Of each that was asked, what gives it up. */
    signals,
    count: (operation: OperationName) => asked.filter((one) => one.operation === operation).length,
  }
}

export interface Deferred<T> {
  readonly promise: Promise<T>
  resolve(value: T): void
  reject(reason: unknown): void
}

/** An answer that comes when the test says so. */
export function deferred<T = unknown>(): Deferred<T> {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
