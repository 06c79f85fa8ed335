import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Clock } from '~/clock'

/**
 * The time, told anew each second, for every timer on the page. In whole seconds: a tick that comes a
 * few milliseconds late must not make one timer stand still and the next jump by two.
 */
export function createTicker(clock: Clock): Accessor<number> {
  const whole = () => Math.round(clock.now() / 1000) * 1000
  const [now, setNow] = createSignal(whole())
  let cancel = () => {}
  function tick() {
    setNow(whole())
    cancel = clock.after(1000 - (clock.now() % 1000), tick)
  }
  tick()
  onCleanup(() => cancel())
  return now
}
