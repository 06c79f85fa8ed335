// For the tests, which are TypeScript; the shapes are explained in install.mjs.
export type Package = { version?: string; integrity?: string; optional?: boolean; os?: string[] }
export function nodeFits(version: string, range: string): boolean
export function firstDifference(
  wanted: Record<string, Package>,
  installed: Record<string, Package>,
  system: string,
): string | undefined
export function ensureDependencies(): Promise<void>
export function needNode(): void
export function whyFailed(output: string): string
