/**
 * What the browser refuses because of a policy. Pages say so on their console; workers only to a debugger,
 * whom they also tell what was before it came.
 */
import type { BrowserContext, CDPSession, Page } from '@playwright/test'

export function isViolation(text: string): boolean {
  return /Content Security Policy|requires 'Trusted\w+' assignment|Permissions policy/i.test(text)
}

/** Follows all workers; what is called at the end answers what was refused in them. */
export function watchWorkers(context: BrowserContext): () => Promise<string[]> {
  const refused: string[] = []

  function listen(cdp: CDPSession, onAnswer?: () => void) {
    cdp.on('Target.receivedMessageFromTarget', (frame) => {
      const { id, method, params } = JSON.parse(frame.message)
      if (id === 2) onAnswer?.()
      if (method === 'Log.entryAdded' && isViolation(params.entry.text))
        refused.push(`in a worker: ${params.entry.text}`)
    })
  }

  async function enable(cdp: CDPSession, sessionId: string) {
    for (const [index, method] of ['Log.enable', 'Log.clear'].entries()) {
      const message = JSON.stringify({ id: index + 1, method })
      await cdp.send('Target.sendMessageToTarget', { sessionId, message })
    }
  }

  async function watchOwn(page: Page) {
    try {
      const cdp = await context.newCDPSession(page)
      listen(cdp)
      cdp.on('Target.attachedToTarget', ({ sessionId }) => enable(cdp, sessionId).catch(() => {}))
      const how = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false }
      await cdp.send('Target.setAutoAttach', how)
    } catch {
      // The page has closed meanwhile.
    }
  }
  context.on('page', (page) => page.once('worker', () => void watchOwn(page)))

  return async () => {
    // Not before: Chromium crashes when a shared worker ends while somebody watches what comes and goes.
    const cdp = await context.browser()?.newBrowserCDPSession()
    if (!cdp) throw new Error('no browser')
    const { targetInfos } = await cdp.send('Target.getTargets')
    for (const { type, targetId } of targetInfos) {
      if (type !== 'shared_worker') continue
      const told = new Promise<void>((resolve) => listen(cdp, resolve))
      const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false })
      await enable(cdp, sessionId)
      await told
    }
    return refused
  }
}
