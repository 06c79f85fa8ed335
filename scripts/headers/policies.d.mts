// For vite.config.ts; explained in policies.mjs.
export function floorPolicy(): string
