import type { ServerResponse } from 'node:http'
import type { Clock } from '~/clock'
import type { Curtain } from './curtain'

/** Sends the head, which promises all of the body, and half of it; then the connection ends. */
export async function sendHalf(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  // An answer without a body promises one as well: nothing else can be cut short.
  outgoing.setHeader('content-length', Math.max(body.length, 1))
  outgoing.flushHeaders()
  outgoing.write(body.subarray(0, body.length / 2))
  outgoing.socket?.destroySoon()
}

/** Says nothing for `ms`, or for good; ends early when the connection does, or when the curtain falls. */
export function keepSilence(
  ms: number | undefined,
  outgoing: ServerResponse,
  clock: Clock,
  curtain: Curtain,
): Promise<void> {
  return new Promise((resolve) => {
    if (ms === 0 || outgoing.destroyed) return resolve()
    const cancel = ms === undefined ? () => {} : clock.after(ms, end)
    const callOff = curtain.onFall(end)
    outgoing.once('close', end)

    function end(): void {
      cancel()
      callOff()
      resolve()
    }
  })
}
