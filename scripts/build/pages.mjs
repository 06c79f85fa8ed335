// The pages of the build: every .html beside vite.config.ts; embed.html is made of another.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { floorPolicy } from '../headers/policies.mjs'

/** These show nothing, and load nothing but their script. */
const bare = ['callback.html', 'popup.html', 'signed-out.html']

/**
 * @param {string} folder
 * @returns {Record<string, string>} the path of each page by its name
 */
export function pagesOf(folder) {
  const files = readdirSync(folder).filter((file) => /(?<!^embed)\.html$/.test(file))
  return Object.fromEntries(files.map((file) => [basename(file, '.html'), join(folder, file)]))
}

/**
 * Gives each built page a policy of its own, for hosts that send no headers. First in the head: it binds
 * what comes after it.
 * @returns {import('vite').Plugin}
 */
export function pageFloor() {
  return {
    name: 'minidesk-page-floor',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        const attrs = { 'http-equiv': 'Content-Security-Policy', content: floorPolicy() }
        const isBare = bare.includes(basename(filename))
        return {
          // Nothing is painted before the desk's own script has said how it looks (docs/decisions/0027).
          html: isBare
            ? html.replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
            : html.replace('<script type="module"', '$& blocking="render"'),
          tags: [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
        }
      },
    },
  }
}
