/** How everything fares, read again and again while somebody can see it. */
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { type Clock, inTime } from '~/clock'
import type { Health } from '~/protocol/health'

export interface Readings {
  /** The last one that came; undefined before that, or while nobody has logged in. */
  readonly health: Accessor<Health | undefined>
  /** Whether the engine answered when it was asked last. */
  readonly state: Accessor<'reading' | 'read' | 'gone'>
  again(): void
}

/** Milliseconds for an answer: the engine has it at hand. */
const patience = 8_000

export function createReadings(parts: {
  readonly clock: Clock
  readonly read: () => Promise<Health | undefined>
  /** Milliseconds. */
  readonly every: number
  readonly page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>
}): Readings {
  const { clock, page } = parts
  const [health, setHealth] = createSignal<Health>()
  const [state, setState] = createSignal<'reading' | 'read' | 'gone'>('reading')
  let cancel = () => {}
  /** Counts the readings: one that was given up says nothing any more. */
  let turn = 0

  async function read() {
    const mine = ++turn
    cancel()
    if (page.hidden) return
    const answer = parts.read().then((value) => ({ value }))
    const answered = await inTime(clock, patience, answer, undefined).catch(() => undefined)
    if (mine !== turn) return
    if (answered?.value) setHealth(answered.value)
    setState(answered ? 'read' : 'gone')
    cancel = clock.after(parts.every, read)
  }

  const turned = () => void read()
  page.addEventListener('visibilitychange', turned)
  onCleanup(() => {
    turn++
    cancel()
    page.removeEventListener('visibilitychange', turned)
  })
  void read()
  return { health, state, again: turned }
}
