/** What became of a command, in words. */
import { sentence } from '~/genesys/sentence'
import type { Command, Fact, Source } from './command'

/** What went wrong, in one sentence; `refusals` are the words of its room, by the platform's code. */
export function troubleOf(
  { name, state }: Command,
  refusals?: Readonly<Record<string, string>>,
): string | undefined {
  switch (state.step) {
    case 'refused':
    case 'expired':
      return state.failure.kind === 'signed-out'
        ? `${name} did not happen: your sign-in had ended. Sign in again, then press it again.`
        : `${name} did not happen. ${sentence(state.failure, refusals)}`
    case 'failed':
      if (!state.seen)
        return `${name}: whether it happened could not be read. It was not sent again.`
      return state.why === 'unproven'
        ? `Genesys Cloud accepted it, but nothing changed. ${name} may still come.`
        : `Genesys Cloud did not answer. ${name} did not happen, as far as can be seen. It was not sent again.`
    default:
      return undefined
  }
}

const facts: Readonly<Record<Fact, string>> = {
  dialing: 'the call is dialing',
  connected: 'the call is connected',
  held: 'the call is on hold',
  muted: 'you are muted',
  unmuted: 'you are not muted',
  ended: 'your part in the call has ended',
  'wrapped-up': 'no wrap-up is owed any more',
  status: 'your status is the one you chose',
  responding: 'you are no longer Not Responding',
}

const sources: Readonly<Record<Source, string>> = {
  event: 'by the event',
  reading: 'when it was looked up',
  answer: 'by the answer',
}

/** One that was ordered before a reload. `isDone`: what was looked up beyond the fact, where one does not tell. */
export function afterReload({ verb, name, state }: Command, isDone?: boolean): string {
  const it = `${name}, ordered before the reload`
  if (state.step !== 'confirmed')
    return state.step === 'failed' && !state.seen
      ? `${it}: whether it happened could not be read. It was not sent again.`
      : `${it}, did not happen, as far as can be seen. It was not sent again.`
  if (isDone ?? (state.fact !== 'ended' || verb === 'end' || verb === 'decline'))
    return `${it}: done.`
  const seen = `${it}: ${facts[state.fact]}.`
  return isDone === false ? `${seen} Whether it happened cannot be seen.` : seen
}

const later = (from: number, to: number) => `after ${(Math.max(0, to - from) / 1000).toFixed(1)} s`

/** Its way: "Hold: sent after 0.1 s, accepted after 0.3 s, confirmed after 0.4 s by the event: the call is on hold". */
export function wayOf(command: Command): string {
  const { name, pressedAt, sentAt, acceptedAt, attempts } = command
  const steps = [
    sentAt !== undefined && `sent ${later(pressedAt, sentAt)}`,
    attempts > 1 && `${attempts} times, as Genesys Cloud asked to wait`,
    acceptedAt !== undefined && `accepted ${later(pressedAt, acceptedAt)}`,
    endOf(command),
  ]
  return `${name}: ${steps.filter(Boolean).join(', ')}`
}

function endOf({ state, pressedAt, endedAt = pressedAt }: Command): string {
  const when = later(pressedAt, endedAt)
  switch (state.step) {
    case 'queued':
      return state.limited ? 'waits for its turn' : 'is about to be sent'
    case 'sent':
      return 'not answered yet'
    case 'accepted':
      return 'not confirmed yet'
    case 'unknown':
      return 'being looked up'
    case 'confirmed':
      return `confirmed ${when} ${sources[state.by]}: ${facts[state.fact]}`
    case 'refused':
      return `refused ${when}`
    case 'expired':
      return `not sent: its time was over ${when}`
    case 'failed':
      return state.seen
        ? `not seen to have happened ${when}`
        : `not known ${when}: it could not be looked up`
    default:
      return state satisfies never
  }
}
