/** Does something in the name of all pages of this browser, unless one of them is already doing it. */
export type Claim = (name: string, what: () => Promise<void>) => Promise<void>

/**
 * The page that does it ends its claim by ending or by being gone, crashed too. Where the browser cannot tell
 * whether there is another one, nothing is done.
 */
export const browserClaim: Claim = async (name, what) => {
  try {
    await navigator.locks.request(name, { ifAvailable: true }, async (mine) => mine && what())
  } catch {
    // Blocked, as storage is in the same places.
  }
}
