import { writeFileSync } from 'node:fs'
import { coverage } from './coverage'

writeFileSync(new URL('../../docs/emulator-coverage.md', import.meta.url), coverage())
