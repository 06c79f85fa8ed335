/** The engine's own thread through the browser's debugger: what a page's tools do in a SharedWorker they do not reach. */
import { expect, type Page } from '@playwright/test'

type Told = (method: string, params: Record<string, unknown>) => void

export interface EngineThread {
  /** The thread is gone, as when its process crashes. */
  kill(): Promise<void>
  /** A command of the DevTools protocol, and its answer. */
  send(method: string, params?: object): Promise<Record<string, unknown>>
  onEvent(fn: Told): void
}

/** Attaches to the one engine of the page's browser context. */
export async function attachEngine(page: Page): Promise<EngineThread> {
  const context = page.context()
  const browser = context.browser()
  if (!browser) throw new Error('no browser')
  const { targetInfo: own } = await (await context.newCDPSession(page)).send('Target.getTargetInfo')
  const cdp = await browser.newBrowserCDPSession()
  const engines = async () => {
    const { targetInfos } = await cdp.send('Target.getTargets')
    return targetInfos.filter(
      ({ type, browserContextId }) =>
        type === 'shared_worker' && browserContextId === own.browserContextId,
    )
  }
  await expect.poll(async () => (await engines()).length).toBe(1)
  const targetId = (await engines())[0]?.targetId ?? ''
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false })

  let last = 0
  const waiting = new Map<number, (result: Record<string, unknown>) => void>()
  const listeners: Told[] = []
  cdp.on('Target.receivedMessageFromTarget', (frame) => {
    if (frame.sessionId !== sessionId) return
    const { id, result, method, params } = JSON.parse(frame.message)
    if (method) for (const tell of listeners) tell(method, params)
    else waiting.get(id)?.(result)
  })
  return {
    onEvent: (fn) => void listeners.push(fn),
    async kill() {
      // A debugger that is still attached would hold up the next one as it starts.
      await cdp.send('Target.detachFromTarget', { sessionId })
      await cdp.send('Target.closeTarget', { targetId })
    },
    send(method, params = {}) {
      const id = ++last
      const answered = new Promise<Record<string, unknown>>((resolve) => waiting.set(id, resolve))
      const message = JSON.stringify({ id, method, params })
      return cdp.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered)
    },
  }
}

/** Keeps the engine's WebSockets from opening until `on`; those that are open stay. */
export async function blockSockets(page: Page): Promise<{ on(): Promise<void> }> {
  const engine = await attachEngine(page)
  const conditions = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
  const rule = (offline: boolean) =>
    engine.send('Network.emulateNetworkConditionsByRule', {
      matchedNetworkConditions: [{ urlPattern: 'ws://*:*/*', offline, ...conditions }],
    })
  await engine.send('Network.enable')
  await rule(true)
  return { on: async () => void (await rule(false)) }
}
