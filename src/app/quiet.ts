/** The unseen way through the login page, at a moment when nobody would notice. */
import { createEffect, onCleanup } from 'solid-js'
import type { Clock } from '~/clock'
import type { SignedIn } from '~/protocol/protocol'

/** Milliseconds since the last key or press: nobody is in the middle of anything. */
const calm = 10_000
/** Milliseconds between two looks. */
const pace = 1_000

/** True when this page may leave for a moment. */
export function isQuiet(page: {
  /** Something rings, is talked, is written up, or is on its way. */
  readonly busy: boolean
  /** Milliseconds since the last key or press. */
  readonly idle: number
  /** A text box has the focus, and something in it. */
  readonly typing: boolean
  readonly hidden: boolean
  readonly online: boolean
}): boolean {
  return !page.busy && page.online && !page.typing && (page.hidden || page.idle > calm)
}

/** Goes when it is due and quiet. To be made under an owner. */
export function watchForQuiet(parts: {
  readonly clock: Clock
  readonly session: () => SignedIn
  readonly busy: () => boolean
  readonly leave: () => Promise<void>
}): void {
  const { clock } = parts
  let touchedAt = clock.now()
  const touched = () => {
    touchedAt = clock.now()
  }
  for (const event of ['pointerdown', 'keydown']) {
    addEventListener(event, touched, true)
    onCleanup(() => removeEventListener(event, touched, true))
  }
  let cancel = () => {}
  let gone = false
  onCleanup(() => {
    gone = true
    cancel()
  })

  const due = () => {
    const { standing } = parts.session()
    return standing.state === 'ending' && standing.due
  }
  async function look() {
    cancel()
    if (gone || !due()) return
    const quiet = isQuiet({
      busy: parts.busy(),
      idle: clock.now() - touchedAt,
      typing: isTyping(document.activeElement),
      hidden: document.hidden,
      online: navigator.onLine,
    })
    if (quiet) await parts.leave()
    if (gone) return
    cancel = clock.after(pace, () => void look())
  }
  createEffect(() => {
    if (due()) void look()
  })
}

function isTyping(element: Element | null): boolean {
  const isBox = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  return isBox && element.value !== ''
}
