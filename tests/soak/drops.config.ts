import { base } from '../browser'

/** Minutes instead of seconds: no part of `npm test`. */
export default {
  ...base,
  testDir: '.',
  testMatch: 'drops.spec.ts',
  outputDir: '../../test-results/soak',
  workers: 1,
}
