// For the tests, which are TypeScript; explained in files.mjs.
import type { Deployment } from './table.mjs'
export function filesOf(deployment: Deployment): Record<string, string>
