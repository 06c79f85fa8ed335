import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connectEngine, type News } from '~/connect'
import type { Message } from '~/protocol/protocol'
import { signedIn } from './fixtures/session'
import { settled } from './settled'

const folder = 'http://localhost:5173/'
const session: Message = { kind: 'session', session: { state: 'signed-out', title: 'Minidesk' } }

/** An engine's thread: what pages tell it, and a way to answer. */
class Thread extends EventTarget {
  readonly heard: Record<string, unknown>[] = []
  onmessage: ((event: { data: Message }) => void) | null = null
  postMessage(message: Record<string, unknown>) {
    this.heard.push(message)
    if (!this.answers) return
    if (message.kind === 'hello') this.say(session)
    if (message.kind === 'ping') this.say({ kind: 'reply', id: Number(message.id) })
  }
  say(data: Message) {
    this.onmessage?.({ data })
  }
  terminated = false
  terminate() {
    this.terminated = true
  }
  answers: boolean
  constructor(answers: boolean) {
    super()
    this.answers = answers
  }
}

let shared: Thread[]
let dedicated: Thread[]
let page: EventTarget

/** A browser in which a SharedWorker is there and answers, is there and does not, or is not there. */
function browserWith(how: { shared?: boolean; dedicated: boolean }) {
  if (how.shared !== undefined) {
    const { shared: answers } = how
    vi.stubGlobal(
      'SharedWorker',
      class extends EventTarget {
        readonly port = new Thread(answers)
        constructor() {
          super()
          shared.push(this.port)
        }
      },
    )
  }
  vi.stubGlobal(
    'Worker',
    class extends Thread {
      constructor() {
        super(how.dedicated)
        dedicated.push(this)
      }
    },
  )
}

beforeEach(() => {
  shared = []
  dedicated = []
  page = new EventTarget()
  vi.stubGlobal('fetch', async () => new Response('script'))
  vi.stubGlobal('window', page)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a page that looks for the engine', () => {
  test('shares the one of the other tabs, says where it is, and hears the news', async () => {
    browserWith({ shared: true, dedicated: true })
    const news: News[] = []
    await connectEngine(folder, (one) => news.push(one))
    expect(shared[0]?.heard).toEqual([{ kind: 'hello', folder, id: 1 }])
    expect(dedicated).toEqual([])
    expect(news).toEqual([session])
  })

  test('takes its own when the shared one does not answer in a second', async () => {
    browserWith({ shared: false, dedicated: true })
    const line = connectEngine(folder, () => {})
    await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(999)
    expect(dedicated).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    await line
    expect(dedicated).toHaveLength(1)
    // The silent one is told that nobody listens any more.
    expect(shared[0]?.heard.map(({ kind }) => kind)).toEqual(['hello', 'bye'])
  })

  test('takes its own where the browser has no shared ones', async () => {
    browserWith({ dedicated: true })
    await connectEngine(folder, () => {})
    expect(dedicated).toHaveLength(1)
  })

  test('is told when none starts', async () => {
    browserWith({ shared: false, dedicated: false })
    const failed = expect(connectEngine(folder, () => {})).rejects.toThrow('did not start')
    await vi.advanceTimersByTimeAsync(16_000)
    await failed
    expect(dedicated[0]?.terminated).toBe(true)
  })

  test('is told at once when its own cannot be loaded', async () => {
    browserWith({ dedicated: false })
    const failed = expect(connectEngine(folder, () => {})).rejects.toThrow('did not start')
    await vi.advanceTimersByTimeAsync(0)
    dedicated[0]?.dispatchEvent(new Event('error'))
    await failed
  })

  test('waits for a slow network before it is impatient', async () => {
    browserWith({ shared: true, dedicated: true })
    let load = (_response: Response) => {}
    vi.stubGlobal('fetch', () => new Promise<Response>((done) => (load = done)))
    const line = connectEngine(folder, () => {})
    await vi.advanceTimersByTimeAsync(14_000)
    expect(shared).toHaveLength(0)
    load(new Response('script'))
    await line
    expect(shared).toHaveLength(1)
    expect(dedicated).toHaveLength(0)
  })

  test('does not wait for ever for a network that never answers', async () => {
    browserWith({ shared: true, dedicated: true })
    vi.stubGlobal('fetch', () => new Promise(() => {}))
    const line = connectEngine(folder, () => {})
    await vi.advanceTimersByTimeAsync(15_000)
    await line
    expect(shared).toHaveLength(1)
  })

  test('gives its own the time that a slow machine takes', async () => {
    browserWith({ dedicated: false })
    const line = connectEngine(folder, () => {})
    await vi.advanceTimersByTimeAsync(14_000)
    dedicated[0]?.say(session)
    await line
    expect(dedicated[0]?.terminated).toBe(false)
  })
})

