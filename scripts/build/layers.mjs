// The order of the style layers, before everything else in the one stylesheet.
import { readFileSync } from 'node:fs'

/** As a stylesheet says it: `@layer tokens, base, ui;`. */
const order = /@layer [\w-]+(?:,\s*[\w-]+)+;/

/**
 * A layer takes its place where it is met first. The styles of a chunk that several pages share are put before
 * those of the entry, which name the order, and what names it too late is dropped.
 * @param {string} stylesheet the one that names it
 * @returns {import('vite').Plugin}
 */
export function layersFirst(stylesheet) {
  return {
    name: 'minidesk-layers-first',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const [said = ''] = order.exec(readFileSync(stylesheet, 'utf8')) ?? []
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && file.fileName.endsWith('.css'))
            file.source = withOrderFirst(String(file.source), said)
      },
    },
  }
}

/**
 * @param {string} css
 * @param {string} said
 */
export function withOrderFirst(css, said) {
  return said + css.replace(order, '')
}
