/** What a desk in somebody else's page has instead of a way to the login page. Loaded where it finds itself in one, beside the engine. */
import { createMemo, type JSX } from 'solid-js'
import type { Clock } from '~/clock'
import type { Again } from './again'
import { FramedActions, FramedSteps, ownAddress } from './FramedSteps'
import { createFramed, storesNothing } from './framed'
import { beforeWords, framedWords } from './framedwords'
import type { Engine, Leaving } from './signin'

export interface Frame {
  /** Beside the button that begins a log-in. */
  readonly hint: string
  /** Opens the window: to be called in the press itself. */
  leave(site?: string): Promise<Leaving>
  /** In place of that button, once a window was asked for. */
  aside(): JSX.Element | undefined
  readonly again: Again
}

export function createFrame(parts: { readonly engine: Engine; readonly clock: Clock }): Frame {
  const framed = createFramed(parts)
  const { step, start } = framed
  const words = createMemo(() => framedWords(step(), ownAddress()))
  const begun = createMemo(() => words() !== undefined)
  return {
    hint: beforeWords(storesNothing()),
    leave: (site) => start(site).then(() => 'left'),
    aside: () => (begun() ? <FramedSteps framed={framed} /> : undefined),
    again: {
      step: () => (step() === 'opening' ? 'opening' : 'idle'),
      start: () => void start(),
      startHere() {},
      done() {
        if (step() !== 'idle') framed.giveUp()
      },
      aside: () => {
        const text = words()
        if (text === undefined) return undefined
        return {
          text,
          get action() {
            return <FramedActions framed={framed} />
          },
        }
      },
    },
  }
}
