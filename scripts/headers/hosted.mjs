// Netlify and Cloudflare Pages: _headers. Where several of its rules fit they add up, so none overlap but
// the first, which has what all paths have.

/**
 * @param {import('./table.mjs').Table} table
 * @param {import('./table.mjs').Deployment} deployment
 * @returns {Record<string, string>} the text of each file
 */
export function hostedFiles({ common, rows }, { folders }) {
  const rules = folders.flatMap((folder) => [
    rule(`${folder}*`, common),
    ...rows.flatMap(({ paths, headers }) =>
      paths.flatMap(addressesOf).map((path) => rule(folder + path, headers)),
    ),
  ])
  const head = '# Minidesk: put this into the folder that is published.'
  return { _headers: `${[head, ...rules].join('\n')}\n` }
}

/**
 * These hosts also answer without .html, and match at most one star, at the end of a name.
 * @param {string} path
 */
function addressesOf(path) {
  if (path.endsWith('.html')) return [path, path.slice(0, -'.html'.length)]
  return [path.replace(/\*\.js$/, '*')]
}

/**
 * @param {string} path
 * @param {import('./table.mjs').Headers} headers
 */
function rule(path, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)
  return [path, ...lines].join('\n')
}
