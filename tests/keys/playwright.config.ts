import { defineConfig } from '@playwright/test'
import { base } from '../browser'

/** In a browser with a window, and with keys that come from the system: one at a time, for there is one keyboard. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../test-results/keys',
  workers: 1,
  use: { ...base.use, headless: false },
})
