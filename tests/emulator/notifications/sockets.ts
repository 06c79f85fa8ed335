import type { Server } from 'node:http'
import { WebSocketServer } from 'ws'
import type { Channels } from './channels'

const path = /^\/channels\/([\w-]+)(\?|$)/

/** Serves `ws://…/channels/{id}`: no token, the channel's id is the secret. */
export function serveSockets(servers: readonly Server[], channels: () => Channels): void {
  const wss = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })

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
        socket.on('message', (text) => current.receive(id, socket, String(text)))
        socket.on('close', () => current.disconnected(id, socket))
        socket.on('error', () => socket.terminate())
        return undefined
      })
    })
  }
}
