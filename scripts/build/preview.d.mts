// For vite.config.ts; explained in preview.mjs.
export function previewHeaders(): import('vite').Plugin
