import base from '../../playwright.config'

export default { ...base, testDir: '.', outputDir: '../../test-results', workers: 1 }
