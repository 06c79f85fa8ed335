// For vite.config.ts and the tests; explained in layers.mjs.
export function layersFirst(stylesheet: string): import('vite').Plugin
export function withOrderFirst(css: string, said: string): string
