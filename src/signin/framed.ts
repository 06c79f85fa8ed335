/**
 * The log-in of a desk in somebody else's page. The login page is shown in no frame, and no cookie reaches a
 * nested one: so a window goes there, and its popup.html hands the answer to this page.
 */
import { type Accessor, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import type { Engine } from './signin'
import { openLogin } from './window'

export type FramedStep =
  | 'idle'
  | 'opening'
  /** A window is at the login page, as far as anybody can see. */
  | 'waiting'
  /** It brought no answer: closed, or cut off by the login page. The browser says the same of both. */
  | 'gone'
  /** The browser opened none. */
  | 'blocked'
  /** The browser opened none although it was asked in a press: the frame may not. */
  | 'sandboxed'
  | 'failed'

export interface Framed {
  readonly step: Accessor<FramedStep>
  /** Opens the window: to be called in the press itself. `site`: as the last time, unless given. */
  start(site?: string): Promise<void>
  /** *I closed it*; or nothing is waited for any more. */
  giveUp(): void
}

/** Milliseconds between two looks at the window. */
const pace = 250

export function createFramed(parts: { readonly engine: Engine; readonly clock: Clock }): Framed {
  const { engine, clock } = parts
  const [step, setStep] = createSignal<FramedStep>('idle')
  let opened: Window | undefined
  let cancel = () => {}
  let lastSite: string | undefined

  function letGo(next: FramedStep) {
    cancel()
    opened = undefined
    setStep(next)
  }

  async function start(site = lastSite) {
    // One window at a time: it may take a moment to be prepared, or its answer to be used.
    if (step() === 'opening') return
    lastSite = site
    opened?.close()
    letGo('opening')
    // Read now: opening a window uses it up.
    const pressed = navigator.userActivation.isActive
    const opening = await openLogin(engine, 'framed', site)
    if (opening.end !== 'open')
      return void setStep(opening.end === 'blocked' && pressed ? 'sandboxed' : opening.end)
    opened = opening.window
    setStep('waiting')
    watch(opened)
  }

  function watch(one: Window) {
    let gone = false
    const look = () => {
      if (gone) return letGo('gone')
      // Once more: its answer may be on the way.
      gone = one.closed
      cancel = clock.after(pace, look)
    }
    look()
  }

  addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    // Anybody may say anything here: only the window that was opened is heard, from our own host, and once.
    if (!opened || source !== opened || origin !== location.origin) return
    const answer = answerOf(data)
    if (answer === undefined) return
    letGo('opening')
    engine.finish(answer, null).then(
      () => setStep('idle'),
      () => setStep('failed'),
    )
  })

  function giveUp() {
    opened?.close()
    letGo('idle')
  }

  return { step, start, giveUp }
}

/** The login host's answer as popup.html hands it over, or undefined when it is none. */
export function answerOf(data: unknown): string | undefined {
  const { source, answer } = Object(data)
  return source === 'minidesk' && typeof answer === 'string' && answer.length <= 4096
    ? answer
    : undefined
}

/** The browser keeps nothing for this frame. */
export function storesNothing(): boolean {
  try {
    void sessionStorage
    return false
  } catch {
    return true
  }
}
