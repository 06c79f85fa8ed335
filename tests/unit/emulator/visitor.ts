import { createHash, randomBytes } from 'node:crypto'
import WebSocket from 'ws'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../contract/emulator'

export type { Emulator } from '../../contract/emulator'

export const redirectUri = 'http://localhost:5173/callback.html'
export const verifier = randomBytes(32).toString('base64url')
export const challenge = createHash('sha256').update(verifier).digest('base64url')

/** An emulator for one test, stopped when the test is over. */
export async function withEmulator(
  test: (emulator: Emulator) => Promise<void>,
  options?: EmulatorOptions,
): Promise<void> {
  const emulator = await startEmulator(options)
  try {
    await test(emulator)
  } finally {
    await emulator.stop()
  }
}

/** Where a visitor goes: an emulator, or what stands for it in a journey. */
export type Hosts = Pick<Emulator, 'login' | 'api'>

export function authorizeUrl(emulator: Hosts, change: Record<string, string> = {}): string {
  const params = new URLSearchParams({
    client_id: 'minidesk-local',
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'somewhere',
    ...change,
  })
  return `${emulator.login}/oauth/authorize?${params}`
}

function field(page: string, pattern: RegExp): string {
  const value = pattern.exec(page)?.[1]
  if (value === undefined) throw new Error(`Not on the page: ${pattern}`)
  return value
}

function form(body: Record<string, string>, cookie?: string): RequestInit {
  return {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(body),
    ...(cookie && { headers: { cookie } }),
  }
}

/** Walks through login, and consent when it is asked for; answers where it ends, and the cookie got on the way. */
export async function logIn(
  emulator: Hosts,
  name = 'Ana Ruiz',
  decision: 'allow' | 'deny' = 'allow',
  change: Record<string, string> = {},
): Promise<{ location: URL; cookie: string }> {
  const loginPage = await (await fetch(authorizeUrl(emulator, change))).text()
  const chosen = await fetch(
    `${emulator.login}/oauth/login`,
    form({
      transaction: field(loginPage, /name="transaction" value="([^"]+)"/),
      user: field(loginPage, new RegExp(`value="([^"]+)"[^>]*>${name}</button>`)),
    }),
  )
  const cookie = (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const arrived = chosen.headers.get('location')
  if (arrived !== null) return { location: new URL(arrived), cookie }
  const consentPage = await chosen.text()
  const transaction = field(consentPage, /name="transaction" value="([^"]+)"/)
  const answer = await fetch(
    `${emulator.login}/oauth/consent`,
    form({ transaction, decision }, cookie),
  )
  return { location: new URL(answer.headers.get('location') ?? ''), cookie }
}

export function exchange(
  emulator: Hosts,
  code: string,
  change: Record<string, string> = {},
): Promise<Response> {
  const body = {
    grant_type: 'authorization_code',
    client_id: 'minidesk-local',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
    ...change,
  }
  return fetch(`${emulator.login}/oauth/token`, form(body))
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely, as a test does
export type Json = any

export interface Visitor {
  readonly userId: string
  readonly token: string
  /** Asks the API; bodies are sent as JSON. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>
}

/** An agent with a token. */
export async function signIn(
  emulator: Hosts,
  name = 'Ana Ruiz',
  change: Record<string, string> = {},
): Promise<Visitor> {
  const { location } = await logIn(emulator, name, 'allow', change)
  const answer = await exchange(emulator, location.searchParams.get('code') ?? '', change)
  const { access_token: token } = await answer.json()
  const ask = askWith(emulator, token)
  const { body } = await ask('GET', '/users/me')
  return { userId: body.id, token, ask }
}

/** Asks the API with a token. */
export function askWith(emulator: Hosts, token: string): Visitor['ask'] {
  return async (method, path, body) => {
    const response = await fetch(`${emulator.api}/api/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
}

/** Calls the control API. */
export async function control(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${emulator.control}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

export interface Listener {
  readonly frames: Json[]
  readonly closed: Promise<number>
  send(text: string): void
  close(): void
  /** The first frame, past or to come, that fits. */
  next(isWanted: (frame: Json) => boolean): Promise<Json>
}

/** Subscribes to the visitor's topics and listens. */
export async function listenTo(visitor: Visitor, suffixes: readonly string[]): Promise<Listener> {
  const { body: channel } = await visitor.ask('POST', '/notifications/channels')
  const topics = suffixes.map((suffix) => ({ id: `v2.users.${visitor.userId}.${suffix}` }))
  await visitor.ask('PUT', `/notifications/channels/${channel.id}/subscriptions`, topics)
  return openSocket(channel.connectUri)
}

export async function openSocket(uri: string): Promise<Listener> {
  const socket = new WebSocket(uri)
  const frames: Json[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    for (const look of waiting) look()
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.on('open', () => resolve())
    socket.on('error', reject)
  })
  return {
    frames,
    closed,
    send: (text) => socket.send(text),
    close: () => socket.close(),
    next: (isWanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = frames.find(isWanted)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
