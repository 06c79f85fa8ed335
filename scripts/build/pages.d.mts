// For vite.config.ts; explained in pages.mjs.
export function pagesOf(folder: string): Record<string, string>
export function pageFloor(): import('vite').Plugin
