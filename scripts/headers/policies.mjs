// The content security policies. Nothing inline, nothing from elsewhere; only the engine reaches a network.

/**
 * @typedef {import('./table.mjs').Deployment} Deployment
 * @typedef {Record<string, string | boolean>} Directives a directive that is false is left out
 */

/** Text that becomes script or HTML is refused, but from the two places that need it. */
const trustedTypes = {
  'require-trusted-types-for': "'script'",
  'trusted-types': 'solid-template engine-url',
}

const nowhere = { 'base-uri': "'none'", 'object-src': "'none'", 'form-action': "'none'" }

/**
 * A page of the desk.
 * @param {Deployment} deployment
 * @param {string[]} ancestors who may show it in a frame
 */
export function pagePolicy({ https }, ancestors) {
  return write({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' blob: data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'frame-src': 'blob:',
    'media-src': "'self' blob:",
    'manifest-src': "'self'",
    ...nowhere,
    'frame-ancestors': ancestors.join(' ') || "'none'",
    'upgrade-insecure-requests': https,
    ...trustedTypes,
  })
}

/** callback.html: one script, which reaches nothing and makes no HTML. */
export function callbackPolicy() {
  return write({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'none'",
    ...nowhere,
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  })
}

/** popup.html: one script, which tells its opener, and a sentence where there is none. */
export function popupPolicy() {
  return write({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'none'",
    ...nowhere,
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  })
}

/**
 * The engine's own thread: a worker is bound by the policy of its file, not by its page's.
 * @param {Deployment} deployment
 */
export function enginePolicy({ hosts }) {
  return write({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': ["'self'", ...hosts].join(' '),
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  })
}

/** Everything else, above all scripts of the page that somebody starts as a worker: it reaches nothing. */
export function sealedPolicy() {
  return write({
    'default-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  })
}

/** What the pages themselves say, where a host sends no headers. No page needs more than this allows. */
export function floorPolicy() {
  return write({
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    ...nowhere,
    ...trustedTypes,
  })
}

/** @param {Directives} directives */
function write(directives) {
  return Object.entries(directives)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => (value === true ? name : `${name} ${value}`))
    .join('; ')
}
