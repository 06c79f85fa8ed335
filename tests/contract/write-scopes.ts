import { writeFileSync } from 'node:fs'
import { scopes } from './scopes'

writeFileSync(new URL('../../docs/scopes.md', import.meta.url), scopes())
