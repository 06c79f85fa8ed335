/** What the journeys stand on whose login host is none of ours: the API takes its tokens on its word. */
import { test as base } from './desk'
import { type OtherLogin, startOtherLogin } from './otherlogin'

interface Fixtures {
  other: OtherLogin
  /** The desk is told of it. */
  told: undefined
}

export const test = base.extend<Fixtures>({
  other: async ({ host }, use) => {
    const other = await startOtherLogin(`${host.url}callback.html`)
    await use(other)
    await other.stop()
  },
  platform: async ({ other }, use) =>
    use({ introspection: { ...other.introspection, freshMs: 0 } }),
  told: [
    async ({ host, genesys, other }, use) => {
      other.know((await genesys.state()).users)
      host.setConfig({
        environment: { login: other.origin, api: genesys.api },
        clientId: 'minidesk-local',
        redirectUris: [`${host.url}callback.html`],
      })
      await use(undefined)
    },
    { auto: true },
  ],
})

/** How often a request came to the other login host. */
export function count({ requests }: OtherLogin, request: string): number {
  return requests.filter((one) => one === request).length
}
