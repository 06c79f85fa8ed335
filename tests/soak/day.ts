/** Everybody else of the day: customers who call, colleagues who answer, and a supervisor. */
import type { Random } from '../emulator/random'
import type { Agenda } from './agenda'
import type { Platform, State } from './platform'

export interface Day {
  customers(): Promise<void>
  colleagues(): Promise<void>
  supervisor(): Promise<void>
  /** Nobody calls, and nobody interferes, until the answer is called. */
  calm(): () => void
  /** After each step: who is rung answers after a while. */
  look(state: State): void
}

const names = ['Ada Quill', 'Bo Lindt', 'Cy Doe', 'Di Roth', 'Ed Moss', 'Flo Ames'] as const
const statuses = ['Available', 'Busy', 'Break', 'Meal', 'Meeting', 'Away'] as const

export function createDay(parts: {
  readonly agenda: Agenda
  readonly platform: Platform
  readonly random: Random
  readonly agentId: string
}): Day {
  const { agenda, platform, random, agentId } = parts
  const chance = (part: number) => random.next() < part
  let calms = 0
  const rung = new Set<string>()

  async function call() {
    const from = { name: random.pick(names), number: '+493055500142' }
    const queue = random.pick(['Billing', 'Billing', 'Billing', 'Sales', 'Returns'])
    const to = chance(0.08) ? { userId: agentId } : { queueId: platform.queueId(queue) }
    const { conversationId } = await platform.order('POST', '/calls', { ...to, from })
    // Nobody waits for ever, or talks for ever.
    await agenda.rest(
      random.between(...((chance(0.15) ? [5_000, 40_000] : [60_000, 300_000]) as [number, number])),
    )
    await platform.order('POST', `/conversations/${conversationId}/hangup`)
  }

  /** A phone is taken up, or not. */
  async function answer(userId: string, conversationId: string) {
    await agenda.rest(random.between(2_000, 8_000))
    if (chance(0.15)) return
    const { conversations } = await platform.state()
    const here = conversations.find(({ id }) => id === conversationId)
    if (here?.participants.some((one) => one.userId === userId && one.state === 'alerting'))
      await platform.order('POST', `/users/${userId}/answer`, { conversationId })
  }

  const set = (userId: string, systemPresence: string) =>
    platform.order('POST', `/users/${userId}/presence`, { systemPresence })

  return {
    async customers() {
      for (;;) {
        await agenda.rest(random.between(60_000, 145_000))
        if (calms === 0) agenda.begin(call)
      }
    },
    async colleagues() {
      const { users } = await platform.state()
      const others = users.filter(({ id }) => id !== agentId)
      for (;;) {
        await agenda.rest(random.between(20_000, 60_000))
        const one = others[Math.floor(random.between(0, others.length))]
        if (one && calms === 0) await set(one.id, random.pick(statuses))
      }
    },
    async supervisor() {
      for (;;) {
        await agenda.rest(random.between(900_000, 1_800_000))
        if (calms === 0) await set(agentId, random.pick(['Available', 'Busy', 'On Queue']))
      }
    },
    calm() {
      calms++
      return () => void calms--
    },
    look({ conversations }) {
      for (const { id, participants } of conversations)
        for (const { id: part, userId, state } of participants) {
          if (!userId || userId === agentId || state !== 'alerting' || rung.has(part)) continue
          rung.add(part)
          agenda.begin(() => answer(userId, id))
        }
    },
  }
}
