/** How a call ended for the agent, told apart by its participants: nobody says it in one word. */
import type { ParticipantId, UserId } from '~/genesys/ids'
import { objects, text, time, word } from '~/genesys/values'
import type { Call, Participant, Conversation as Wire } from '~/genesys/wire'
import { farEnd, isCustomer, isEnded, legOf, nameOf, shelves } from './conversation'
import { supervised } from './own'
import { disconnectTypeOf } from './parties'
import { type Unreached, unreachedOf } from './unreached'

export type Ending =
  /** Whom it was about hung up. */
  | { readonly how: 'customer'; readonly answered: boolean }
  /** Somebody else who was in it hung up. */
  | { readonly how: 'other'; readonly who: string }
  /** `reached`: somebody had answered. */
  | { readonly how: 'me'; readonly reached: boolean }
  /** `by` somebody else than me; `requeued` to the queue it came from. */
  | { readonly how: 'transferred' | 'requeued'; readonly by?: string; readonly to?: string }
  /** After a consult. */
  | { readonly how: 'consulted'; readonly to?: string }
  | { readonly how: 'conference' }
  /** `queue`: where it waits again. */
  | { readonly how: 'unanswered' | 'declined' | 'away'; readonly queue?: string }
  | { readonly how: 'elsewhere'; readonly who: string }
  /** Whoever had it ring here let it be. */
  | { readonly how: 'withdrawn' }
  | ({ readonly how: 'unreached'; readonly name: string } & Unreached)
  /** I only listened. */
  | { readonly how: 'listened' }
  | { readonly how: 'failed' | 'system'; readonly reason?: string }
  | { readonly how: 'unknown' }

/** A participant and the leg that tells most of them. */
interface Side {
  readonly one: Participant
  readonly leg: Call
  readonly type: string
  /** Milliseconds since the epoch; endless while it lives. */
  readonly endedAt: number
  readonly answered: boolean
}

function sideOf(one: Participant): Side | undefined {
  const leg = shelves.map(([shelf]) => legOf(one, shelf)).find(Boolean)
  if (!leg) return undefined
  const ended = time(leg.disconnectedTime) ?? time(one.endTime) ?? 0
  return {
    one,
    leg,
    type: disconnectTypeOf(leg) ?? '',
    endedAt: isEnded(leg) ? ended : Number.POSITIVE_INFINITY,
    answered: Boolean(leg.connectedTime ?? one.connectedTime),
  }
}

/** Milliseconds by which the ends of two legs of one call may be apart. */
const together = 2_000

export function endingOf(told: Wire, me: UserId, participantId?: ParticipantId): Ending {
  const participants = objects(told?.participants)
  const sides = participants.flatMap((one) => sideOf(one) ?? [])
  const own = sides.filter(({ one }) => one.userId === me)
  const mine = own.find(({ one }) => one.id === participantId) ?? own.at(-1)
  // What is told is older than the end.
  if (!mine || !isEnded(mine.leg)) return { how: 'unknown' }
  const others = sides.filter(({ one }) => one.userId !== me)
  const far = farEnd(participants, me)
  const customer = others.find(({ one }) => one === far)
  if (word(mine.leg.direction) === 'outbound' && customer && !customer.answered) {
    const gaveUp = mine.type === 'client' && customer.endedAt >= mine.endedAt
    if (gaveUp || ['peer', 'transfer', ''].includes(customer.type))
      return { how: 'me', reached: false }
    return { how: 'unreached', name: nameOf(customer.one).name, ...unreachedOf(customer.leg) }
  }
  const scene = { told, me, mine, others, customer }
  return (mine.answered ? afterTalk : whileRinging).get(mine.type)?.(scene) ?? otherwise(scene)
}

interface Scene {
  readonly told: Wire
  readonly me: UserId
  readonly mine: Side
  readonly others: readonly Side[]
  readonly customer: Side | undefined
}
type Tell = (scene: Scene) => Ending

const declined: Tell = (scene) => ({ how: 'declined', ...backIn(scene) })
const unanswered: Tell = (scene) => ({ how: 'unanswered', ...backIn(scene) })
const away: Tell = (scene) => ({ how: 'away', ...backIn(scene) })
const byMe: Tell = () => ({ how: 'me', reached: true })
const system: Tell = ({ mine }) => ({ how: 'system', ...reasonOf(mine) })
const failed: Tell = ({ mine }) => ({ how: 'failed', ...reasonOf(mine) })

