import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { embedPage } from './scripts/build/embed.mjs'
import { integrity } from './scripts/build/integrity.mjs'
import { layersFirst } from './scripts/build/layers.mjs'
import { pageFloor, pagesOf } from './scripts/build/pages.mjs'
import { previewHeaders } from './scripts/build/preview.mjs'
import { trustedTemplates } from './scripts/build/trusted.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A file that is broken is served as it is, so that the desk can say what is wrong with it. */
function local(text: string, port: number): string {
  try {
    const config = JSON.parse(text)
    const { MINIDESK_LOGIN: login, MINIDESK_API: api } = process.env
    if (login && api) config.environment = { login, api }
    config.redirectUris = [`http://localhost:${port}/callback.html`]
    return JSON.stringify(config)
  } catch {
    return text
  }
}

/**
 * In development the engine is served from its source folder and looks for config.json there: it gets
 * the local one, with the port this server really has.
 */
function localConfig(): Plugin {
  return {
    name: 'minidesk-local-config',
    apply: 'serve',
    configureServer(server) {
      const port = server.config.server.port ?? 5173
      server.middlewares.use('/src/engine/config.json', (_request, response) => {
        readFile(here('./public/config.json'), 'utf8').then(
          (text) => response.setHeader('content-type', 'application/json').end(local(text, port)),
          () => response.writeHead(404).end(),
        )
      })
    },
  }
}

/**
 * Vite wraps each dynamic import in a helper that preloads its styles and scripts. There is one
 * stylesheet, and the few later chunks import nothing that is not here already: the helper does nothing
 * but weigh a kilobyte.
 */
function plainDynamicImports(): Plugin {
  return {
    name: 'minidesk-plain-dynamic-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js')
        ? 'export const __vitePreload = (load) => load()'
        : undefined,
  }
}

interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null
}

/**
 * All that main.tsx needs before anything is fetched is one chunk: cut in two, as what later chunks need of it
 * would be, it weighs a kilobyte more.
 */
function firstOf(main: string) {
  const known = new Map<string, boolean>()
  function isFirst(id: string, modules: Modules): boolean {
    const before = known.get(id)
    if (before !== undefined) return before
    // In a circle, whoever comes from outside decides.
    known.set(id, false)
    const importers = modules.getModuleInfo(id)?.importers ?? []
    const first = id === main || importers.some((one) => isFirst(one, modules))
    known.set(id, first)
    return first
  }
  return (id: string, modules: Modules) => (isFirst(id, modules) ? 'index' : null)
}

const unit = 'tests/unit/**/*.test.ts'
/** Begin the same module several times, which leaves two of what it imports. */
const apart = ['popup', 'callback'].map((name) => `tests/unit/${name}.test.ts`)
/** Installs everything anew. */
const machine = ['tests/unit/scripts/bare-machine.test.ts']
const project = (name: string, test: object) => ({
  extends: true as const,
  test: { name, ...test },
})

export default defineConfig({
  // Relative addresses: the built desk runs from any host and any folder.
  base: './',
  plugins: [
    // A condition in the markup is no computation of its own: that one would be asked once more while what is
    // around it goes, and find nothing there.
    solid({ solid: { wrapConditionals: false } }),
    ...[localConfig(), plainDynamicImports()],
    ...[
      trustedTemplates(),
      pageFloor(),
      embedPage(),
      layersFirst(here('./src/app/layers.css')),
      integrity(),
      previewHeaders(),
    ],
  ],
  // Set by npm start where node_modules is not ours to write to.
  cacheDir: process.env.MINIDESK_VITE_CACHE,
  resolve: { alias: { '~': here('./src') } },
  server: { port: 5173, strictPort: true },
  // Named, because the first log-in would find the engine's packages and reload everything in the middle.
  optimizeDeps: { include: ['ky', 'oauth4webapi', 'idb-keyval', 'libphonenumber-js/min'] },
  build: {
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    // One stylesheet and no preloading: the few later chunks need no helper to be found.
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: pagesOf(here('.')),
      output: { codeSplitting: { groups: [{ name: firstOf(here('./src/main.tsx')) }] } },
    },
  },
  worker: {
    format: 'es',
    // Beside index.html, because the engine reads the config.json beside itself.
    rolldownOptions: {
      output: { entryFileNames: 'engine-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
  test: {
    environment: 'node',
    // What a file imports is read once a worker: a third of the time of all.
    pool: 'threads',
    projects: [
      project('unit', { isolate: false, include: [unit], exclude: [...apart, ...machine] }),
      project('apart', { include: apart }),
      project('machine', { include: machine }),
    ],
    // Vitest leaves a core free, which on two cores halves the speed.
    maxWorkers: 2,
    // For a machine that does other things besides: what hangs, hangs longer.
    testTimeout: 20_000,
    // The Solid plugin resolves packages as a browser does, where ws is only an error message.
    alias: { ws: here('./node_modules/ws/wrapper.mjs') },
  },
})
