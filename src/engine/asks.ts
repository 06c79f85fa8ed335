/** What the pages wait for, so that they can give it up. */
import type { Port } from '~/protocol/protocol'

export interface Asks {
  open(port: Port, id: number): AbortSignal
  close(port: Port, id: number): void
  cancel(port: Port, id: number): void
}

export function createAsks(): Asks {
  const open = new Map<Port, Map<number, AbortController>>()
  return {
    open(port, id) {
      const abort = new AbortController()
      open.set(port, (open.get(port) ?? new Map()).set(id, abort))
      return abort.signal
    },
    close(port, id) {
      const mine = open.get(port)
      mine?.delete(id)
      if (mine?.size === 0) open.delete(port)
    },
    cancel: (port, id) => open.get(port)?.get(id)?.abort(),
  }
}