/** By why my leg ended, when I had not answered. */
const whileRinging: ReadonlyMap<string, Tell> = new Map([
  ['client', declined],
  ['endpoint', declined],
  ['timeout', unanswered],
  ['transfer.noanswer', unanswered],
  ['transfer.notavailable', away],
  ['transfer.dnd', away],
  ['endpoint.dnd', away],
  ['system', system],
  ['error', failed],
  ['transport.failure', failed],
])
/** The same when I had. */
const afterTalk: ReadonlyMap<string, Tell> = new Map([
  ['client', byMe],
  ['endpoint', byMe],
  ['transfer', transferred],
  ['transfer.forward', transferred],
  ['transfer.consult', (scene) => ({ how: 'consulted', ...nameTo(consulted(scene)) })],
  ['transfer.conference', () => ({ how: 'conference' })],
  ['transfer.noanswer', unanswered],
  ['system', system],
  ['timeout', system],
  ['error', failed],
  ['transport.failure', failed],
])

function reasonOf({ leg }: Side): { reason?: string } {
  const { reason } = unreachedOf(leg)
  return reason ? { reason } : {}
}

const nameTo = (to: string | undefined) => (to ? { to } : {})

/** The queue in which the customer waits again. */
function backIn({ others }: Scene): { queue?: string } {
  const queue = others.findLast(({ one, leg }) => word(one.purpose) === 'acd' && !isEnded(leg))
  return queue ? { queue: nameOf(queue.one).name } : {}
}

/** Who was asked for advice, and has it now. */
function consulted({ others }: Scene): string | undefined {
  const asked = others.filter(({ one }) => text(one.consultParticipantId))
  const side = asked.findLast(({ answered }) => answered) ?? asked.at(-1)
  return side && nameOf(side.one).name
}

/** By its own record: a later transfer is somebody else's. */
function recordOf({ told, me, mine }: Scene) {
  const all = objects(told.recentTransfers).filter(
    ({ state, dateIssued }) =>
      word(state) !== 'canceled' && (time(dateIssued) ?? 0) <= mine.endedAt + together,
  )
  return all.findLast(({ initiator }) => initiator?.userId === me) ?? all.at(-1)
}

function transferred(scene: Scene): Ending {
  const { told, mine, others } = scene
  const ids = objects(told.participants)
  const last = recordOf(scene)
  const { userId, address } = last?.destination ?? {}
  const after = others.filter(({ one }) => ids.indexOf(one) > ids.indexOf(mine.one))
  const fits = ({ one }: Side) =>
    (userId && one.userId === userId) ||
    (address && nameOf(one).address === nameOf({ address }).address)
  const to = after.find(fits) ?? (last ? undefined : after.find(({ one }) => !supervised(one)))
  const by = others.find(({ one }) => one.userId && one.userId === last?.initiator?.userId)
  const isMine = to && word(to.one.purpose) === 'acd' && to.one.queueId === mine.one.queueId
  return {
    how: isMine && mine.one.queueId ? 'requeued' : 'transferred',
    ...(by ? { by: nameOf(by.one).name } : {}),
    ...nameTo(to ? nameOf(to.one).name : address && nameOf({ address }).address),
  }
}

/** My leg was ended by what others did: by who left last of their own accord, when mine ended. */
function otherwise({ mine, others, customer }: Scene): Ending {
  if (supervised(mine.one)) return { how: 'listened' }
  const [who] = others
    .filter(
      ({ one, type, answered, endedAt }) =>
        (isCustomer(one) || (one.userId && answered)) &&
        (type === 'endpoint' || type === 'client') &&
        endedAt <= mine.endedAt + together,
    )
    .sort((a, b) => b.endedAt - a.endedAt || Number(b === customer) - Number(a === customer))
  if (who && who === customer && isCustomer(who.one))
    return { how: 'customer', answered: mine.answered }
  if (!mine.answered) return letBe(mine, others)
  if (who) return { how: 'other', who: nameOf(who.one).name }
  if (customer?.type === 'system') return { how: 'system', ...reasonOf(customer) }
  if (customer?.type === 'error' || customer?.type === 'transport.failure')
    return { how: 'failed', ...reasonOf(customer) }
  return { how: 'unknown' }
}

/** It stopped to ring here, and the customer is still there. */
function letBe(mine: Side, others: readonly Side[]): Ending {
  const rangAt = time(mine.leg.startAlertingTime ?? mine.one.startTime)
  const taken = others.find(({ one, leg, answered, endedAt }) => {
    const at = time(leg.connectedTime ?? one.connectedTime) ?? 0
    const isLater = at >= (rangAt ?? mine.endedAt - together) && endedAt > mine.endedAt
    return one.userId && answered && isLater && !supervised(one)
  })
  if (taken) return { how: 'elsewhere', who: nameOf(taken.one).name }
  return mine.type === 'peer' ? { how: 'withdrawn' } : { how: 'unknown' }
}
