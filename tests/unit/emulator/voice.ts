import type { Emulator } from '../../contract/emulator'
import { createManualClock, type ManualClock } from '../../manual-clock'
import {
  control,
  type Json,
  type Listener,
  listenTo,
  signIn,
  type Visitor,
  withEmulator,
} from './visitor'

/** Ana at her desk, who hears of every call of hers; time stands still until it is moved. */
export interface Desk {
  readonly emulator: Emulator
  readonly clock: ManualClock
  readonly ana: Visitor
  readonly events: Listener
  /** Time passes, and what is told meanwhile is on its way. */
  pass(ms: number): void
  /** The id of the queue whose name starts so. */
  queue(name: string): string
  /** The conversation as REST has it now. */
  read(id: string): Promise<Json>
  /** Ana's own participant. */
  mine(id: string): Promise<Json>
  /** The first event of the topic, past or to come, of whose conversation this is true. */
  told(topic: string, isWanted: (conversation: Json) => boolean): Promise<Json>
  /** Places a call and answers its id. */
  place(body: Json): Promise<string>
}

const margin = 10

export function atDesk(test: (desk: Desk) => Promise<void>): Promise<void> {
  const clock = createManualClock()
  return withEmulator(
    async (emulator) => {
      const ana = await signIn(emulator)
      const events = await listenTo(ana, ['conversations', 'conversations.calls'])
      const { body: state } = await control(emulator, 'GET', '/state')
      const read = async (id: string) => (await ana.ask('GET', `/conversations/${id}`)).body
      await test({
        emulator,
        clock,
        ana,
        events,
        read,
        pass: (ms) => clock.advance(ms + margin),
        queue: (name) => state.queues.find((one: Json) => one.name.startsWith(name)).id,
        async mine(id) {
          const { participants } = await read(id)
          return participants.findLast((one: Json) => one.userId === ana.userId)
        },
        async told(topic, isWanted) {
          const name = `v2.users.${ana.userId}.${topic}`
          const frame = await events.next(
            ({ topicName, eventBody }) => topicName === name && isWanted(eventBody),
          )
          return frame.eventBody
        },
        async place(body) {
          return (await ana.ask('POST', '/conversations/calls', body)).body.id
        },
      })
      events.close()
    },
    { clock },
  )
}
