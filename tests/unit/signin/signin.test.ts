import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Session, Transaction } from '~/protocol/protocol'
import { createSignIn, scrollBack } from '~/signin/signin'
import type { Storage } from '~/storage/storage'
import { createManualClock } from '../../manual-clock'
import { signedIn as standing } from '../fixtures/session'
import { settled } from '../settled'

const transaction: Transaction = {
  verifier: 'v',
  state: 's',
  site: 'This computer',
  login: 'http://localhost:4510',
  redirectUri: 'http://localhost:5173/callback.html',
  returnTo: '#/conversations/call-1',
  startedAt: 1,
}
const signedOut: Session = { state: 'signed-out', title: 'Minidesk' }
const signedIn: Session = standing()

let session: Map<string, string>
let left: string[]
let places: string[]
let page: EventTarget
let panes: { scrollTop: number }[]

beforeEach(() => {
  session = new Map()
  left = []
  places = []
  page = new EventTarget()
  panes = [{ scrollTop: 0 }, { scrollTop: 0 }]
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => session.get(key) ?? null,
    setItem: (key: string, value: string) => void session.set(key, value),
    removeItem: (key: string) => void session.delete(key),
  })
  vi.stubGlobal('location', {
    hash: '#/conversations/call-1',
    assign: (url: string) => left.push(url),
    replace: (url: string) => left.push(url),
  })
  vi.stubGlobal('document', { querySelectorAll: () => panes })
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, url: string) => places.push(url),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A page, with what the browser remembers of earlier visits. */
function openPage(
  remembered: Record<string, unknown> = {},
  change: Partial<Storage> = {},
  engineChange: { finish?: () => Promise<undefined>; begin?: () => Promise<never> } = {},
) {
  const clock = createManualClock()
  const kept = new Map<string, unknown>(Object.entries(remembered))
  const finished: unknown[][] = []
  const storage: Storage = {
    read: async (key) => kept.get(key),
    async keep(key, value) {
      kept.set(key, value)
      return true
    },
    empty: async () => kept.clear(),
    ...change,
  }
  const engine = {
    shared: true,
    active: () => {},
    begin: async ({ returnTo }: { returnTo: string }) => ({
      url: 'http://localhost:4510/oauth/authorize?x',
      transaction: { ...transaction, returnTo },
    }),
    async finish(...answer: unknown[]) {
      finished.push(answer)
      return undefined
    },
    read: () => Promise.reject(new Error('not asked for here')),
    places: async () => undefined,
    ...engineChange,
  }
  const signIn = createRoot(() => createSignIn({ engine, storage, clock, wish: '' }))
  return { clock, kept, finished, signIn }
}

describe('the panes of a desk', () => {
  test('are scrolled back to where they were before the way to the login page', async () => {
    const { signIn } = openPage()
    panes = [{ scrollTop: 0 }, { scrollTop: 340 }]
    void signIn.leaveSilently()
    await settled()
    panes = [{ scrollTop: 7 }, { scrollTop: 0 }]
    scrollBack()
    expect(panes.map(({ scrollTop }) => scrollTop)).toEqual([0, 340])
    expect([...session.keys()]).toEqual(['minidesk.transaction'])
  })

  test.each(['not json', '{}', 'null'])('stay where they are when %j was kept', (kept) => {
    session.set('minidesk.scroll', kept)
    panes = [{ scrollTop: 7 }]
    scrollBack()
    expect(panes).toEqual([{ scrollTop: 7 }])
  })
})

describe('a page that the login host sent back', () => {
  test('hands the answer over with its sign-in, once, keeps neither, and goes on where the agent was', () => {
    session.set('minidesk.answer', 'code=1&state=s')
    session.set('minidesk.transaction', JSON.stringify(transaction))
    const { signIn, finished } = openPage()
    signIn.resume()
    signIn.resume()
    expect(finished).toEqual([['code=1&state=s', transaction]])
    expect(session.size).toBe(0)
    expect(places).toEqual(['#/conversations/call-1'])
  })

  test.each(['not json', '{"verifier":1}', 'null', '[]'])(
    'with a broken sign-in (%s) hands over none',
    (text) => {
      session.set('minidesk.answer', 'code=1')
      session.set('minidesk.transaction', text)
      const { signIn, finished } = openPage()
      signIn.resume()
      expect(finished).toEqual([['code=1', null]])
      expect(places).toEqual([])
    },
  )

  test('never goes to a place that is not the desk’s own', () => {
    session.set('minidesk.answer', 'code=1')
    const returnTo = '//evil.example'
    session.set('minidesk.transaction', JSON.stringify({ ...transaction, returnTo }))
    const { signIn } = openPage()
    signIn.resume()
    expect(places).toEqual([])
  })

  test('does not leave again by itself, whatever the answer was', async () => {
    session.set('minidesk.answer', 'error=login_required')
    const { signIn } = openPage({ 'signed-in-here': true })
    signIn.resume()
    signIn.onSession(signedOut)
    await settled()
    expect(left).toEqual([])
    expect(signIn.deciding()).toBe(false)
  })

  test('with an answer that could not be kept says so, and takes the word of it out of the address', () => {
    vi.stubGlobal('location', { hash: '#lost' })
    const { signIn, finished } = openPage()
    signIn.resume()
    expect(finished).toEqual([['', null]])
    expect(places).toEqual(['#/'])
  })

  test('does not stumble over an engine that dies at it', async () => {
    session.set('minidesk.answer', 'code=1')
    const { signIn } = openPage({}, {}, { finish: () => Promise.reject(new Error('died')) })
    signIn.resume()
    await settled()
    expect(signIn.deciding()).toBe(true)
  })

  test('without an answer forgets a sign-in that was begun and given up', () => {
    session.set('minidesk.transaction', JSON.stringify(transaction))
    const { signIn, finished } = openPage()
    signIn.resume()
    expect(session.size).toBe(0)
    expect(finished).toEqual([])
  })
})

