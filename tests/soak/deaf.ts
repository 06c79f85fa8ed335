/** No socket comes through: the desk reads, and how much it asks for that. */
import type { Network } from './network'
import { type Asked, asked } from './shift'
import { openStage, type Stage } from './stage'

export interface DeafFigures {
  readonly sockets: Network['sockets']
  /** So long it was each time. */
  readonly minutes: number
  /** Nothing happens. */
  readonly idle: Asked
  /** The same with colleagues on screen. */
  readonly colleagues: Asked
  /** Milliseconds since a row of them was read, at most. */
  readonly oldestRow: number
  /** Calls come, as many as an agent takes. */
  readonly busy: Asked
  readonly calls: number
  readonly missed: number
  /** Milliseconds from the offer of a call to its ring, at most. */
  readonly slowestRing: number
  readonly wrong: readonly string[]
  readonly compared: number
  readonly twice: number
  readonly late: number
}

const minute = 60_000
/** Milliseconds in which rows that come on screen are read. */
const settled = 10_000

async function within<T>(
  seed: number,
  sockets: Network['sockets'],
  live: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await openStage(seed, sockets)
  // What is asked to open the desk is none of the hour's.
  await stage.agenda.run(stage.now() + minute, stage.look)
  await stage.books.fetch()
  stage.books.requests.length = 0
  const result = await live(stage)
  await stage.close()
  return result
}

export async function liveDeaf(
  sockets: Network['sockets'],
  { minutes = 60, seed = 1 } = {},
): Promise<DeafFigures> {
  const ms = minutes * minute
  const idle = await within(seed, sockets, async (stage) => {
    await stage.agenda.run(stage.now() + ms, stage.look)
    return asked(stage)
  })
  const colleagues = await within(seed, sockets, async (stage) => {
    const { agent, agenda, day, platform, seat } = stage
    const { users } = await platform.state()
    const ids = users.slice(1, 11).map(({ id }) => id)
    agent.seen.show(ids)
    agenda.begin(day.colleagues)
    const from = stage.now()
    let oldestRow = 0
    await agenda.run(from + ms, async () => {
      await stage.look()
      if (stage.now() < from + settled) return
      for (const id of ids) {
        const age = agent.seen.of(id)?.age
        const readAt = typeof age === 'number' ? age + seat.desk.ahead() : from
        oldestRow = Math.max(oldestRow, stage.now() - readAt)
      }
    })
    return { oldestRow, asked: await asked(stage) }
  })
  const busy = await within(seed, sockets, async (stage) => {
    const { agenda, agent, alerts, books, checks, day, presses } = stage
    for (const act of [agent.work, day.customers, day.colleagues]) agenda.begin(act)
    await agenda.run(stage.now() + ms, stage.look)
    const busy = await asked(stage)
    const { offered: calls, missed, slowestFound: slowestRing } = alerts.figures
    const { twice, late } = presses.judge(books.requests)
    const { words, compared } = checks.figures
    return { busy, calls, missed, slowestRing, wrong: words, compared, twice, late }
  })
  const { oldestRow, asked: looking } = colleagues
  return { sockets, minutes, idle, colleagues: looking, oldestRow, ...busy }
}
