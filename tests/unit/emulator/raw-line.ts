import { connect, type Socket } from 'node:net'

/** A bare TCP connection: what no client library would send. */
export interface RawLine {
  readonly socket: Socket
  send(text: string): void
  /** Everything that came until the other side ended the connection. */
  readonly all: Promise<string>
  /** Everything so far, once it has `text` in it. */
  has(text: string): Promise<string>
}

export async function openRaw(url: string): Promise<RawLine> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  let told = ''
  const look = new Set<() => void>()
  socket.setEncoding('utf8')
  socket.on('data', (text) => {
    told += text
    for (const one of look) one()
  })
  const all = new Promise<string>((resolve) => socket.once('close', () => resolve(told)))
  // A connection that is reset is closed as well: `all` tells what had come.
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  return {
    socket,
    all,
    send: (text) => void socket.write(text),
    has: (text) =>
      new Promise((resolve) => {
        const check = () => {
          if (!told.includes(text)) return
          look.delete(check)
          resolve(told)
        }
        look.add(check)
        check()
      }),
  }
}
