import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/** What the emulator's requests are compared with: an empty route of the framework it uses. */
const listener = getRequestListener(() => new Response(), { overrideGlobalObjects: false })
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  process.send?.(server.address())
})
process.on('disconnect', () => process.exit(0))
