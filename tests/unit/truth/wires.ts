/** All that is under way between desk, engine and Genesys Cloud, so that a test can wait until nothing is. */
import WebSocket from 'ws'
import type { Engine } from '~/engine/engine'
import type { Message } from '~/protocol/protocol'
import { settled } from '../settled'
import { sendHalf } from './cut'

export interface Wires {
  readonly fetch: typeof globalThis.fetch
  /** From now on a command whose connection ends without an answer is sent again, as Chromium does it. */
  resendLost(): void
  /** The next command's connection ends while it is on its way. */
  cutNextWrite(): void
  /** How many commands were cut so. */
  halves(): number
  openSocket(url: string): WebSocket
  /** What stands for `Worker` in the page: the engine at the other end of a real channel. */
  threadOf(engine: () => Engine): typeof Worker
  /** Every frame that came by a socket, as it came. */
  readonly frames: readonly string[]
  /** The value of the last Authorization header. */
  bearer(): string
  /** Until nothing is on its way. `still`: asks Genesys Cloud whether it keeps some waiting on purpose. */
  quiet(still: () => Promise<boolean>): Promise<void>
  close(): void
}

const isCommand = ({ method, url }: Request) =>
  method !== 'GET' && !/\/(search|channels)\b/.test(url)

/** `keeps`: the frames are there to be looked at, however many come. */
export function createWires(keeps = true): Wires {
  const flying = new Set<object>()
  const sockets = new Set<WebSocket>()
  const ports: MessagePort[] = []
  const frames: string[] = []
  let moves = 0
  let bearer = ''
  let closed = false
  let resends = false
  let cutsNext = false
  let halves = 0
  /** Asks the engine's end of each page's channel, and is answered after all that was said before. */
  let echoes: (() => Promise<void>)[] = []

  async function watched(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    if (closed) throw new TypeError('closed')
    if (input instanceof Request) bearer = input.headers.get('authorization') ?? bearer
    const one = {}
    const landed = () => {
      moves++
      flying.delete(one)
    }
    flying.add(one)
    moves++
    const again = resends && input instanceof Request && input.method !== 'GET' && input.clone()
    try {
      if (cutsNext && input instanceof Request && isCommand(input)) {
        cutsNext = false
        halves++
        await sendHalf(input)
      }
      const response = await fetch(input, init).catch((error) => {
        if (!again || again.signal.aborted) throw error
        return fetch(again)
      })
      response.clone().arrayBuffer().then(landed, landed)
      return response
    } catch (error) {
      landed()
      throw error
    }
  }

  /** Until it is open or gone; then until all that was sent has come. */
  function flushed(socket: WebSocket): Promise<void> {
    if (socket.readyState > WebSocket.OPEN) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        for (const name of ['open', 'pong', 'close'] as const) socket.off(name, done)
        resolve()
      }
      for (const name of ['open', 'pong', 'close'] as const) socket.on(name, done)
      if (socket.readyState === WebSocket.OPEN) socket.ping()
    })
  }

  async function once() {
    await Promise.all([...sockets].map(flushed))
    await Promise.all(echoes.map((echo) => echo()))
    await settled()
  }

  return {
    fetch: watched,
    resendLost() {
      resends = true
    },
    cutNextWrite() {
      cutsNext = true
    },
    halves: () => halves,
    bearer: () => bearer,
    frames,
    openSocket(url) {
      const socket = new WebSocket(url)
      sockets.add(socket)
      moves++
      socket.on('message', (data) => {
        moves++
        if (keeps) frames.push(String(data))
      })
      socket.on('close', () => {
        moves++
        sockets.delete(socket)
      })
      return socket
    },
    threadOf(engine) {
      class Thread extends EventTarget {
        onmessage: ((event: MessageEvent<Message>) => void) | null = null
        readonly #port: MessagePort
        constructor() {
          super()
          const { port1, port2 } = new MessageChannel()
          ports.push(port1)
          this.#port = port2
          const waiting = new Map<number, () => void>()
          let last = 0
          port2.onmessage = (event: MessageEvent<Message>) => {
            const { data } = event
            const id = data.kind === 'reply' ? data.id : 0
            const mine = waiting.get(id)
            if (mine) {
              waiting.delete(id)
              return mine()
            }
            moves++
            this.onmessage?.(event)
          }
          echoes.push(
            () =>
              new Promise((resolve) => {
                waiting.set(--last, resolve)
                port2.postMessage({ kind: 'ping', id: last })
              }),
          )
          engine().connect(port1)
        }
        postMessage(message: unknown) {
          moves++
          this.#port.postMessage(message)
        }
        terminate() {}
      }
      return Thread as unknown as typeof Worker
    },
    async quiet(still) {
      // What has no answer is looked at longer: it must have reached the other side.
      for (let calm = 0; calm < (flying.size > 0 ? 5 : 2); ) {
        const before = moves
        await once()
        const waits = flying.size > 0 && !(await still())
        calm = waits || moves !== before ? 0 : calm + 1
      }
    },
    close() {
      closed = true
      echoes = []
      for (const socket of sockets) socket.terminate()
      for (const port of ports) port.close()
    },
  }
}
