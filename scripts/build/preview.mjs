// npm run preview sends what a deployment would send.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deploymentOf } from '../headers/deployment.mjs'
import { headersFor, tableOf } from '../headers/table.mjs'

/** @returns {import('vite').Plugin} */
export function previewHeaders() {
  return {
    name: 'minidesk-preview-headers',
    async configurePreviewServer({ config, middlewares }) {
      const { tsImport } = await import('tsx/esm/api')
      const { checkConfig } = await tsImport('../../src/config/config.ts', import.meta.url)
      const text = readFileSync(join(config.root, config.build.outDir, 'config.json'), 'utf8')
      const checked = checkConfig(text)
      // What is wrong with it, the desk says.
      if ('problems' in checked) return
      const table = tableOf(deploymentOf(checked.config, text))
      middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname
        for (const [name, value] of Object.entries(headersFor(table, path)))
          response.setHeader(name, value)
        next()
      })
    },
  }
}
