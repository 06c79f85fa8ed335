import { expect } from 'vitest'
import { factsOf, queueNameOf } from '~/conversations/about'
import { consultOf } from '~/conversations/consult'
import { consultNews } from '~/conversations/consultnews'
import { type Conversation, compare } from '~/conversations/conversation'
import { endingOf } from '~/conversations/ending'
import { endedLine, endingWords } from '~/conversations/endingwords'
import { ownPart } from '~/conversations/own'
import { partyRows, supervisionWords } from '~/conversations/partywords'
import { answerLeft, inPhase, totalMs, waitedMs } from '~/conversations/timers'
import { transfersOf } from '~/conversations/transfers'
import { aboutLine, stateWord } from '~/conversations/words'

/** All that is drawn of a conversation: every word is a word, every time a time. */
export function expectDrawn(one: Conversation, me: string, now: number, before = one): void {
  const rows = partyRows(one)
  const consult = consultOf(one)
  const words = [
    ...[one.id, one.customer.name, one.customer.address, stateWord(one), aboutLine(one, 'Billing')],
    ...rows.flatMap(({ id, name, role, state }) => [id, name, role, state]),
    ...factsOf(one, (id) => (id.length > 9 ? id : undefined)).flatMap(({ name, value }) => [
      name,
      value,
    ]),
    ...Object.entries(one.attributes).flat(),
    ...transfersOf(one).flatMap(({ id, state }) => [id, state]),
    endingWords(endingOf(one.told, me, one.mine?.participantId)),
    ownPart(one).recording,
    ...(consult ? [consult.customer.name, consult.consulted.name, consult.speaking] : []),
  ]
  const perhaps = [
    ...[one.queue?.id, one.queue?.name, one.mine?.participantId, one.mine?.communicationId],
    ...[queueNameOf(one), supervisionWords(one), endedLine(one), consultNews(before, one)],
  ]
  for (const word of [...words, ...perhaps.filter((one) => one !== undefined)])
    expect(typeof word).toBe('string')
  const left = answerLeft(one, now)
  const times = [
    ...[inPhase(one, now).ms, totalMs(one, now), waitedMs(one, now) ?? 0, left?.ms ?? 0],
    ...[left?.share ?? 0, one.since, one.startedAt, ...rows.map(({ since }) => since ?? 0)],
  ]
  for (const time of times) expect(Number.isFinite(time) && time >= 0).toBe(true)
  expect(compare(one, one)).toBe(0)
}
