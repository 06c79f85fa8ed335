import { base } from '../browser'

export default { ...base, testDir: '.', outputDir: '../../test-results', workers: 1 }
