import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { DeskHost } from './serve'

const bundle = fileURLToPath(
  new URL(
    '../../node_modules/purecloud-platform-client-v2/dist/web-cjs/purecloud-platform-client-v2.min.js',
    import.meta.url,
  ),
)

/** Somebody else's page: all it knows of Genesys Cloud is the official client. */
const page = `<!doctype html>
<html lang="en">
<head><title>Wallboard</title><link rel="icon" href="data:," /></head>
<body>
  <h1>Signing in</h1>
  <p role="status"></p>
  <button id="queue" disabled>Go on queue</button>
  <button id="out" disabled>Log out</button>
  <script src="client.js"></script>
  <script src="wallboard.js"></script>
</body>
</html>
`

const script = `
const sdk = require('platformClient')
const client = sdk.ApiClient.instance
const show = (selector, text) => { document.querySelector(selector).textContent = text }

async function start() {
  const { environment, clientId, redirectUris: [redirectUri] } = await (await fetch('config.json')).json()
  client.config.basePath = environment.api
  client.config.authUrl = environment.login
  // The token endpoint alone is addressed by the region's name, whatever authUrl says.
  const token = 'https://login.' + client.config.environment + '/oauth/token'
  client.getHttpClient().setPreHook(async (request) => {
    if (request.url === token) request.url = environment.login + '/oauth/token'
    return request
  })
  client.setGenesysAppHeader('wallboard')
  const { state } = await client.loginPKCEGrant(clientId, redirectUri, { state: 'wall 7' })
  const me = await new sdk.UsersApi().getUsersMe({ expand: ['routingStatus'] })
  show('h1', me.name + ' at ' + state)
  show('p', me.routingStatus.status)

  const notifications = new sdk.NotificationsApi()
  const channel = await notifications.postNotificationsChannels()
  const topic = 'v2.users.' + me.id + '.routingStatus'
  await notifications.putNotificationsChannelSubscriptions(channel.id, [{ id: topic }])
  const socket = new WebSocket(channel.connectUri)
  socket.onmessage = ({ data }) => {
    const { topicName, eventBody } = JSON.parse(data)
    if (topicName === topic) show('p', eventBody.routingStatus.status)
  }
  const button = document.querySelector('#queue')
  button.onclick = async () => {
    const presence = new sdk.PresenceApi()
    const { entities } = await presence.getPresenceDefinitions0()
    const { id } = entities.find(({ systemPresence }) => systemPresence === 'OnQueue')
    await presence.patchUserPresencesPurecloud(me.id, { presenceDefinition: { id } })
  }
  socket.onopen = () => { button.disabled = false }
  const out = document.querySelector('#out')
  out.onclick = () => client.logout(redirectUri)
  out.disabled = false
}

start().catch((error) => show('h1', String(error.message ?? error)))
`

/** Serves that page, where the emulator believes the desk to be. */
export async function serveClientPage(): Promise<DeskHost> {
  let config = '{}'
  const files: Record<string, { type: string; body: () => string | Promise<Buffer> }> = {
    '/callback.html': { type: 'text/html; charset=utf-8', body: () => page },
    '/wallboard.js': { type: 'text/javascript; charset=utf-8', body: () => script },
    '/client.js': { type: 'text/javascript; charset=utf-8', body: () => readFile(bundle) },
    '/config.json': { type: 'application/json', body: () => config },
  }
  const server = createServer(async (request, response) => {
    const file = files[new URL(request.url ?? '/', 'http://localhost').pathname]
    if (!file) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': file.type }).end(await file.body())
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    setConfig(next) {
      config = JSON.stringify(next)
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
