// For vite.config.ts and the tests; explained in trusted.mjs.
export function trustTemplates(code: string): string
export function trustedTemplates(): import('vite').Plugin
