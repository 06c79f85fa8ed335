// Trusted Types: the one place where Solid makes HTML of text (its compiled templates) gets a policy.

const anchor = 't.innerHTML = html;'
const policy = 'solid-template'

/**
 * @param {string} code of solid-js/web
 * @returns {string}
 */
export function trustTemplates(code) {
  if (code.split(anchor).length !== 2)
    throw new Error(`solid-js/web does not have one "${anchor}": its templates need a new look`)
  const plain = '{createHTML:h=>h}'
  return `${code.replace(anchor, 't.innerHTML = trusted.createHTML(html);')}
const plain=${plain},trusted=globalThis.trustedTypes?.createPolicy('${policy}',plain)??plain;
`
}

/** @returns {import('vite').Plugin} */
export function trustedTemplates() {
  let done = false
  return {
    name: 'minidesk-trusted-templates',
    apply: 'build',
    transform(code, id) {
      if (!/\/solid-js\/web\/dist\/web\.js$/.test(id)) return undefined
      done = true
      return { code: trustTemplates(code), map: null }
    },
    buildEnd(error) {
      if (!error && !done) throw new Error('solid-js/web was not found: no template would be shown')
    },
  }
}
