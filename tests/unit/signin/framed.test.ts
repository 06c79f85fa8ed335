import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerOf, createFramed } from '~/signin/framed'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

const origin = 'https://desk.example.com'
const message = { source: 'minidesk', answer: 'code=abc&state=xyz' }

/** A window as its opener sees it. */
class Opened {
  closed = false
  at: 'blank' | 'elsewhere' = 'blank'
  went: string[] = []
  close() {
    this.closed = true
  }
  get location() {
    const { at, went } = this
    return {
      replace: (url: string) => went.push(url),
      get href(): string {
        if (at === 'elsewhere') throw new DOMException('cross-origin', 'SecurityError')
        return 'about:blank'
      },
    }
  }
}

let page: EventTarget
let windows: Opened[]
let opens: boolean
let pressed: boolean

beforeEach(() => {
  page = new EventTarget()
  windows = []
  opens = pressed = true
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('location', { origin })
  vi.stubGlobal('navigator', { userActivation: { isActive: true } })
  vi.stubGlobal('window', {
    open() {
      Object.assign(navigator.userActivation, { isActive: false })
      if (!opens) return null
      const one = new Opened()
      windows.push(one)
      return one
    },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function openFrame(begin = async () => ({ url: 'https://login/authorize' })) {
  const clock = createManualClock()
  const sites: (string | undefined)[] = []
  const finished: unknown[][] = []
  const framed = createFramed({
    clock,
    engine: {
      shared: false,
      active() {},
      read: () => Promise.reject(new Error('not asked for here')),
      places: async () => undefined,
      begin({ site }) {
        sites.push(site)
        return begin()
      },
      async finish(...answer) {
        finished.push(answer)
        return { close: true, signedIn: true }
      },
    },
  })
  async function press(site?: string) {
    Object.assign(navigator.userActivation, { isActive: pressed })
    await framed.start(site)
  }
  function say(data: unknown, from: object | undefined = windows.at(-1), at = origin) {
    page.dispatchEvent(Object.assign(new Event('message'), { data, origin: at, source: from }))
  }
  return { clock, framed, finished, sites, press, say }
}

describe('a log-in in a window of a frame', () => {
  test('takes the answer of its own window from its own host, once', async () => {
    const { framed, finished, press, say } = openFrame()
    await press()
    expect(windows[0]?.went).toEqual(['https://login/authorize'])
    expect(framed.step()).toBe('waiting')
    say(message, {})
    say(message, windows[0], 'https://login')
    say({ ...message, source: 'other' })
    say({ token: 'abc' })
    expect(finished).toEqual([])
    say(message)
    say(message)
    expect(finished).toEqual([['code=abc&state=xyz', null]])
    await settled()
    expect(framed.step()).toBe('idle')
    say(message)
    expect(finished).toHaveLength(1)
  })

  test('hears nobody before a window was opened', () => {
    const { finished, say } = openFrame()
    say(message, undefined)
    expect(finished).toEqual([])
  })

  test('a window that is closed at the login page is noticed within a second', async () => {
    const { clock, framed, press } = openFrame()
    await press()
    const [one] = windows
    clock.advance(60_000)
    expect(framed.step()).toBe('waiting')
    one?.close()
    clock.advance(1_000)
    expect(framed.step()).toBe('gone')
    expect(clock.waiting).toBe(0)
  })

  test('a window that is cut off looks the same, and can be given up', async () => {
    const { clock, framed, press } = openFrame()
    await press()
    windows[0]?.close()
    clock.advance(1_000)
    expect(framed.step()).toBe('gone')
    framed.giveUp()
    expect(framed.step()).toBe('idle')
  })

  test('an answer that comes as the window closes is not missed', async () => {
    const { clock, finished, press, say } = openFrame()
    await press()
    windows[0]?.close()
    clock.advance(250)
    say(message)
    expect(finished).toHaveLength(1)
  })

  test.each([
    [true, 'sandboxed'],
    [false, 'blocked'],
  ] as const)('no window, with a press behind it (%s): %s', async (isPressed, step) => {
    const { framed, press } = openFrame()
    opens = false
    pressed = isPressed
    await press()
    expect(framed.step()).toBe(step)
  })

  test('what cannot be begun closes its window and says so; the next press goes to the same place', async () => {
    const begin = vi
      .fn(async () => ({ url: 'https://login/authorize' }))
      .mockRejectedValueOnce(new Error('no redirect URI'))
    const { framed, sites, press } = openFrame(begin)
    await press('Berlin')
    expect(framed.step()).toBe('failed')
    expect(windows[0]?.closed).toBe(true)
    await press()
    expect(sites).toEqual(['Berlin', 'Berlin'])
    expect(framed.step()).toBe('waiting')
  })

  test('a second press closes the first window, and is ignored while that one is being prepared', async () => {
    const { press, say, finished } = openFrame()
    const both = [press(), press()]
    await Promise.all(both)
    expect(windows).toHaveLength(1)
    await press()
    expect(windows.map(({ closed }) => closed)).toEqual([true, false])
    say(message, windows[0])
    expect(finished).toEqual([])
  })
})

test.each([null, 'code=a', 7, [], { source: 'minidesk' }, { ...message, answer: ['code=a'] }])(
  'what is no answer is none: %j',
  (data) => expect(answerOf(data)).toBeUndefined(),
)
test('an answer longer than the engine would take is none', () => {
  expect(answerOf({ ...message, answer: 'x'.repeat(4_096) })).toHaveLength(4_096)
  expect(answerOf({ ...message, answer: 'x'.repeat(4_097) })).toBeUndefined()
})
