/** All of a day on one clock that nobody waits for: an agent at a desk, Genesys Cloud, everybody else, and who watches. */
import { startEmulator } from '../contract/emulator'
import { createRandom } from '../emulator/random'
import { type Json, signIn } from '../unit/emulator/visitor'
import { serve } from '../unit/engine/serve'
import { createSteppedClock } from '../unit/truth/time'
import { createWires } from '../unit/truth/wires'
import { createAgenda } from './agenda'
import { createAgent } from './agent'
import { createAlerts } from './alerts'
import { createBooks } from './books'
import { createChecks } from './checks'
import { createDay } from './day'
import { configOf, sitDown } from './desk'
import { perMinute } from './limits'
import { createLink } from './link'
import { createMachine } from './machine'
import { createNetwork, type Network } from './network'
import { createPlatform } from './platform'
import { createPresses } from './presses'
import { createWeather } from './weather'

export type Stage = Awaited<ReturnType<typeof openStage>>

const limits = { token: perMinute, window: { kind: 'rolling', seconds: 60 } } as const
const switches = { publicRefreshToken: 'rotated' } as const
/** Seconds that a sign-in is good for before it is renewed. */
const tokenLife = 10_200
/** The agent has signed in. Nobody acts yet. */
export async function openStage(seed: number, sockets: Network['sockets'] = 'open') {
  const clock = createSteppedClock()
  const random = (nth: number) => createRandom(seed * 100 + nth)
  const emulator = await startEmulator({ clock, limits, switches })
  const host = await serve((_request, response) => response.end(configOf(emulator, perMinute)))
  const wires = createWires(false)
  const agenda = createAgenda(clock, () => wires.quiet(holds))
  const machine = createMachine(clock)
  const network = createNetwork(wires, host.origin)
  network.sockets = sockets
  const platform = await createPlatform(emulator, agenda)
  async function holds() {
    // An answer of the same server comes after all that was on its way there.
    if (platform.holds()) await platform.order('GET', '/clock')
    return platform.holds()
  }
  await platform.order('POST', '/tokens/duration', { seconds: tokenLife })
  const seat = await sitDown({
    ...{ emulator, machine, network, thread: wires.threadOf, random: random(1).next },
    configUrl: `${host.origin}/config.json`,
  })
  const agentId = seat.desk.me.id
  const presses = createPresses()
  const link = createLink({ seat, machine, network })
  const parts = { seat, agenda, platform, machine, network, link, presses, agentId }
  const weather = createWeather({ ...parts, random: random(2) })
  const agent = createAgent({ ...parts, random: random(3) })
  const day = createDay({ ...parts, random: random(4) })
  const alerts = createAlerts(seat, link)
  const checks = createChecks(seat, agent, link, weather)
  const books = createBooks(platform, agentId)

  return {
    ...{ agenda, platform, network, seat, presses, link, weather, agent, day, alerts, checks },
    books,
    now: clock.now,
    /** The queues that the agent has joined, as a team lead is told. */
    async joined(): Promise<readonly string[]> {
      const lead = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      const { queues } = await platform.state()
      const found = []
      for (const { id } of queues) {
        const { body } = await lead.ask('GET', `/routing/queues/${id}/members?joined=true`)
        if (body.entities.some((one: Json) => one.id === agentId)) found.push(id)
      }
      return found
    },
    /** After each step. */
    async look() {
      const now = clock.now()
      link.look(now)
      const state = await platform.state()
      alerts.look(now, state)
      checks.look(now, state)
      day.look(state)
    },
    async close() {
      agent.stop()
      seat.leave()
      wires.close()
      await Promise.all([emulator.stop(), host.stop()])
    },
  }
}
