/** Where the after-call work of a conversation stands, from what its queue asks for and the time. Pure. */
import type { Conversation } from '~/conversations/conversation'
import { givenWrapup } from '~/conversations/given'
import { ownPart, type WrapupPrompt } from '~/conversations/own'

export type Stage =
  /** The call goes on: what is prepared waits for its end. */
  | 'ahead'
  | 'owed'
  /** Genesys Cloud has it, and the time is sat out. */
  | 'saved'
  /** The call is over, its queue asks for nothing, and takes a wrap-up all the same. */
  | 'offered'

export interface AfterWork {
  readonly stage: Stage
  /** Absent where Genesys Cloud names none that is known: then nothing is promised. */
  readonly prompt?: WrapupPrompt
  /** Without a code. */
  readonly maySkip: boolean
  /** Milliseconds until the platform ends it; below 0 it is late with that. Absent where it never does. */
  readonly leftMs?: number
  /** The last ten seconds. */
  readonly isShort: boolean
}

/** Milliseconds left from which an agent is warned. */
export const warning = 10_000

/** Not for those that Genesys Cloud never ends by itself. */
const endless: readonly (WrapupPrompt | undefined)[] = ['mandatory', 'optional']

/** `now`: by Genesys Cloud's clock. Undefined where no wrap-up can come of it. */
export function afterWork(conversation: Conversation, now: number): AfterWork | undefined {
  const { media, phase, mine, since } = conversation
  // What has another medium is wrapped up in another place.
  if (media !== 'call') return undefined
  const { prompt, acwRequested } = ownPart(conversation)
  const known = prompt ? { prompt } : {}
  switch (phase) {
    case 'connected':
    case 'held':
      return prompt && { stage: 'ahead', ...known, maySkip: false, isShort: false }
    case 'wrapup': {
      const ms = endless.includes(prompt) ? undefined : mine?.wrapupMs
      const leftMs = ms === undefined ? undefined : ms - (now - since)
      return {
        stage: givenWrapup(conversation) ? 'saved' : 'owed',
        ...known,
        // One that the agent has asked for is theirs to leave.
        maySkip: prompt === 'optional' || prompt === 'agentRequested' || acwRequested,
        ...(leftMs === undefined ? {} : { leftMs }),
        isShort: leftMs !== undefined && leftMs < warning,
      }
    }
    case 'over':
      return { stage: 'offered', ...known, maySkip: true, isShort: false }
    default:
      return undefined
  }
}

/** A call that has just left, as it was seen last: whether a wrap-up can still be given for it. */
export function isOffered(conversation: Conversation): boolean {
  const { media, phase } = conversation
  const talked = media === 'call' && (phase === 'connected' || phase === 'held')
  return talked && ownPart(conversation).prompt === 'optional' && !givenWrapup(conversation)
}
