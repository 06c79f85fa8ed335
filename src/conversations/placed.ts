/** Which call an order to place one has made: seen, never guessed. */
import { objects, text } from '~/genesys/values'
import { type Conversation, currentCall } from './conversation'
import { ownPart } from './own'

/** Whom a call is placed to: a number, a colleague or a queue. */
export type PlacedTo =
  | { readonly number: string }
  | { readonly userId: string }
  | { readonly queueId: string }

/** "+49 (0)30": that zero is pressed by nobody who presses the country. */
const digits = (number: string) => number.replace(/@.*$|\(0\)/g, '').replaceAll(/\D/g, '')

/** So many digits at least are a number of somebody's, with or without its country. */
const fewest = 5

/** Written with its country or without: "030 123" is "+49 30 123". */
function isSame(one: string, other: string): boolean {
  if (one === other) return true
  const national = (key: string) => /^number:0*(\d*)$/.exec(key)?.[1] ?? ''
  const [short = '', long = ''] = [national(one), national(other)].sort(
    (a, b) => a.length - b.length,
  )
  return short.length >= fewest && long.endsWith(short)
}

/** For the ledger: whom it is to, and the calls out that there were before it. */
export function placing(to: PlacedTo, all: readonly Conversation[]): string {
  const [kind = '', id = ''] = Object.entries(to)[0] ?? []
  const key = kind === 'number' ? digits(id) : id
  return [`${kind}:${key}`, ...all.filter(isOut).map((one) => one.id)].join(' ')
}

/**
 * The call out that was not there before. `anywhere`: Genesys Cloud has taken the order, so it is this one however
 * the number was rewritten on the way; else only one to where it was ordered to.
 */
export function placedCall(
  which: string,
  all: readonly Conversation[],
  anywhere: boolean,
): Conversation | undefined {
  const [to = '', ...before] = which.split(' ')
  const fresh = all.filter((one) => isOut(one) && !before.includes(one.id))
  return (
    fresh.find((one) => keysOf(one).includes(to)) ??
    fresh.find((one) => keysOf(one).some((key) => isSame(key, to))) ??
    (anywhere ? fresh[0] : undefined)
  )
}

const isOut = (one: Conversation) => ownPart(one).outbound

/** Everybody who is called in it, by every name they go by. */
function keysOf({ told, mine }: Conversation): string[] {
  return objects(told.participants).flatMap((one) => {
    const { other } = currentCall(one) ?? {}
    const isMine = one.id === mine?.participantId
    const numbers = isMine
      ? [other?.addressRaw, other?.addressNormalized, other?.addressDisplayable, one.dnis]
      : [one.address, one.ani]
    return [
      ...numbers
        .flatMap((number) => text(number) ?? [])
        .map((number) => `number:${digits(number)}`),
      ...(isMine ? [] : [`userId:${one.userId}`, `queueId:${one.queueId}`]),
    ]
  })
}
