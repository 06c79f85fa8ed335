import { afterEach } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { control, logIn } from '../emulator/visitor'
import { settled } from '../settled'
import { createStage, type Page, type Stage, type StageOptions } from './stage'

/** Hours of a desk, by clocks that a test moves; the network is real. */
export interface Hours extends Stage {
  /** Lets time pass, in steps so short that nothing comes late, and everything come to rest. */
  pass(ms: number, step?: number): Promise<void>
  /** Somebody sets the wall clock; or the machine sleeps, with timers and counter standing still. */
  jump(ms: number): void
  /** Nothing is on the network, or on its way to a page. */
  rest(): Promise<void>
  now(): number
  /** Requests to the token endpoint that gave one, or did not. */
  tokenRequests(): Promise<number[]>
}

export const minute = 60_000
export const hour = 3_600_000

export type HoursOptions = Partial<StageOptions> & {
  /** Seconds of each token. */
  readonly lasting?: number
  /** Kept waiting on purpose: nobody comes to rest for it. */
  readonly isHeld?: (url: string) => boolean
}

export const rotated = { genesys: { switches: { publicRefreshToken: 'rotated' } } } as const

export const urlOf = (input: Parameters<typeof fetch>[0]) =>
  input instanceof Request ? input.url : String(input)

/** Genesys Cloud's own time is the true one. */
export async function openHours(given: HoursOptions = {}): Promise<Hours> {
  const { lasting, isHeld = () => false, ...options } = given
  const clock = createManualClock()
  let set = 0
  let busy = 0
  const network = options.fetch ?? fetch
  const stage = await createStage({
    ...options,
    clock: { ...clock, now: () => clock.now() + set },
    elapsed: clock.now,
    genesys: { clock, ...options.genesys },
    async fetch(input, init) {
      if (isHeld(urlOf(input))) return network(input, init)
      busy++
      try {
        const response = await network(input, init)
        await response
          .clone()
          .arrayBuffer()
          .catch(() => {})
        return response
      } finally {
        busy--
      }
    },
  })
  if (lasting) await control(stage.emulator, 'POST', '/tokens/duration', { seconds: lasting })

  async function rest() {
    for (let calm = 0; calm < 6; calm = busy === 0 ? calm + 1 : 0) await settled()
  }
  return {
    ...stage,
    rest,
    now: () => clock.now() + set,
    async pass(ms, step = minute / 2) {
      for (let left = ms; left > 0; left -= step) {
        clock.advance(Math.min(step, left))
        await rest()
      }
    },
    jump(ms) {
      set += ms
    },
    async tokenRequests() {
      return (await stage.requests('token')).map(({ status }) => status)
    },
  }
}

/** Signs in anew, on a desk that stands: by a window unless told. */
export async function signInAgain(
  { emulator }: Stage,
  page: Page,
  name = 'Ana Ruiz',
  how: 'window' | 'redirect' = 'window',
) {
  const begun = await page.send({ kind: 'begin', returnTo: '#/', how })
  const { url, transaction } = begun as { url: string; transaction?: never }
  const asked = Object.fromEntries(new URL(url).searchParams)
  const { location } = await logIn(emulator, name, 'allow', asked)
  const answer = location.search.slice(1)
  const done = await page.send({ kind: 'finish', answer, transaction: transaction ?? null })
  return { asked, transaction, done }
}

/** Opens desks for a test, one at a time, with somebody signed in. */
export function hoursOf(standard: HoursOptions = {}) {
  let hours: Hours
  afterEach(() => hours.stop())
  async function open(options: HoursOptions = {}) {
    hours = await openHours({ ...standard, ...options })
    return hours
  }
  async function openSignedIn(options: HoursOptions = {}) {
    await open(options)
    const page = await hours.page()
    await hours.signIn(page)
    await hours.rest()
    return page
  }
  return { open, openSignedIn, hours: () => hours }
}

/** What the page was told of sign-ins from now on. */
export function hearing(page: Page) {
  const from = page.messages.length
  return () =>
    page.messages.slice(from).flatMap((one) => (one.kind === 'session' ? [one.session] : []))
}
