// The one table of headers: what every path of a deployment is sent with.
import { callbackPolicy, enginePolicy, pagePolicy, popupPolicy, sealedPolicy } from './policies.mjs'

/**
 * @typedef {{ hosts: string[], ancestors: string[], folders: string[], https: boolean,
 *   strictTransport: boolean }} Deployment `hosts`: what the engine may reach; `ancestors`: who may show
 *   embed.html in a frame; `folders`: where the desk is, as paths with a slash at either end
 * @typedef {Record<string, string>} Headers
 * @typedef {{ name: string, paths: string[], headers: Headers }} Row `paths` inside the folder, where `*`
 *   is anything but a slash; none: whatever no other row has
 * @typedef {{ common: Headers, rows: Row[] }} Table every path has the common headers and those of one row
 */

/** Sent only with what is there: a missing file is neither kept nor a reason to forget anything. */
export const onSuccess = ['Cache-Control', 'Clear-Site-Data']

const policy = 'Content-Security-Policy'
const opener = 'Cross-Origin-Opener-Policy'
const cache = 'Cache-Control'
const kept = 'public, max-age=31536000, immutable'

/**
 * @param {Deployment} deployment
 * @returns {Table}
 */
export function tableOf(deployment) {
  const framed = pagePolicy(deployment, deployment.ancestors)
  const page = { [opener]: 'same-origin', [cache]: 'no-cache' }
  const hop = { [opener]: 'same-origin', [cache]: 'no-store' }
  const sealed = sealedPolicy()
  return {
    common: {
      ...(deployment.strictTransport && {
        'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
      }),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Origin-Agent-Cluster': '?1',
      'Permissions-Policy': permissions,
    },
    rows: [
      row('index', ['', 'index.html'], { [policy]: pagePolicy(deployment, []), ...page }),
      row('embed', ['embed.html'], { [policy]: framed, ...page }),
      row('callback', ['callback.html'], { [policy]: callbackPolicy(), ...hop }),
      // It must reach the frame that opened it.
      row('popup', ['popup.html'], { [policy]: popupPolicy(), ...hop, [opener]: 'unsafe-none' }),
      row('signed-out', ['signed-out.html'], {
        ...{ [policy]: sealed, ...hop, 'Clear-Site-Data': '"cache", "storage"' },
      }),
      row('engine', ['engine-*.js'], { [policy]: enginePolicy(deployment), [cache]: kept }),
      row('assets', ['assets/*'], { [policy]: sealed, [cache]: kept }),
      row('config', ['config.json', 'icon.svg'], { [policy]: sealed, [cache]: 'no-cache' }),
      row('other', [], { [policy]: sealed }),
    ],
  }
}

/** The desk copies to the clipboard, and asks for nothing else. */
const permissions = [
  'clipboard-write=(self)',
  ...['camera', 'clipboard-read', 'display-capture', 'geolocation', 'hid', 'microphone'].map(deny),
  ...['payment', 'serial', 'usb'].map(deny),
].join(', ')

/** @param {string} feature */
function deny(feature) {
  return `${feature}=()`
}

/**
 * @param {string} name
 * @param {string[]} paths
 * @param {Headers} headers
 */
function row(name, paths, headers) {
  return { name, paths, headers }
}

/**
 * A regular expression for the paths of a row, in whatever folder the desk is.
 * @param {Row} row
 */
export function patternOf({ paths }) {
  const escaped = paths.map((path) => path.replaceAll('.', '\\.').replaceAll('*', '[^/]+'))
  return `/(${escaped.join('|')})$`
}

/**
 * What a path is sent with, and what is said of it where nothing is found.
 * @param {Table} table
 * @param {string} path begins with a slash
 * @param {boolean} [found]
 * @returns {Headers}
 */
export function headersFor({ common, rows }, path, found = true) {
  const row = rows.find((one) => one.paths.length === 0 || new RegExp(patternOf(one)).test(path))
  const all = Object.entries({ ...common, ...row?.headers })
  return Object.fromEntries(all.filter(([name]) => found || !onSuccess.includes(name)))
}
