import { base, lightBrowser } from './tests/browser'

export default {
  ...base,
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  use: { ...base.use, ...lightBrowser },
}
