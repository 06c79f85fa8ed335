// embed.html is the same desk as index.html: built as a page of its own it would have the chunks of both cut anew.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const head = /<head>[\s\S]*<\/head>/

/** @returns {import('vite').Plugin} */
export function embedPage() {
  let root = '.'
  return {
    name: 'minidesk-embed-page',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_, bundle) {
      const index = bundle['index.html']
      const built = index?.type === 'asset' ? head.exec(String(index.source))?.[0] : undefined
      const own = readFileSync(join(root, 'embed.html'), 'utf8')
      if (!built || !head.test(own)) throw new Error('embed.html was given no head')
      this.emitFile({
        type: 'asset',
        fileName: 'embed.html',
        source: own.replace(head, () => built),
      })
    },
  }
}
