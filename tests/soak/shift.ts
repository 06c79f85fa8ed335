/** A shift of hours: an agent, customers and colleagues, and bad weather. */
import type { Alerts } from './alerts'
import { busiest, byOperation, heapUsed } from './books'
import type { Checks } from './checks'
import type { Judged } from './presses'
import { openStage, type Stage } from './stage'

export interface Figures {
  readonly hours: number
  readonly seed: number
  readonly alerts: Alerts['figures']
  readonly checks: Checks['figures']
  /** Milliseconds that the desk believed a dead socket at most. */
  readonly slowestNotice: number
  /** At the end: joined on the desk and not in truth, or the other way round. */
  readonly wrongQueues: readonly string[]
  readonly orders: Judged
  readonly storms: Readonly<Record<string, number>>
  /** Of the agent's desk; keep-alives apart. */
  readonly requests: Asked
  /** In an hour in which nothing happens; undefined where the shift is too short for one. */
  readonly idleHour: number | undefined
  /** Megabytes, of engine, desk, local Genesys Cloud and test together: after the first hour, and at the end. */
  readonly heap: { readonly first: number; readonly last: number }
  readonly thrown: readonly string[]
  /** Seconds that it really took. */
  readonly took: number
}

export interface Asked {
  readonly all: number
  readonly busiestHour: number
  readonly busiestMinute: number
  /** By their official names. */
  readonly inBusiestHour: Readonly<Record<string, number>>
  readonly keepAlives: number
  /** 429s that nobody ordered. */
  readonly tooMany: number
}

const minute = 60_000
const hour = 60 * minute

/** As many calls as the local Genesys Cloud remembers: none of them is a leak. */
const remembered = 500

async function fillTheBooks({ platform: { order, queueId } }: Stage) {
  const from = { name: 'Ada Quill', number: '+493055500142' }
  for (let call = 0; call < remembered; call++) {
    const { conversationId } = await order('POST', '/calls', { queueId: queueId('Sales'), from })
    await order('POST', `/conversations/${conversationId}/hangup`)
  }
}

export async function asked({ books, platform }: Stage): Promise<Asked> {
  await books.fetch()
  const { requests } = books
  const refused = requests.filter(({ status }) => status === 429).length
  return {
    all: requests.length,
    busiestHour: busiest(requests, hour).length,
    busiestMinute: busiest(requests, minute).length,
    inBusiestHour: byOperation(busiest(requests, hour)),
    keepAlives: books.keepAlives(),
    tooMany: refused - (await platform.tooMany()),
  }
}

async function compareQueues({ seat, joined }: Stage): Promise<string[]> {
  const { mine } = seat.tasks
  await mine.read()
  const truth = await joined()
  return (mine.list() ?? [{ id: '', name: 'not read' }]).flatMap(({ id, name }) =>
    mine.joined(id) === truth.includes(id) ? [] : name,
  )
}

/** In the middle of a long shift: answers what is asked in an hour in which nothing happens. */
async function beIdle(stage: Stage): Promise<number> {
  const { agenda, agent, books, day, platform, weather } = stage
  const calm = [weather.calm(), day.calm()]
  // Renewed now, and not in that hour: a sign-in is good for a day elsewhere.
  await platform.order('POST', '/tokens/expire', {})
  // What goes on has an end.
  await agenda.rest(15 * minute)
  const from = (await agent.leave(hour + minute)) + minute / 2
  await books.fetch()
  for (const end of calm) end()
  return books.requests.filter(({ time }) => time >= from && time < from + hour).length
}

export async function liveShift({ hours = 8, seed = 1 } = {}): Promise<Figures> {
  const begun = performance.now()
  const stage = await openStage(seed)
  const { agenda, agent, alerts, books, checks, day, link, look, presses, seat, weather } = stage
  const isLong = hours >= 4
  if (isLong) await fillTheBooks(stage)
  const start = stage.now()
  const end = start + hours * hour
  let idleHour: number | undefined
  async function pause() {
    await agenda.rest((hours * hour) / 2)
    idleHour = await beIdle(stage)
  }

  for (const act of [agent.work, day.customers, day.colleagues, day.supervisor, weather.storms])
    agenda.begin(act)
  if (isLong) agenda.begin(pause)
  await agenda.run(Math.min(end, start + hour), look)
  await books.fetch()
  const first = await heapUsed()
  while (stage.now() < end) {
    await agenda.run(Math.min(end, stage.now() + hour), look)
    await books.fetch()
  }
  // The last storm passes, and the last calls are over.
  weather.calm()
  day.calm()
  await agenda.run(end + 20 * minute, look)
  const requests = await asked(stage)
  const wrongQueues = await compareQueues(stage)
  const last = await heapUsed()
  alerts.over()
  const figures: Figures = {
    ...{ hours, seed, alerts: alerts.figures, checks: checks.figures, requests, idleHour },
    wrongQueues,
    slowestNotice: link.slowestNotice(),
    orders: presses.judge(books.requests),
    storms: weather.counts,
    heap: { first, last },
    thrown: seat.thrown.map(String),
    took: (performance.now() - begun) / 1000,
  }
  await stage.close()
  return figures
}
