import { BadAsk, type ControlAsk, type ControlRoute } from './ask'

/** A hundred years: dates stay dates. */
const farthestMs = 100 * 365 * 24 * 60 * 60 * 1000

function tell({ world }: ControlAsk) {
  const { clock, skew } = world()
  return { status: 200, body: { now: clock.now(), skewMs: skew.ms } }
}

function set(ask: ControlAsk) {
  const { skewMs } = ask.body
  const fits = Number.isInteger(skewMs) && Math.abs(Number(skewMs)) <= farthestMs
  if (typeof skewMs !== 'number' || !fits) {
    throw new BadAsk('skewMs must be a whole number of milliseconds', 'skewMs')
  }
  ask.world().skew.ms = skewMs
  return tell(ask)
}

/** How far the server's clock is off, until the reset. */
export const clockRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/clock', answer: tell },
  { method: 'POST', path: '/clock', answer: set },
]
