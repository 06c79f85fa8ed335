/**
 * What an identity provider does: signs in; sends back with `access_denied`; shows an error of its own;
 * sends to and fro without an end; takes its time.
 */
export const providerModes = ['ok', 'deny', 'fail', 'loop', 'slow'] as const

export interface ProviderMode {
  readonly mode: (typeof providerModes)[number]
  /** How long a slow one takes. */
  readonly ms: number
}

export interface Providers {
  modeOf(provider: string): ProviderMode
  /** Of one provider, or of all. */
  become(mode: ProviderMode, provider?: string): void
}

export function createProviders(): Providers {
  let standard: ProviderMode = { mode: 'ok', ms: 0 }
  const own = new Map<string, ProviderMode>()
  return {
    modeOf: (provider) => own.get(provider) ?? standard,
    become(mode, provider) {
      if (provider !== undefined) return void own.set(provider, mode)
      standard = mode
      own.clear()
    },
  }
}
