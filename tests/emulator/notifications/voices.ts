import type { Clock } from '~/clock'

/** One end of a WebSocket, as much of it as a channel needs. */
export interface Socket {
  /** Bytes that the other end has not taken yet. */
  readonly bufferedAmount?: number
  send(text: string): void
  close(code: number, reason: string): void
  /** Cuts the connection without a word. */
  terminate(): void
}

/** One that leaves so many bytes unread is cut: it would fill the memory. */
const unreadMax = 4 * 1024 * 1024

/** What sockets get to hear. A muted one looks open and is dead: not even its end is told. */
export interface Voices {
  send(socket: Socket, text: string): void
  close(socket: Socket, code: number, reason: string): void
  /** For `ms`, or for good. What would have been sent meanwhile is lost. */
  mute(socket: Socket, ms: number | undefined): void
  gone(socket: Socket): void
  /** Cuts those that are muted or have been told to close, whether or not a channel still knows them. */
  end(): void
}

interface Mute {
  readonly cancel: () => void
  goodbye?: () => void
}

export function createVoices(clock: Clock): Voices {
  const mutes = new Map<Socket, Mute>()
  /** Until the other end has agreed. */
  const closing = new Set<Socket>()

  function forgive(socket: Socket): void {
    mutes.get(socket)?.cancel()
    mutes.delete(socket)
  }

  function unmute(socket: Socket): void {
    const goodbye = mutes.get(socket)?.goodbye
    mutes.delete(socket)
    goodbye?.()
  }

  return {
    send(socket, text) {
      if (mutes.has(socket)) return
      if ((socket.bufferedAmount ?? 0) > unreadMax) socket.terminate()
      else socket.send(text)
    },
    close(socket, code, reason) {
      const close = () => {
        closing.add(socket)
        socket.close(code, reason)
      }
      const mute = mutes.get(socket)
      if (mute) mute.goodbye = close
      else close()
    },
    mute(socket, ms) {
      forgive(socket)
      const cancel = ms === undefined ? () => {} : clock.after(ms, () => unmute(socket))
      mutes.set(socket, { cancel })
    },
    gone(socket) {
      forgive(socket)
      closing.delete(socket)
    },
    end() {
      for (const { cancel } of mutes.values()) cancel()
      for (const socket of [...mutes.keys(), ...closing]) socket.terminate()
      mutes.clear()
      closing.clear()
    },
  }
}
