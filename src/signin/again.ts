/** *Sign in again*: the desk stays, a window goes to the login page, and this tab only where there is none. */
import { type Accessor, createSignal, type JSX } from 'solid-js'
import type { SignIn } from './signin'
import { openLogin } from './window'

export type Step =
  | 'idle'
  | 'opening'
  /** A window is at the login page, as far as anybody can see. */
  | 'waiting'
  | 'blocked'
  | 'failed'
  /** This tab is on its way there. */
  | 'leaving'

export interface Again {
  readonly step: Accessor<Step>
  /** In a window, if there can be one that comes back to this desk. */
  start(): void
  /** In this tab. */
  startHere(): void
  /** Signed in, or refused: nothing is waited for any more. */
  done(): void
  /** In a frame: what to say and to offer instead, if anything. */
  aside?(): { readonly text: string; readonly action: JSX.Element } | undefined
}

export function createAgain(signIn: SignIn): Again {
  const [step, setStep] = createSignal<Step>('idle')
  let opened: Window | undefined

  async function startHere() {
    setStep('leaving')
    const leaving = await signIn.leave()
    if (leaving !== 'left') setStep('failed')
  }

  async function start() {
    // A window reaches no engine but the one that all tabs share.
    if (!signIn.engine.shared) return startHere()
    setStep('opening')
    const opening = await openLogin(signIn.engine, 'window')
    if (opening.end !== 'open') return void setStep(opening.end)
    opened = opening.window
    setStep('waiting')
  }

  return {
    step,
    start: () => void start(),
    startHere: () => void startHere(),
    done() {
      if (step() === 'idle') return
      setStep('idle')
      // It closes itself; where the browser kept the tie, and it did not, it is closed from here.
      opened?.close()
      opened = undefined
    },
  }
}
