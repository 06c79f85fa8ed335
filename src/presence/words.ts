/** The words of statuses, and why Genesys Cloud refuses one, by its own codes. */
import type { RoutingStatus } from '~/genesys/presence'
import { t } from '~/language'
import type { Who } from './changes'

export const refusals: Readonly<Record<string, string>> = {
  'presence.not.authorized.update.on.queue': t`You may not go on queue.`,
  'presence.not.authorized.update.other.user.presence': t`Genesys Cloud takes it for the status of somebody else. Sign out, and sign in again as yourself.`,
  'presenceservice.conflict': t`Your last status change is still being worked on. Try again.`,
  'presenceservice.usernotfound': t`Genesys Cloud does not know you any more. Ask your administrator.`,
}

/** Each in a word, and what it means for the calls that come. */
export const routingWords: Readonly<Record<RoutingStatus, readonly [word: string, means: string]>> =
  {
    OFF_QUEUE: [t`Off queue`, t`No calls of your queues come to you.`],
    IDLE: [t`Idle`, t`You are free: the next call may ring at any moment.`],
    INTERACTING: [
      t`Interacting`,
      t`You are in a conversation of a queue, or in its after-call work.`,
    ],
    NOT_RESPONDING: [
      t`Not responding`,
      t`A call was not answered: none come until you are back on queue.`,
    ],
    COMMUNICATING: [
      t`Communicating`,
      t`You are in a call of no queue: none of your queues come meanwhile.`,
    ],
    other: [t`Unknown`, t`Genesys Cloud tells a routing status that Minidesk does not know.`],
  }

/** Who changed the status. */
export const whoWords: Readonly<Record<Exclude<Who, 'source'>, string>> = {
  here: t`Chosen here`,
  tab: t`Chosen by you, in another tab`,
  asked: t`As had been asked for, after the work of then`,
  genesys: t`Set by Genesys Cloud`,
  elsewhere: t`Changed elsewhere: by you in another app, by a supervisor, or by Genesys Cloud`,
  unsure: t`Perhaps by an order from here: its answer is missing`,
  found: t`It was so when this page was opened`,
}
