// What the headers of a deployment depend on, read from its config.json.

/**
 * @typedef {import('./table.mjs').Deployment} Deployment
 * @typedef {{ readonly login: string, readonly api: string }} Environment
 * @typedef {{ readonly sites: readonly { readonly environment: Environment }[],
 *   readonly redirectUris: readonly string[], readonly frameAncestors: readonly string[] }} Config
 *   as checked by src/config
 */

/**
 * @param {Config} config
 * @param {string} text the same config.json as it was written: it says where a local one has its sockets
 * @returns {Deployment}
 */
export function deploymentOf({ sites, redirectUris, frameAncestors }, text) {
  const json = JSON.parse(text)
  const written = [json, ...(json.otherRegions ?? [])].map(({ environment }) => environment)
  const environments = sites.map(({ environment }) => environment)
  const uris = redirectUris.map((uri) => new URL(uri))
  const https = uris.every(({ protocol }) => protocol === 'https:')
  const shells = environments.flatMap(({ login }, index) =>
    typeof written[index] === 'string' ? [login.replace('//login.', '//apps.')] : [],
  )
  return {
    hosts: unique(environments.flatMap((one, index) => hostsOf(one, written[index]))),
    ancestors: unique([...shells, ...frameAncestors]),
    folders: unique(uris.map((uri) => new URL('.', uri).pathname)),
    https,
    // Strict transport would lock this machine's other local pages out.
    strictTransport: https && typeof written[0] === 'string',
  }
}

/**
 * What the engine may reach. The sockets of a region are on any of its hosts; those of a local one, if it
 * does not say where, on any port of its API's host.
 * @param {Environment} environment
 * @param {string | { sockets?: string }} written
 */
function hostsOf({ login, api }, written) {
  if (typeof written === 'string') return [login, api, `wss://*.${written}`]
  const { protocol, hostname } = new URL(api)
  const sockets = `${protocol === 'https:' ? 'wss' : 'ws'}://${hostname}:*`
  return [login, api, written.sockets ?? sockets]
}

/**
 * @param {string[]} texts
 */
function unique(texts) {
  return [...new Set(texts)]
}