describe('a page that opens signed out', () => {
  test('leaves by itself, once a minute, when the agent was signed in here', async () => {
    const first = openPage({ 'signed-in-here': true })
    first.signIn.onSession(signedOut)
    await settled()
    expect(left).toHaveLength(1)
    expect(first.signIn.deciding()).toBe(true)
    expect(JSON.parse(session.get('minidesk.transaction') ?? '').returnTo).toBe(
      '#/conversations/call-1',
    )

    const again = openPage(Object.fromEntries(first.kept))
    again.clock.advance(59_999)
    again.signIn.onSession(signedOut)
    await settled()
    expect(left).toHaveLength(1)
    expect(again.signIn.deciding()).toBe(false)

    const later = openPage(Object.fromEntries(first.kept))
    later.clock.advance(60_000)
    later.signIn.onSession(signedOut)
    await settled()
    expect(left).toHaveLength(2)
  })

  test.each<[string, Record<string, unknown>, Partial<Storage>, Session]>([
    ['was never here', {}, {}, signedOut],
    ['was told why', { 'signed-in-here': true }, {}, { ...signedOut, problem: 'ended' }],
    ['cannot note the attempt', { 'signed-in-here': true }, { keep: async () => false }, signedOut],
  ])('waits for the agent when the browser %s', async (_what, remembered, change, first) => {
    const { signIn } = openPage(remembered, change)
    signIn.onSession(first)
    await settled()
    expect(left).toEqual([])
    expect(signIn.deciding()).toBe(false)
  })

  test('waits for the agent when it was signed in before, and was signed out', async () => {
    const { signIn, kept } = openPage()
    signIn.onSession(signedIn)
    await settled()
    expect(kept.get('signed-in-here')).toBe(true)
    signIn.onSession(signedOut)
    await settled()
    expect(left).toEqual([])
  })
})

describe('a browser’s store that never answers', () => {
  test.each(['read', 'keep'] as const)(
    'keeps nobody waiting longer than two seconds, and leads nowhere later (%s)',
    async (what) => {
      let answer = (_value: unknown) => {}
      const late = () =>
        new Promise<never>((resolve) => {
          answer = resolve as typeof answer
        })
      const { signIn, clock } = openPage({ 'signed-in-here': true }, { [what]: late })
      signIn.onSession(signedOut)
      await settled()
      clock.advance(1_999)
      expect(signIn.deciding()).toBe(true)
      clock.advance(1)
      expect(signIn.deciding()).toBe(false)
      answer(true)
      await settled()
      expect(left).toEqual([])
    },
  )
})

describe('leaving for the login page', () => {
  test('is over when the page goes: one that comes back from the back-forward cache has its button', async () => {
    const { signIn } = openPage()
    const leaving = signIn.leave()
    await settled()
    expect(left).toHaveLength(1)
    page.dispatchEvent(new Event('pagehide'))
    expect(await leaving).toBe('left')
  })

  test('that nobody asked for is over in the same way', async () => {
    const { signIn } = openPage({ 'signed-in-here': true })
    signIn.onSession(signedOut)
    await settled()
    expect(signIn.deciding()).toBe(true)
    page.dispatchEvent(new Event('pagehide'))
    await settled()
    expect(signIn.deciding()).toBe(false)
  })

  test('that does not come about in 15 seconds is said to be slow', async () => {
    const { signIn, clock } = openPage()
    const leaving = signIn.leave()
    await settled()
    clock.advance(15_000)
    expect(await leaving).toBe('slow')
  })

  test('does not begin where nothing can be kept: nobody could come back', async () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
    expect(await openPage().signIn.leave()).toBe('blocked')
    expect(left).toEqual([])
  })

  test('does not begin when the engine cannot prepare it', async () => {
    const begin = () => Promise.reject(new Error('no engine'))
    expect(await openPage({}, {}, { begin }).signIn.leave()).toBe('failed')
    expect(left).toEqual([])
  })
})
