/** A command from the press to its proof, as a pure progression. */
import type { Failure } from '~/genesys/errors'

/** What an agent can order. */
export type Verb =
  | 'answer'
  | 'decline'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'end'
  | 'transfer'
  | 'wrap-up'
  | 'presence'
  | 'back-on-queue'

export type CommandState =
  /** On its way: Genesys Cloud has not answered. */
  | { readonly step: 'sent' }
  /** Genesys Cloud took it; the fact that proves it has not come yet. */
  | { readonly step: 'accepted' }
  /** No answer, or no proof in time: the facts are being read back. */
  | { readonly step: 'reading-back'; readonly why: 'unanswered' | 'unproven' }
  | { readonly step: 'confirmed' }
  | { readonly step: 'refused'; readonly failure: Failure }
  /** The facts were read and do not show it; or, not `seen`, they could not be read either. */
  | { readonly step: 'failed'; readonly why: 'unanswered' | 'unproven'; readonly seen: boolean }

/** A command as the views see it. */
export interface Command {
  readonly id: number
  readonly verb: Verb
  readonly target: string
  readonly state: CommandState
}

export type Happening =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'fact' }
  | { readonly kind: 'unproven' }
  | { readonly kind: 'read-back'; readonly seen: boolean }

/** Milliseconds from the acceptance of a command to its proof, before the facts are read. */
export const proofLife = 4_000
/** The same while no event can come: long enough for the platform to have done it. */
export const deafLife = 500

export function next(state: CommandState, happening: Happening): CommandState {
  if (isOver(state)) return state
  switch (happening.kind) {
    case 'fact':
      return { step: 'confirmed' }
    case 'accepted':
      return state.step === 'sent' ? { step: 'accepted' } : state
    case 'failed':
      return happening.failure.outcome === 'unknown'
        ? { step: 'reading-back', why: 'unanswered' }
        : { step: 'refused', failure: happening.failure }
    case 'unproven':
      return state.step === 'accepted' ? { step: 'reading-back', why: 'unproven' } : state
    case 'read-back':
      return state.step === 'reading-back'
        ? { step: 'failed', why: state.why, seen: happening.seen }
        : state
    default:
      return happening satisfies never
  }
}

export function isOver({ step }: CommandState): boolean {
  return step === 'confirmed' || step === 'refused' || step === 'failed'
}
