/**
 * A window of its own for the login page, so that the desk stays where it is. The browser cuts the tie
 * between the two when their hosts ask for it: then nobody sees whether the window was closed.
 */
import type { Engine } from './signin'

export type Opening =
  /** The login page is being shown in it. */
  | { readonly end: 'open'; readonly window: Window }
  /** The browser opened none. */
  | { readonly end: 'blocked' }
  /** The engine could not prepare it. */
  | { readonly end: 'failed' }

/** To be called in the press itself: later the browser takes it for an unasked one. */
export async function openLogin(
  engine: Engine,
  how: 'window' | 'framed',
  site?: string,
): Promise<Opening> {
  const opened = window.open('about:blank', '_blank', 'popup,width=520,height=680')
  if (!opened) return { end: 'blocked' }
  try {
    const begun = await engine.begin({ returnTo: '#/', how, site })
    if (!begun) throw new Error('nothing was begun')
    opened.location.replace(begun.url)
    return { end: 'open', window: opened }
  } catch {
    opened.close()
    return { end: 'failed' }
  }
}
