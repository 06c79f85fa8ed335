/** A command as it outlives its page: what it takes to tell what became of it, and nothing else. */
import type { Command, Ordered, Verb } from './command'

const verbs: Readonly<Record<Verb, true>> = {
  ...{ answer: true, decline: true, hold: true, resume: true, mute: true, unmute: true },
  ...{ end: true, transfer: true, 'wrap-up': true, presence: true, 'back-on-queue': true },
  ...{ digits: true, record: true, 'stop-recording': true, flag: true, unflag: true, dial: true },
  ...{ 'pause-recording': true, 'resume-recording': true, 'request-acw': true, invite: true },
  ...{ consult: true, speak: true, 'cancel-consult': true, complete: true, note: true },
  ...{ 'cancel-transfer': true, 'skip-wrap-up': true, 'out-of-office': true, station: true },
  ...{ 'release-station': true, 'default-station': true, 'clear-default-station': true },
  ...{ 'join-queue': true, 'leave-queue': true },
}

export function toStorage({ verb, target, name, which, pressedAt }: Command) {
  return { verb, target, name, which, pressedAt }
}

/** Nothing when it is no command. */
export function fromStorage(id: string, value: unknown): Ordered | undefined {
  const { verb, target, name, which, pressedAt } = Object(value)
  const isWhole =
    Object.hasOwn(verbs, verb) &&
    [target, name, which ?? ''].every((text) => typeof text === 'string') &&
    typeof pressedAt === 'number'
  return isWhole ? { id, verb, target, name, which, pressedAt } : undefined
}
