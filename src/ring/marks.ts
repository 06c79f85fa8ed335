/** What shows on the tab and on the icon of the desk where it is installed, however far from the eye. */
import rings from './rings.svg?url&no-inline'

/** `calls`: that ring. `wants`: something else is wanted of the agent. */
export function mark(calls: number, wants: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  const usual = link?.dataset.usual ?? link?.href
  if (link && usual !== undefined) {
    link.dataset.usual = usual
    const next = calls > 0 ? new URL(rings, document.baseURI).href : usual
    if (link.href !== next) link.href = next
  }
  const done =
    calls > 0
      ? navigator.setAppBadge?.(calls)
      : wants
        ? navigator.setAppBadge?.()
        : navigator.clearAppBadge?.()
  // Only an installed desk has one.
  done?.catch(() => {})
}
