/** What the checks of config.json share. */

/** What is wrong with config.json; `where` is a key such as `environment.login`. */
export interface Problem {
  readonly where: string
  readonly what: string
}

/** Notes what is wrong, and where. */
export type Wrong = (where: string, what: string) => undefined

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function looksSecret(key: string): boolean {
  return /secret|password|passwd|token|private.?key|api.?key/i.test(key)
}

/** A mistyped key would otherwise be a setting that is not in force. `where` ends in a dot, or is empty. */
export function refuseUnknown(
  value: object,
  known: readonly string[],
  where: string,
  wrong: Wrong,
): void {
  for (const key of Object.keys(value))
    if (!known.includes(key) && !looksSecret(key)) wrong(where + key, 'is not a known key')
}

export function parseUrl(text: unknown): URL | undefined {
  try {
    return typeof text === 'string' ? new URL(text) : undefined
  } catch {
    return undefined
  }
}

export function checkText(value: unknown, where: string, wrong: Wrong, standard: string): string {
  if (value === undefined) return standard
  if (typeof value !== 'string' || value.trim() === '' || value.length > 60)
    return wrong(where, 'must be a text of 1 to 60 characters') ?? standard
  return value
}

export function checkNumber<Standard extends number | undefined>(
  value: unknown,
  where: string,
  [least, most]: readonly [number, number],
  wrong: Wrong,
  standard: Standard,
): number | Standard {
  if (value === undefined) return standard
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    return wrong(where, `must be a whole number from ${least} to ${most}`) ?? standard
  return value
}

export function checkSwitch(value: unknown, where: string, wrong: Wrong): boolean {
  if (value === undefined || typeof value === 'boolean') return value === true
  return wrong(where, 'must be true or false') ?? false
}
