/**
 * What Genesys Cloud calls the environment of a region, in `gcTargetEnv` of a client app. Source: the
 * official client app SDK. Most names are made of the domain's first part.
 */
const others: Readonly<Record<string, string>> = {
  'mypurecloud.com': 'prod',
  'mypurecloud.ie': 'prod-euw1',
  'mypurecloud.de': 'prod-euc1',
  'mypurecloud.com.au': 'prod-apse2',
  'mypurecloud.jp': 'prod-apne1',
  'use2.us-gov-pure.cloud': 'fedramp-use2-core',
}

/** Undefined for a domain that has none. */
export function environmentName(domain: string): string | undefined {
  const [, name] = /^([a-z0-9]+)\.pure\.cloud$/.exec(domain) ?? []
  return name ? `prod-${name}` : Object.entries(others).find(([one]) => one === domain)?.[1]
}
