/**
 * One WebSocket to a notification channel, watched: a socket that looks open but says nothing is
 * asked, and closed when it does not answer.
 */
import type { Clock } from '~/clock'

/** The part of WebSocket that is used, so that Node can hand in its own. */
export interface SocketLike {
  send(data: string): void
  close(): void
  onopen: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
}

/** A way to open one; the address is a capability like a token and must not be logged. */
export type OpenSocket = (url: string) => SocketLike

export interface Watched {
  readonly onOpen: () => void
  readonly onFrame: (data: string) => void
  /** Told once, however it ended; `opened` says whether it had ever been open. */
  readonly onEnd: (opened: boolean) => void
}

/** Milliseconds for the handshake. */
const openLife = 10_000
/** Milliseconds without a word before it is asked: calls ring for less than the 30 s between two heartbeats. */
const silence = 10_000
/** Milliseconds to answer a ping. */
const pingLife = 5_000

/** Opens and watches; the answer closes it without `onEnd`. */
export function watchSocket(
  open: OpenSocket,
  url: string,
  clock: Clock,
  { onOpen, onFrame, onEnd }: Watched,
): () => void {
  const socket = open(url)
  let opened = false
  let ended = false
  let cancelTimer = clock.after(openLife, end)

  function end() {
    if (ended) return
    detach()
    onEnd(opened)
  }

  function detach() {
    ended = true
    cancelTimer()
    socket.onopen = socket.onclose = socket.onmessage = null
    // ws, unlike a browser, throws an error that nobody listens to.
    socket.onerror = () => {}
    socket.close()
  }

  function listen() {
    cancelTimer()
    cancelTimer = clock.after(silence, () => {
      cancelTimer = clock.after(pingLife, end)
      socket.send(JSON.stringify({ message: 'ping' }))
    })
  }

  socket.onopen = () => {
    opened = true
    listen()
    onOpen()
  }
  socket.onmessage = ({ data }: { data: unknown }) => {
    listen()
    if (typeof data === 'string') onFrame(data)
  }
  socket.onclose = end
  socket.onerror = end
  return () => {
    if (!ended) detach()
  }
}
