import Bottleneck from 'bottleneck'
import PQueue from 'p-queue'
import { persist, retryAfter, type Strategy, type World } from './strategies'

/** As their documents advise for so many requests a minute, and with their own priorities. */

const pQueue =
  (strict: boolean): Strategy =>
  (world: World) => {
    const queue = new PQueue({ intervalCap: world.perMinute, interval: 60_000, strict })
    return {
      ask: (kind, send) =>
        persist(
          () => queue.add(send, { priority: kind === 'action' ? 1 : 0 }),
          () => {},
          (answer) => retryAfter(world, answer),
        ),
    }
  }

export const pQueueFixed = pQueue(false)
export const pQueueStrict = pQueue(true)

export const bottleneck: Strategy = (world) => {
  const { perMinute } = world
  const limiter = new Bottleneck({
    ...{ reservoir: perMinute, reservoirRefreshAmount: perMinute },
    reservoirRefreshInterval: 60_000,
  })
  return {
    ask: (kind, send) =>
      persist(
        () => limiter.schedule({ priority: kind === 'action' ? 1 : 5 }, send),
        () => {},
        (answer) => retryAfter(world, answer),
      ),
    end: () => void limiter.disconnect(),
  }
}
