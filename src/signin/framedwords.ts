import { t } from '~/language'
import type { FramedStep } from './framed'

/** What there is to say when the window of a log-in is not where it should be. `address`: of the desk itself. */
export function framedWords(step: FramedStep, address: string): string | undefined {
  switch (step) {
    case 'waiting':
      return t`Log in in the window that has opened. It closes by itself, and you go on here.`
    case 'gone':
      return t`The window was closed, or the log-in page does not let its log-in come back to a frame. If you did not close it, close it now and open this address in a tab of its own: ${address}`
    case 'blocked':
      return t`The browser opened no window. Allow pop-ups for this page and try again.`
    case 'sandboxed':
      return t`This frame may not open windows. Ask your administrator to add allow-popups to the frame’s sandbox. Until then open this address in a tab of its own: ${address}`
    case 'failed':
      return t`The log-in could not be begun. Try again. If it stays so, ask your administrator to add popup.html to the redirect URIs.`
    default:
      return undefined
  }
}

/** Before the press. `blocked`: the browser stores nothing for this frame. */
export function beforeWords(blocked: boolean): string {
  const window = t`Genesys Cloud’s own login page opens in a window.`
  return blocked
    ? t`${window} The browser stores nothing for this frame: when it is reloaded you log in again, and notes that you have not submitted are gone.`
    : window
}