describe('a page with an engine', () => {
  async function openPage() {
    browserWith({ dedicated: true })
    const lost = vi.fn()
    const line = await connectEngine(folder, () => {}, lost)
    const thread = dedicated[0] as Thread
    return { line, thread, lost }
  }
  const unknown = { failure: { kind: 'unreachable', outcome: 'unknown', cause: 'network' } }

  test('is told when it dies, and that what it asked perhaps happened', async () => {
    const { line, thread, lost } = await openPage()
    await vi.advanceTimersByTimeAsync(60_000)
    const asked = expect(line.ask('getMe', {})).rejects.toMatchObject(unknown)
    const leaving = expect(line.signOut()).rejects.toMatchObject(unknown)
    thread.answers = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(lost).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(5_000)
    await Promise.all([asked, leaving])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(lost).toHaveBeenCalledOnce()
  })

  test('is not told so after one late answer, nor after it came back as it was', async () => {
    const { thread, lost } = await openPage()
    thread.answers = false
    await vi.advanceTimersByTimeAsync(10_000)
    thread.say({ kind: 'reply', id: 0 })
    await vi.advanceTimersByTimeAsync(10_000)
    page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(lost).not.toHaveBeenCalled()
  })

  test('waits a quarter of an hour for an answer, and not for ever', async () => {
    const { line } = await openPage()
    let end: unknown
    line.ask('getMe', {}).catch((error) => {
      end = error
    })
    await vi.advanceTimersByTimeAsync(899_999)
    expect(end).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(end).toMatchObject({ failure: { ...unknown.failure, operation: 'getMe' } })
  })

  test('keeps it when something in it goes wrong', async () => {
    const { line, thread } = await openPage()
    thread.dispatchEvent(new Event('error'))
    const asked = line.ask('getMe', {})
    thread.say({ kind: 'reply', id: Number(thread.heard.at(-1)?.id), value: { id: 'ana' } })
    expect(await asked).toEqual({ id: 'ana' })
    expect(thread.terminated).toBe(false)
  })

  test('says for which sign-in it asks', async () => {
    const { line, thread } = await openPage()
    thread.say({ kind: 'session', session: signedIn({ login: 3 }) })
    void line.ask('getMe', {})
    expect(thread.heard.at(-1)).toMatchObject({ operation: 'getMe', login: 3 })
    thread.say(session)
    void line.ask('getMe', {})
    expect(thread.heard.at(-1)).toMatchObject({ login: undefined })
  })

  test('gets each answer for its own question, in whatever order they come', async () => {
    const { line, thread } = await openPage()
    const first = line.ask('getMe', {})
    const second = line.ask('getConversation', { conversationId: 'a' })
    const [, one, two] = thread.heard.map(({ id }) => Number(id))
    thread.say({ kind: 'reply', id: two ?? 0, value: { id: 'a' } })
    thread.say({ kind: 'reply', id: one ?? 0, value: { id: 'ana' } })
    expect(await Promise.all([first, second])).toEqual([{ id: 'ana' }, { id: 'a' }])
  })

  test('is told why something failed', async () => {
    const { line, thread } = await openPage()
    const asked = line.ask('getMe', {})
    const failure = { kind: 'signed-out', outcome: 'refused', operation: 'getMe' } as const
    thread.say({ kind: 'failed', id: Number(thread.heard.at(-1)?.id), failure })
    await expect(asked).rejects.toMatchObject({ failure })
  })

  test('says good-bye when it is left, and hello again when it comes back as it was', async () => {
    const { thread } = await openPage()
    const show = (persisted: boolean) =>
      page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
    show(false)
    page.dispatchEvent(new Event('pagehide'))
    show(true)
    await settled()
    // What it was told before is not known any more.
    expect(thread.heard.map(({ kind }) => kind)).toEqual(['hello', 'bye', 'hello', 'active'])
  })
})
