import type { IncomingMessage } from 'node:http'
import type { Clock } from '~/clock'

/** `request.bytes.max` of the platform. */
export const bytesMax = 512_000

/** A body that is too large is read on to here and thrown away, so that its sender hears the answer. */
export const patienceBytes = 16_000_000

/** How long a body may take to arrive. */
const patienceMs = 30_000

/** The body of a request, or the status it is refused with; `gone` when its sender is. */
export type Intake = { readonly text: string } | { readonly refused: 408 | 413 } | 'gone'

/** Reads a body, and never keeps more of it than may come. */
export function takeIn(
  incoming: IncomingMessage,
  clock: Clock,
  most: number = bytesMax,
): Promise<Intake> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const giveUp = clock.after(patienceMs, () => settle({ refused: 408 }))

    function settle(intake: Intake): void {
      giveUp()
      resolve(intake)
    }

    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= most) chunks.push(chunk)
      else chunks.length = 0
      if (bytes > patienceBytes) settle({ refused: 413 })
    })
    incoming.once('end', () => {
      settle(bytes > most ? { refused: 413 } : { text: Buffer.concat(chunks).toString() })
    })
    incoming.once('close', () => settle('gone'))
  })
}
