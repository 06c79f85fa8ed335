import { type Hosts, type Json, redirectUri } from './visitor'

/** A page of the login host, or the application's address the browser was sent back to. */
export interface Page {
  /** 0: the application's. */
  readonly status: number
  readonly url: URL
  readonly text: string
}

export interface Browser {
  open(url: string): Promise<Page>
  /** Submits the page's form by the button of that name. */
  press(page: Page, button: string): Promise<Page>
}

/** As many as a browser follows. */
const redirectsMax = 20

function found(text: string, pattern: RegExp): readonly string[] {
  const match = pattern.exec(text)
  if (!match) throw new Error(`Not on the page: ${pattern}`)
  return match.slice(1)
}

/** Walks through the pages of the login host with a cookie of its own, and stops where they lead out of it. */
export function openBrowser({ login }: Pick<Hosts, 'login'>): Browser {
  let cookie = ''

  async function go(start: string, form?: URLSearchParams): Promise<Page> {
    let url = new URL(start, login)
    let init: RequestInit = form ? { method: 'POST', body: form } : {}
    for (let count = 0; count <= redirectsMax; count += 1) {
      if (url.origin !== login) return { status: 0, url, text: '' }
      const headers = { cookie }
      const response = await fetch(url, { ...init, redirect: 'manual', headers })
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
      const location = response.headers.get('location')
      if (location === null) return { status: response.status, url, text: await response.text() }
      url = new URL(location, url)
      init = {}
    }
    throw new Error('Too many redirects')
  }

  return {
    open: (url) => go(url),
    press({ text }, button) {
      const [action = ''] = found(text, /<form method="post" action="([^"]+)"/)
      const [transaction = ''] = found(text, /name="transaction" value="([^"]+)"/)
      const pattern = new RegExp(
        `<button[^>]* name="(\\w+)" value="([^"]+)"[^>]*>${button}</button>`,
      )
      const [name = '', value = ''] = found(text, pattern)
      return go(action, new URLSearchParams({ transaction, [name]: value }))
    },
  }
}

/** Names of the page's buttons. */
export function buttonsOf({ text }: Page): string[] {
  return [...text.matchAll(/<button[^>]*>([^<]+)<\/button>/g)].map(([, name = '']) => name)
}

/** The link of that name. */
export function linkOf({ text }: Page, name: string): string {
  const [href = ''] = found(text, new RegExp(`<a href="([^"]+)">${name}</a>`))
  return href.replaceAll('&amp;', '&')
}

/** Asks the token endpoint, as `id:secret` of HTTP Basic where one is given. */
export async function askToken(
  { login }: Pick<Hosts, 'login'>,
  form: Record<string, string>,
  basic?: string,
): Promise<{ status: number; body: Json; headers: Headers }> {
  const authorization = `Basic ${Buffer.from(basic ?? '').toString('base64')}`
  const response = await fetch(`${login}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    ...(basic !== undefined && { headers: { authorization } }),
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

/** What a code is exchanged with. */
export function codeForm(page: Pick<Page, 'url'>, more: Record<string, string> = {}) {
  const code = page.url.searchParams.get('code') ?? ''
  return { grant_type: 'authorization_code', redirect_uri: redirectUri, code, ...more }
}
