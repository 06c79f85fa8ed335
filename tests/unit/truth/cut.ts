/** A connection to Genesys Cloud that ends in the middle of a command. */
import { connect } from 'node:net'

/** Sends the head of it and half of its body, and hangs up. Rejects as a browser's `fetch` does. */
export async function sendHalf(request: Request): Promise<never> {
  const { hostname, port, pathname, search } = new URL(request.url)
  const body = await request.text()
  const head = [
    `${request.method} ${pathname}${search} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    `authorization: ${request.headers.get('authorization')}`,
    'content-type: application/json',
    // Of one without a body its head is cut.
    ...(body ? [`content-length: ${Buffer.byteLength(body)}`, '', ''] : ['x-cut: ']),
  ]
  const text = head.join('\r\n') + body.slice(0, body.length / 2)
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text, () => socket.destroy()))
    socket.on('error', () => {})
    socket.on('close', () => resolve())
  })
  throw new TypeError('Failed to fetch')
}
