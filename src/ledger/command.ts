/** A command from the press to its proof, as a pure progression. */
import type { Failure } from '~/genesys/errors'
import type { Lane } from '~/genesys/operation'
import type { Progress } from '~/protocol/protocol'

/** What an agent can order. */
export type Verb =
  | 'answer'
  | 'decline'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'end'
  | 'digits'
  | 'record'
  | 'stop-recording'
  | 'pause-recording'
  | 'resume-recording'
  | 'flag'
  | 'unflag'
  | 'request-acw'
  | 'dial'
  | 'invite'
  | 'consult'
  | 'speak'
  | 'cancel-consult'
  | 'complete'
  | 'transfer'
  | 'cancel-transfer'
  | 'note'
  | 'skip-wrap-up'
  | 'wrap-up'
  | 'presence'
  | 'out-of-office'
  | 'back-on-queue'
  | 'station'
  | 'release-station'
  | 'default-station'
  | 'clear-default-station'
  | 'join-queue'
  | 'leave-queue'

/** What can be seen of a call or of the agent, and settles a command. */
export type Fact =
  | 'dialing'
  | 'connected'
  | 'held'
  | 'muted'
  | 'unmuted'
  /** The call is over, or the agent's part in it: it has answered every order for it. */
  | 'ended'
  /** Somebody is asked to take the call; until then it stays. */
  | 'offered'
  | 'wrapped-up'
  /** It shows what was ordered, such as a flag or a pause of the recording. */
  | 'shown'
  /** Nothing can be seen of it but that it was taken. */
  | 'taken'
  | 'status'
  | 'away'
  | 'responding'
  /** The agent's phone is as it was ordered. */
  | 'phone'
  /** The queues are joined, or left. */
  | 'queues'

/** How a fact came to be known: told by the socket, read, or in the answer to the command itself. */
export type Source = 'event' | 'reading' | 'answer'

/** Why nobody knows. */
export type Doubt = 'unanswered' | 'unproven' | 'reloaded'

export type CommandState =
  /** It has not gone out; `limited`: it waits for its turn under the platform's limit. */
  | { readonly step: 'queued'; readonly limited: boolean }
  /** On its way: Genesys Cloud has not answered. */
  | { readonly step: 'sent' }
  /** Genesys Cloud took it; the fact that proves it has not come yet. */
  | { readonly step: 'accepted' }
  /** Perhaps it happened: the facts are being read back. */
  | { readonly step: 'unknown'; readonly why: Doubt }
  | { readonly step: 'confirmed'; readonly fact: Fact; readonly by: Source }
  | { readonly step: 'refused'; readonly failure: Failure }
  /** Its time was over before it could be sent, so it was not. */
  | { readonly step: 'expired'; readonly failure: Failure }
  /** The facts were read and do not show it; or, not `seen`, they could not be read either. */
  | { readonly step: 'failed'; readonly why: Doubt; readonly seen: boolean }

/** What has to be known of a command to tell whether it is done. */
export interface Ordered {
  /** No other command has it, in whatever tab or after a reload. */
  readonly id: string
  readonly verb: Verb
  /** What it is about: the id of a conversation or of a user. */
  readonly target: string
  /** How it reads in a sentence: "Hold", "The transfer to Repairs". */
  readonly name: string
  /** Which part of the call, or which status: where the target alone does not say what proves it. */
  readonly which?: string | undefined
  /** Milliseconds since the epoch, as all its times. */
  readonly pressedAt: number
}

/** A command as the views see it. */
export interface Command extends Ordered {
  /** From then on it does not go out any more. */
  readonly deadline: number
  readonly lane: Lane
  readonly state: CommandState
  /** How often it went out: more than once only after a refusal that promised to take it. */
  readonly attempts: number
  /** The first time. */
  readonly sentAt?: number | undefined
  readonly acceptedAt?: number | undefined
  readonly endedAt?: number | undefined
  /** Genesys Cloud's own id of the request. */
  readonly correlationId?: string | undefined
}

export type Happening =
  /** How it fares, as the engine tells; it is not taken before its whole answer is read. */
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'fact'; readonly fact: Fact; readonly by: Source }
  | { readonly kind: 'unproven' }
  | { readonly kind: 'read-back'; readonly seen: boolean }

/** Milliseconds from the press in which a command may go out: the engine refuses it later. */
export const orderLife = 10_000
/** Milliseconds from the acceptance of a command to its proof, before the facts are read. */
export const proofLife = 4_000
/** The same while no event can come: long enough for the platform to have done it. */
export const deafLife = 500
/** Milliseconds that what went out at the last moment may take to be answered. */
export const attemptLife = 10_000
/** Milliseconds after it was called undone in which a fact still proves the contrary. */
export const regretLife = 30_000

export function next(state: CommandState, happening: Happening): CommandState {
  if (isOver(state) && !(state.step === 'failed' && happening.kind === 'fact')) return state
  const waits = state.step === 'queued' || state.step === 'sent'
  switch (happening.kind) {
    case 'progress': {
      const { step } = happening.progress
      if (!waits || step === 'accepted') return state
      return step === 'sent' ? { step } : { step, limited: true }
    }
    case 'fact':
      return { step: 'confirmed', fact: happening.fact, by: happening.by }
    case 'accepted':
      return waits ? { step: 'accepted' } : state
    case 'failed': {
      const { failure } = happening
      if (failure.outcome === 'unknown') return { step: 'unknown', why: 'unanswered' }
      return { step: failure.kind === 'expired' ? 'expired' : 'refused', failure }
    }
    case 'unproven':
      return state.step === 'accepted' ? { step: 'unknown', why: 'unproven' } : state
    case 'read-back':
      return state.step === 'unknown'
        ? { step: 'failed', why: state.why, seen: happening.seen }
        : state
    default:
      return happening satisfies never
  }
}

/** The command after it, with its times. */
export function after(command: Command, happening: Happening, now: number): Command {
  const state = next(command.state, happening)
  let { attempts, sentAt, acceptedAt, correlationId } = command
  if (happening.kind === 'progress') {
    const { progress } = happening
    if (progress.step === 'sent') {
      attempts = progress.attempt
      sentAt ??= now
    } else if (progress.step === 'accepted') correlationId = progress.correlationId
  }
  if (happening.kind === 'failed') correlationId = happening.failure.correlationId
  if (state.step === 'accepted') acceptedAt ??= now
  const endedAt = isOver(state) ? now : undefined
  return { ...command, state, attempts, sentAt, acceptedAt, correlationId, endedAt }
}

export function isOver({ step }: CommandState): boolean {
  return step === 'confirmed' || step === 'failed' || isUndone(step)
}

/** Nothing happened, for certain. */
export function isUndone(step: CommandState['step']): boolean {
  return step === 'refused' || step === 'expired'
}
