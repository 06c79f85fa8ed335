/** What came out, each figure with its bound. */
import type { DeafFigures } from './deaf'
import { perMinute } from './limits'
import type { Figures } from './shift'

export interface Line {
  readonly isKept: boolean
  readonly text: string
}

/** P11: of an hour, of one in which nothing happens, and of a page that polls. */
const [mostBusy, mostIdle, poller] = [300, 2, 960]
/** As much at the end as after the first hour. */
const mostMemory = 1.2
/** Milliseconds: 10 s without a word, 5 for the answer to a ping, and the step of the clock. */
const mostDeceived = 16_000
/** Requests an hour without a socket: two each 12 s, and an attempt at a channel now and then; or at a socket. */
const mostDeaf = { refused: 660, cut: 800, open: 0 }
/** Milliseconds. */
const mostRing = 15_000
/** Milliseconds since rows on screen were read. */
const mostAge = 35_000

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Words, a figure and what it may be at most. */
function bounded(what: string, figure: number, most: number, more = ''): Line {
  return { isKept: figure <= most, text: `${what}: ${figure}, of at most ${most}${more}` }
}

function timed(what: string, ms: number, most: number): Line {
  return { isKept: ms <= most, text: `${what}: ${seconds(ms)}, of at most ${seconds(most)}` }
}

const because = (words: readonly string[]) => words.map((one) => `\n      ${one}`).join('')

export function linesOf(figures: Figures): Line[] {
  const { hours, alerts, checks, orders, requests, idleHour, heap, thrown } = figures
  const storms = Object.values(figures.storms).reduce((sum, one) => sum + one, 0)
  const growth = heap.last / heap.first
  const lines = [
    bounded('Missed alerts', alerts.missed, 0, ` (${alerts.offered} calls, ${storms} storms)`),
    bounded('Rang on after the call had gone', alerts.ghosts, 0, because(alerts.words)),
    bounded('Wrong states', checks.wrong, 0, ` (compared ${checks.compared} times)`),
    bounded('Queues wrongly joined or left', figures.wrongQueues.length, 0),
    timed('A dead socket believed', figures.slowestNotice, mostDeceived),
    bounded('Orders sent twice', orders.twice, 0, ` (${orders.orders} orders)`),
    bounded('Orders sent late', orders.late, 0, because([...checks.words, ...orders.words])),
    bounded('Requests in the busiest hour', requests.busiestHour, mostBusy),
    bounded('429s that nobody ordered', requests.tooMany, 0),
    bounded('Thrown where an event was told', thrown.length, 0, because(thrown)),
  ]
  if (idleHour !== undefined) lines.push(bounded('Requests in an idle hour', idleHour, mostIdle))
  if (hours > 1)
    lines.push({
      isKept: growth <= mostMemory,
      text:
        `Memory: ${heap.first.toFixed(1)} MB after the first hour, ${heap.last.toFixed(1)} MB at the end: ` +
        `${growth.toFixed(2)} times, of at most ${mostMemory}`,
    })
  return lines
}

/** Beside the bounds. */
export const factsOf = ({ alerts, checks, requests, took, hours, seed }: Figures) =>
  `${hours} hours of seed ${seed} in ${took.toFixed(0)} s. Told calls rang after ${seconds(alerts.slowestTold)} at most, ` +
  `those found by reading after ${seconds(alerts.slowestFound)}; ${alerts.unheard} rang while nothing came through. ` +
  `Back after a storm in ${seconds(checks.slowestBack)} at most. ` +
  `${requests.all} requests, ${requests.busiestMinute} in the busiest minute, ${requests.keepAlives} keep-alives.`

export function deafLinesOf(figures: DeafFigures): Line[] {
  const { sockets, minutes, idle, colleagues, busy, calls, compared, wrong } = figures
  const an = (all: number) => Math.round((all * 60) / minutes)
  const how = sockets === 'cut' ? 'Sockets cut at once' : 'Sockets refused'
  return [
    bounded(
      `${how}: requests an idle hour`,
      an(idle.all),
      mostDeaf[sockets],
      ` (a page that polls: ${poller}; with colleagues on screen: ${an(colleagues.all)}, busy: ${an(busy.all)})`,
    ),
    bounded(`${how}: requests in the busiest minute`, busy.busiestMinute, perMinute),
    bounded(`${how}: 429s`, idle.tooMany + colleagues.tooMany + busy.tooMany, 0),
    bounded(`${how}: missed alerts`, figures.missed, 0, ` (${calls} calls)`),
    timed(`${how}: from the offer to the ring`, figures.slowestRing, mostRing),
    timed(`${how}: age of colleagues’ rows`, figures.oldestRow, mostAge),
    bounded(
      `${how}: wrong in two readings`,
      wrong.length,
      0,
      ` (compared ${compared} times)${because(wrong)}`,
    ),
    bounded(`${how}: orders sent twice or late`, figures.twice + figures.late, 0),
  ]
}
