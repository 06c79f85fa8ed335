import { defineConfig } from '@playwright/test'
import journeys from '../../playwright.config'

/** In a browser with a window, and with keys that come from the system: one at a time, for there is one keyboard. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  outputDir: '../../test-results/keys',
  workers: 1,
  use: { ...journeys.use, headless: false },
})
