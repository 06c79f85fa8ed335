import { expect } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { control, type Json, type Listener, listenTo, signIn, type Visitor } from './visitor'

/** Several agents in one call, and what each of them sees of everybody. */

const from = { name: 'Derya Kowalczyk', number: '+14635550101' }

/** User or purpose → state, what is heard there, and how it ended; of REST and of both events. */
function view({ participants }: Json): Record<string, string> {
  const entries = participants.map((participant: Json) => {
    const leg = participant.calls?.[0] ?? participant
    const who = participant.userId ?? participant.user?.id
    const words = [leg.state, leg.held && 'held', leg.confined && 'confined', leg.disconnectType]
    return [who ? participant.name.split(' ')[0] : participant.purpose, words.filter(Boolean)]
  })
  return Object.fromEntries(entries.map(([who, words]: Json) => [who, words.join(' ')]))
}

function fits(body: Json, wanted: Readonly<Record<string, string>>): boolean {
  const seen = view(body)
  return Object.entries(wanted).every(([who, words]) => seen[who] === words)
}

export interface Talk {
  readonly id: string
  readonly ana: Visitor
  readonly ben: Visitor
  /** `/conversations/calls/{id}/participants/{id of the latest of the name or purpose}`. */
  path(who: string): Promise<string>
  participant(who: string): Promise<Json>
  /** By the control API. */
  act(who: 'ana' | 'ben', what: 'answer' | 'hangup'): Promise<void>
  /** Ana and Ben by both topics, and both by GET, see everybody so; answers Ana's conversation. */
  seen(wanted: Readonly<Record<string, string>>, transfer?: string): Promise<Json>
}

/** Ana talks to a customer of Billing; Ben looks on as soon as he takes part. */
export async function startTalk(emulator: Emulator): Promise<Talk> {
  const ana = await signIn(emulator)
  const ben = await signIn(emulator, 'Ben Okafor')
  const onQueue = { systemPresence: 'On Queue' }
  await control(emulator, 'POST', `/users/${ana.userId}/presence`, onQueue)
  const { body: state } = await control(emulator, 'GET', '/state')
  const topics = ['conversations', 'conversations.calls']
  const listeners: [Visitor, Listener][] = [
    [ana, await listenTo(ana, topics)],
    [ben, await listenTo(ben, topics)],
  ]
  const queueId = state.queues[0].id
  const { body: placed } = await control(emulator, 'POST', '/calls', { queueId, from })
  const id = placed.conversationId
  await control(emulator, 'POST', `/users/${ana.userId}/answer`, { conversationId: id })

  async function participant(who: string): Promise<Json> {
    const { body } = await ana.ask('GET', `/conversations/${id}`)
    const found = body.participants.findLast(
      (one: Json) => one.purpose === who || (one.userId && one.name.startsWith(who)),
    )
    if (!found) throw new Error(`No ${who}`)
    return found
  }

  return {
    id,
    ana,
    ben,
    participant,
    path: async (who) => `/conversations/calls/${id}/participants/${(await participant(who)).id}`,
    async act(who, what) {
      const user = who === 'ana' ? ana : ben
      await control(emulator, 'POST', `/users/${user.userId}/${what}`, { conversationId: id })
    },
    async seen(wanted, transfer) {
      for (const [user, listener] of listeners) {
        if (user === ben && !('Ben' in wanted)) continue
        for (const topic of topics) {
          const isTopic = (one: Json) =>
            one.eventBody.id === id && one.topicName === `v2.users.${user.userId}.${topic}`
          await listener.next((frame) => isTopic(frame) && fits(frame.eventBody, wanted))
          // The last word on every topic, too.
          expect(view(listener.frames.findLast(isTopic)?.eventBody)).toMatchObject(wanted)
        }
        for (const path of [`/conversations/${id}`, `/conversations/calls/${id}`]) {
          const { body } = await user.ask('GET', path)
          expect(view(body)).toMatchObject(wanted)
          if (transfer) expect(body.recentTransfers.at(-1).state).toBe(transfer)
        }
        if (!transfer) continue
        const isTold = (one: Json) =>
          one.eventBody.id === id && one.topicName.endsWith('.conversations')
        const stateOf = (one?: Json) => one?.eventBody.recentTransfers.at(-1)?.state
        await listener.next((one) => isTold(one) && stateOf(one) === transfer.toLowerCase())
        expect(stateOf(listener.frames.findLast(isTold))).toBe(transfer.toLowerCase())
      }
      return (await ana.ask('GET', `/conversations/${id}`)).body
    },
  }
}
