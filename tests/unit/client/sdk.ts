import { createRequire } from 'node:module'
import { vi } from 'vitest'

// The first shift of a file waits until the SDK and the shapes it is judged by stand: long on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

const require = createRequire(import.meta.url)

// The Solid plugin has packages resolved as in a browser: in Node the SDK sends its requests by axios for Node.
const chosen = require.resolve('axios')
const forNode = chosen.replace('/browser/', '/node/')
require(forNode)
require.cache[chosen] = require.cache[forNode]

/** The official SDK, as Node loads it. */
export const { default: sdk } = await import('purecloud-platform-client-v2')
