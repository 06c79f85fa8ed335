// nginx: a map for each header that differs, and the lines that send them.
import { onSuccess, patternOf } from './table.mjs'

/**
 * @param {import('./table.mjs').Table} table
 * @returns {Record<string, string>} the text of each file
 */
export function nginxFiles({ common, rows }) {
  const names = [...new Set(rows.flatMap(({ headers }) => Object.keys(headers)))]
  const maps = names.map((name) =>
    [
      `map $uri ${variableOf(name)} {`,
      ...rows
        .filter(({ headers }) => headers[name])
        .map((row) => {
          const key = row.paths.length > 0 ? `"~${patternOf(row)}"` : 'default'
          return `  ${key} ${quote(row.headers[name] ?? '')};`
        }),
      '}',
    ].join('\n'),
  )
  const sent = [
    ...Object.entries(common).map(([name, value]) => [name, quote(value)]),
    ...names.map((name) => [name, variableOf(name)]),
  ].map(
    ([name = '', value]) =>
      `add_header ${name} ${value}${onSuccess.includes(name) ? '' : ' always'};`,
  )
  return {
    'nginx/http.conf': `# Minidesk, 1 of 2: include this in http { … }.\n${maps.join('\n')}\n`,
    'nginx/server.conf': `# Minidesk, 2 of 2: include this where the desk is served, in server { … } or location { … }.
# A location inside with an add_header of its own sends none of these: include it there again.
${sent.join('\n')}
`,
  }
}

/** @param {string} name */
function variableOf(name) {
  return `$minidesk_${name.toLowerCase().replaceAll('-', '_')}`
}

/** @param {string} value */
function quote(value) {
  return `"${value.replaceAll('"', '\\"')}"`
}
