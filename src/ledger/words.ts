/** What became of a command, in words. */

import { sentence } from '~/genesys/sentence'
import { locale, t } from '~/language'
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
        ? t`${name} did not happen: your sign-in had ended. Sign in again, then press it again.`
        : t`${name} did not happen. ${sentence(state.failure, refusals)}`
    case 'failed':
      if (!state.seen)
        return t`${name}: whether it happened could not be read. It was not sent again.`
      return state.why === 'unproven'
        ? t`Genesys Cloud accepted it, but nothing changed. ${name} may still come.`
        : t`Genesys Cloud did not answer. ${name} did not happen, as far as can be seen. It was not sent again.`
    default:
      return undefined
  }
}

const facts: Readonly<Record<Fact, string>> = {
  dialing: t`the call is dialing`,
  connected: t`the call is connected`,
  held: t`the call is on hold`,
  muted: t`you are muted`,
  unmuted: t`you are not muted`,
  ended: t`your part in the call has ended`,
  offered: t`the call was offered there`,
  'wrapped-up': t`no wrap-up is owed any more`,
  shown: t`the call shows it`,
  taken: t`Genesys Cloud has taken it`,
  status: t`your status is the one you chose`,
  away: t`your absence is as you set it`,
  responding: t`you are no longer Not Responding`,
  phone: t`your phone is the one you chose`,
  queues: t`your queues are as you chose`,
}

const sources: Readonly<Record<Source, string>> = {
  event: t`by the event`,
  reading: t`when it was looked up`,
  answer: t`by the answer`,
}

/** One that was ordered before a reload. `isDone`: what was looked up beyond the fact, where one does not tell. */
export function afterReload({ verb, name, state }: Command, isDone?: boolean): string {
  const it = t`${name}, ordered before the reload`
  if (state.step !== 'confirmed')
    return state.step === 'failed' && !state.seen
      ? t`${it}: whether it happened could not be read. It was not sent again.`
      : t`${it}, did not happen, as far as can be seen. It was not sent again.`
  const seen = `${it}: ${facts[state.fact]}.`
  // Whether anybody takes it is told when they do.
  if (state.fact === 'offered') return seen
  if (isDone ?? (state.fact !== 'ended' || verb === 'end' || verb === 'decline'))
    return t`${it}: done.`
  return isDone === false ? t`${seen} Whether it happened cannot be seen.` : seen
}

const seconds = new Intl.NumberFormat(locale(), {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

const later = (from: number, to: number) =>
  t`after ${seconds.format(Math.max(0, to - from) / 1_000)} s`

/** Its way: "Hold: sent after 0.1 s, accepted after 0.3 s, confirmed after 0.4 s by the event: the call is on hold". */
export function wayOf(command: Command): string {
  const { name, pressedAt, sentAt, acceptedAt, attempts } = command
  const steps = [
    sentAt !== undefined && t`sent ${later(pressedAt, sentAt)}`,
    attempts > 1 && t`${attempts} times, as Genesys Cloud asked to wait`,
    acceptedAt !== undefined && t`accepted ${later(pressedAt, acceptedAt)}`,
    endOf(command),
  ]
  return `${name}: ${steps.filter(Boolean).join(', ')}`
}

function endOf({ state, pressedAt, endedAt = pressedAt }: Command): string {
  const when = later(pressedAt, endedAt)
  switch (state.step) {
    case 'queued':
      return state.limited ? t`waits for its turn` : t`is about to be sent`
    case 'sent':
      return t`not answered yet`
    case 'accepted':
      return t`not confirmed yet`
    case 'unknown':
      return t`being looked up`
    case 'confirmed':
      return t`confirmed ${when} ${sources[state.by]}: ${facts[state.fact]}`
    case 'refused':
      return t`refused ${when}`
    case 'expired':
      return t`not sent: its time was over ${when}`
    case 'failed':
      return state.seen
        ? t`not seen to have happened ${when}`
        : t`not known ${when}: it could not be looked up`
    default:
      return state satisfies never
  }
}
