// What a build is made of, so that whoever serves or loads it can tell whether it is the same.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix, relative, resolve, sep } from 'node:path'

/** Every file of a build and its SHA-256, as `sha256sum --check` reads it. */
export const sums = 'SHA256SUMS'

/** Not of the build: each deployment has its own. */
const foreign = ['config.json', sums]

/**
 * Has the pages say what their scripts and styles are: a browser refuses what is something else. What they
 * load later has no such attribute, but a hash in its name and the same host.
 * @returns {import('vite').Plugin}
 */
export function integrity() {
  let folder = ''
  return {
    name: 'minidesk-integrity',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir)
    },
    closeBundle: {
      order: 'post',
      handler(error) {
        if (error) return
        for (const page of filesIn(folder).filter((file) => file.endsWith('.html'))) {
          const path = join(folder, page)
          writeFileSync(
            path,
            withIntegrity(readFileSync(path, 'utf8'), (file) => read(folder, file)),
          )
        }
        writeFileSync(join(folder, sums), sumsOf(folder))
      },
    },
  }
}

/**
 * @param {string} html
 * @param {(file: string) => Uint8Array} contentOf by its address in the page
 */
export function withIntegrity(html, contentOf) {
  return html.replace(/<(?:script|link rel="stylesheet")[^>]*?>/g, (tag) => {
    const file = /(?:src|href)="\.\/([^"]+)"/.exec(tag)?.[1]
    if (!file) return tag
    const hash = createHash('sha384').update(contentOf(file)).digest('base64')
    return tag.replace(/>$/, ` integrity="sha384-${hash}">`)
  })
}

/** @param {string} folder */
export function sumsOf(folder) {
  return filesIn(folder)
    .filter((file) => !foreign.includes(file) && !file.startsWith('.'))
    .map((file) => `${createHash('sha256').update(read(folder, file)).digest('hex')}  ${file}\n`)
    .join('')
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join(posix.sep))
    .sort()
}

/**
 * @param {string} folder
 * @param {string} file
 */
function read(folder, file) {
  return readFileSync(join(folder, file))
}
