import type { Hosts } from '../emulator/visitor'
import { sdk } from './sdk'

/** A client of the official SDK: one for every user who is signed in at a time. */
export type Client = InstanceType<typeof sdk.ApiClientClass>

/** In Node a client reads settings from a file in somebody's home, and watches it: here only ours count. */
function forgetHome({ config }: Client): void {
  config.setConfigPath('')
  config.gateway = undefined
}

// The SDK makes one when it is loaded.
forgetHome(sdk.ApiClient)

/**
 * A client that talks to an emulator. `basePath` and `authUrl` are the SDK's own settings for the two
 * hosts; only the token endpoint is addressed by the region's name whatever `authUrl` says.
 */
export function clientOf({ login, api }: Hosts): Client {
  const client = new sdk.ApiClientClass()
  forgetHome(client)
  client.config.basePath = api
  client.config.authUrl = login
  const token = `https://login.${client.config.environment}/oauth/token`
  client.getHttpClient().setPreHook(async (request) => {
    if (request.url === token) request.url = `${login}/oauth/token`
    return request
  })
  return client
}
