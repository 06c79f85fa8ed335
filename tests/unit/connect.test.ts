import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connectEngine, type News } from '~/connect'
import type { Message } from '~/protocol'
import { settled } from './settled'

const folder = 'http://localhost:5173/'
const session: Message = { kind: 'session', session: { state: 'signed-out', title: 'Minidesk' } }

/** An engine's thread: what pages tell it, and a way to answer. */
class Thread extends EventTarget {
  readonly heard: Record<string, unknown>[] = []
  onmessage: ((event: { data: Message }) => void) | null = null
  postMessage(message: Record<string, unknown>) {
    this.heard.push(message)
    if (this.answers) this.say(session)
  }
  say(data: Message) {
    this.onmessage?.({ data })
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
    await vi.advanceTimersByTimeAsync(2_000)
    await failed
  })
})

describe('a page with an engine', () => {
  async function openPage() {
    browserWith({ dedicated: true })
    const line = await connectEngine(folder, () => {})
    const thread = dedicated[0] as Thread
    return { line, thread }
  }

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
    expect(thread.heard.map(({ kind }) => kind)).toEqual(['hello', 'bye', 'hello'])
  })
})
