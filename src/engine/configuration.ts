import type { Clock } from '~/clock'
import {
  type Checked,
  type Config,
  checkConfig,
  type Problem,
  redirectUriFor,
} from '~/config/config'
import { deadline } from './deadline'

export interface ConfigParts {
  /** Where config.json is: beside the engine's own file. */
  readonly configUrl: string
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
}

/** Milliseconds for config.json. */
const configLife = 10_000

/** Fetches config.json and checks it. The page has no say in where it is. */
export async function readConfig({ configUrl, fetch, clock }: ConfigParts): Promise<Checked> {
  const { signal, cancel } = deadline(clock, configLife)
  const missing = (what: string) => ({ problems: [{ where: configUrl, what }] })
  try {
    const response = await fetch(configUrl, { cache: 'no-store', credentials: 'omit', signal })
    if (response.status === 404) return missing('was not found')
    if (!response.ok) return missing(`could not be read: the server answered ${response.status}`)
    return checkConfig(await response.text())
  } catch {
    return missing('could not be read: the server did not answer')
  } finally {
    cancel()
  }
}

/** What is wrong for a page in this folder: there is no address to come back to. */
export function misplaced(config: Config, folder: string): Problem | undefined {
  if (redirectUriFor(config, folder)) return undefined
  const what = `lists no address in this page's folder. Add "${folder}callback.html", and register it with the OAuth client`
  return { where: 'redirectUris', what }
}
