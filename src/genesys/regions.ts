/**
 * The domains of Genesys Cloud's regions. Source: the official client's list of 18 hosts.
 * A configuration names one of these; nothing else is ever asked.
 */
export const regions = [
  'mypurecloud.com',
  'usw2.pure.cloud',
  'cac1.pure.cloud',
  'mxc1.pure.cloud',
  'sae1.pure.cloud',
  'mypurecloud.ie',
  'euw2.pure.cloud',
  'mypurecloud.de',
  'euc2.pure.cloud',
  'mec1.pure.cloud',
  'aps1.pure.cloud',
  'apse1.pure.cloud',
  'mypurecloud.com.au',
  'mypurecloud.jp',
  'apne2.pure.cloud',
  'apne3.pure.cloud',
  'use2.us-gov-pure.cloud',
  'edee1.eusc-pure.cloud',
] as const

export type Region = (typeof regions)[number]

export function isRegion(domain: string): domain is Region {
  return regions.some((region) => region === domain)
}
