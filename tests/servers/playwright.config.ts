import { defineConfig } from '@playwright/test'
import { base } from '../browser'
import type { Place } from './host'

const folders = ['/', '/apps/minidesk/']

export default defineConfig<Place>(base, {
  testDir: '.',
  outputDir: '../../test-results',
  projects: (['nginx', 'caddy'] as const).flatMap((server) =>
    folders.map((folder) => ({ name: `${server} ${folder}`, use: { server, folder } })),
  ),
})
