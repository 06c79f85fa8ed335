// Caddy: directives to import into the site, or into the handle_path of a folder.
import { onSuccess, patternOf } from './table.mjs'

/**
 * @param {import('./table.mjs').Table} table
 * @returns {Record<string, string>} the text of each file
 */
export function caddyFiles({ common, rows }) {
  const known = rows.filter(({ paths }) => paths.length > 0).map(patternOf)
  const blocks = rows.map((row) => {
    const name = `minidesk_${row.name}`
    const matches =
      row.paths.length > 0 ? `path_regexp ${patternOf(row)}` : `not path_regexp ${known.join('|')}`
    const always = linesOf(row.headers, (header) => !onSuccess.includes(header))
    const found = linesOf(row.headers, (header) => onSuccess.includes(header))
    return [
      `@${name} ${matches}`,
      ...block(`header @${name}`, always),
      // a missing file is neither kept nor a reason to forget anything
      ...(found.length > 0
        ? [
            ...block(`@${name}_found`, [matches, 'file {path} {path}index.html']),
            ...block(`header @${name}_found`, found),
          ]
        : []),
    ].join('\n')
  })
  const text = [
    '# Minidesk: import this into the site, or into the handle_path of a folder, beside its root and file_server.',
    ...block(
      'header',
      linesOf(common, () => true),
    ),
    ...blocks,
  ]
  return { 'caddy/minidesk.caddy': `${text.join('\n')}\n` }
}

/**
 * @param {string} head
 * @param {string[]} lines
 */
function block(head, lines) {
  return [`${head} {`, ...lines.map((line) => `\t${line}`), '}']
}

/**
 * @param {import('./table.mjs').Headers} headers
 * @param {(name: string) => boolean} isMeant
 */
function linesOf(headers, isMeant) {
  return Object.entries(headers)
    .filter(([name]) => isMeant(name))
    .map(([name, value]) => `${name} \`${value}\``)
}
