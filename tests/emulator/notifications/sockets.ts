import type { Server } from 'node:http'
import { WebSocketServer } from 'ws'
import type { Channels } from './channels'

/** A longer frame ends its socket. */
const frameMax = 64 * 1024
const path = /^\/channels\/([\w-]+)(\?|$)/

/** Serves `ws://…/channels/{id}`: no token, the channel's id is the secret. */
export function serveSockets(servers: readonly Server[], channels: () => Channels): void {
  const wss = new WebSocketServer({ noServer: true, maxPayload: frameMax })

  for (const server of servers) {
    server.on('upgrade', (request, connection, head) => {
      connection.on('error', () => connection.destroy())
      const id = path.exec(request.url ?? '')?.[1] ?? ''
      if (!channels().get(id)) {
        connection.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      wss.handleUpgrade(request, connection, head, (socket) => {
        const current = channels()
        if (!current.connect(id, socket)) return socket.terminate()
        socket.on('message', (data, isBinary) => {
          if (isBinary) socket.close(1003, 'Frames are text')
          else current.receive(id, socket, String(data))
        })
        socket.on('close', () => current.disconnected(id, socket))
        // A frame that is broken or too long has been told so by then: 1002, 1007 or 1009.
        socket.on('error', () => {})
        return undefined
      })
    })
  }
}
