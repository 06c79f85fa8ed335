/** Events by the notification socket, many a second, of calls beside the one that is worked on. */
import type { Genesys } from '../e2e/desk'

export interface Storm {
  /** Events a second since it began. */
  rate(): number
  stop(): Promise<void>
}

/** `perSecond` events for one user, each made when it is sent; `paceMs` between two handfuls of them. */
export function startStorm(
  genesys: Pick<Genesys, 'control'>,
  userId: string,
  perSecond: number,
  textOf: (at: number) => string,
  paceMs = 20,
): Storm {
  const begun = performance.now()
  let sent = 0
  let flying: Promise<unknown> | undefined

  const timer = setInterval(() => {
    // One handful at a time: what the emulator cannot take is not piled up.
    if (flying) return
    const due = Math.floor(((performance.now() - begun) * perSecond) / 1000)
    if (due === sent) return
    const texts = Array.from({ length: due - sent }, (_, at) => textOf(sent + at))
    sent = due
    flying = genesys.control('POST', '/sockets/send', { userId, texts }).finally(() => {
      flying = undefined
    })
  }, paceMs)
  return {
    rate: () => (sent * 1000) / (performance.now() - begun),
    async stop() {
      clearInterval(timer)
      await flying
    },
  }
}
