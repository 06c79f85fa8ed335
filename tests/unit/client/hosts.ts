import sdk from 'purecloud-platform-client-v2'
import type { Hosts } from '../emulator/visitor'

/** A client of the official SDK: one for every user who is signed in at a time. */
export type Client = InstanceType<typeof sdk.ApiClientClass>

// The one the SDK makes when it is loaded looks every few seconds for a file in the home of whoever runs this.
sdk.ApiClient.config.setConfigPath('')

/**
 * A client that talks to an emulator. `basePath` and `authUrl` are the SDK's own settings for the two
 * hosts; only the token endpoint is addressed by the region's name whatever `authUrl` says.
 */
export function clientOf({ login, api }: Hosts): Client {
  const client = new sdk.ApiClientClass()
  client.config.setConfigPath('')
  client.config.basePath = api
  client.config.authUrl = login
  const token = `https://login.${client.config.environment}/oauth/token`
  client.getHttpClient().setPreHook(async (request) => {
    if (request.url === token) request.url = `${login}/oauth/token`
    return request
  })
  return client
}
