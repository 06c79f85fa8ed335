// For the tests, which are TypeScript; explained in deployment.mjs.
import type { Deployment } from './table.mjs'

interface Config {
  readonly sites: readonly { readonly environment: { login: string; api: string } }[]
  readonly redirectUris: readonly string[]
  readonly frameAncestors: readonly string[]
}
export function deploymentOf(config: Config, text: string): Deployment
