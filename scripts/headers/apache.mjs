// Apache: an .htaccess that lies beside index.html.
import { onSuccess, patternOf } from './table.mjs'

/**
 * @param {import('./table.mjs').Table} table
 * @returns {Record<string, string>} the text of each file
 */
export function apacheFiles({ common, rows }) {
  const rest = rows.find(({ paths }) => paths.length === 0)
  const blocks = rows
    .filter((row) => row !== rest)
    .map((row) => {
      const lines = linesOf(row.headers).map((line) => `  ${line}`)
      return [`<If "%{REQUEST_URI} =~ m#${patternOf(row)}#">`, ...lines, '</If>'].join('\n')
    })
  const text = [
    '# Minidesk: put this beside index.html. It needs mod_headers, and AllowOverride FileInfo Options.',
    'Options -Indexes',
    ...linesOf({ ...common, ...rest?.headers }),
    ...blocks,
  ]
  return { 'apache/.htaccess': `${text.join('\n')}\n` }
}

/** @param {import('./table.mjs').Headers} headers */
function linesOf(headers) {
  return Object.entries(headers).map(([name, value]) => {
    const always = onSuccess.includes(name) ? '' : ' always'
    return `Header${always} set ${name} "${value.replaceAll('"', '\\"')}"`
  })
}
