/** What the pages wait for, so that they can give it up. */
import type { Port } from '~/protocol/protocol'

export interface Asks {
  open(port: Port, id: number, access: 'read' | 'write'): AbortSignal
  close(port: Port, id: number): void
  cancel(port: Port, id: number): void
  /** The page is gone, and with it whoever waits for its reads. What was pressed there goes on. */
  leave(port: Port): void
}

interface Asked {
  readonly access: 'read' | 'write'
  readonly abort: AbortController
}

export function createAsks(): Asks {
  const open = new Map<Port, Map<number, Asked>>()
  return {
    open(port, id, access) {
      const abort = new AbortController()
      open.set(port, (open.get(port) ?? new Map<number, Asked>()).set(id, { access, abort }))
      return abort.signal
    },
    close(port, id) {
      const mine = open.get(port)
      mine?.delete(id)
      if (mine?.size === 0) open.delete(port)
    },
    cancel: (port, id) => open.get(port)?.get(id)?.abort.abort(),
    leave(port) {
      for (const { access, abort } of [...(open.get(port)?.values() ?? [])])
        if (access === 'read') abort.abort()
    },
  }
}
