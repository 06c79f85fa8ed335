import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const src = fileURLToPath(new URL('../../src/', import.meta.url))

interface Import {
  readonly from: string
  readonly isType: boolean
}

interface File {
  /** Inside src, such as `engine/http.ts`. */
  readonly path: string
  /** The folder, or the name of a file at the root. */
  readonly room: string
  readonly code: string
  readonly imports: readonly Import[]
}

const importing =
  /^(?:import|export) (type )?[^'"]*? ?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm

function importsOf(code: string): Import[] {
  return [...code.matchAll(importing)].map(([, type, from, bare, later]) => ({
    from: from ?? bare ?? later ?? '',
    isType: type !== undefined,
  }))
}

const roomOf = (path: string) =>
  (path.includes('/') ? path : path.replace(/\.\w+$/, '')).split('/')[0] ?? ''

const files: readonly File[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const text = readFileSync(src + path, 'utf8')
    // Comments may name what code may not.
    const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
    return { path, room: roomOf(path), code, imports: importsOf(code) }
  })

/** What each room may import of the others: a whole room, one file of it, or only types of one. */
const table: Readonly<Record<string, readonly string[]>> = {
  // The language of the platform, the drawing kit, time and storage know nobody; what is said itself is in the desk's language.
  genesys: ['language'],
  ui: ['language'],
  clock: [],
  language: [],
  // The catalogs, and which of them is spoken.
  languages: ['language', 'clock', 'storage'],
  storage: [],
  // Runs before anything else in its page, and must not drag anything in.
  callback: [],
  popup: [],
  // Pure files. The engine tells the page what is wrong with config.json, hence the type.
  config: ['genesys', 'clock'],
  protocol: ['genesys', 'clock', 'type config'],
  ledger: ['genesys', 'clock', 'language', 'type protocol'],
  // The worker.
  engine: ['genesys', 'clock', 'storage', 'config', 'ledger', 'protocol'],
  // The page's door to it: it names the worker's address, and rejects with the platform's failures.
  connect: ['protocol', 'genesys/errors', 'engine/worker'],
  // Features: never the engine, never another feature's store.
  conversations: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  presence: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  directory: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  contacts: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  queues: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  notices: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  health: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  ring: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  // Colleagues are told live as in a transfer.
  team: [
    ...['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
    ...['transfer/live', 'type transfer/confidence', 'type transfer/destination'],
  ],
  day: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  phone: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  settings: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
  // Also checks what came back from sessionStorage, by the protocol's own check.
  signin: ['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'protocol'],
  // Also the pure files of the conversations they act on.
  transfer: [
    ...['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
    ...['conversations/conversation', 'conversations/controls', 'conversations/part'],
    ...['conversations/consult', 'conversations/parties', 'conversations/offer'],
    'conversations/transfers',
  ],
  wrapup: [
    ...['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
    ...['conversations/conversation', 'conversations/controls', 'conversations/own'],
    'conversations/given',
  ],
  // Finds whom to call as a transfer finds whom to send to.
  dial: [
    ...['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'type protocol'],
    ...['conversations/conversation', 'conversations/ended', 'conversations/placed'],
    ...['transfer/finder', 'transfer/finding', 'transfer/destination', 'transfer/number'],
    ...['transfer/check', 'transfer/DestinationPicker', 'transfer/DestinationRow'],
  ],
  // Where things meet: everything but the inside of the engine, and of the page's two doors.
  app: [
    ...['genesys', 'ui', 'storage', 'clock', 'language', 'ledger', 'protocol', 'config'],
    ...['conversations', 'team', 'phone', 'settings', 'day'],
    ...['transfer', 'wrapup', 'presence', 'queues', 'directory', 'contacts', 'signin', 'ring'],
    ...['notices', 'health', 'dial', 'languages'],
  ],
  main: ['app', 'clock', 'language', 'languages', 'connect', 'protocol', 'signin', 'storage'],
}

const isStyle = (from: string) => /\.(css|svg)(\?\w+)?$/.test(from)
const isOurs = (from: string) => from.startsWith('~/') || from.startsWith('.')
const workerAddress = './engine/worker.ts?worker&url'

function isAllowed({ room }: File, { from, isType }: Import): boolean {
  const path = from === workerAddress ? 'engine/worker' : from.replace(/^~\//, '')
  const rows = table[room] ?? []
  const fits = (row: string) => path === row || path.startsWith(`${row}/`)
  return rows.some((row) => {
    const only = /^type (.*)$/.exec(row)?.[1]
    return only === undefined ? fits(row) : isType && fits(only)
  })
}

function broken(isBroken: (file: File, one: Import) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ from }) => isOurs(from) && !isStyle(from))
      .filter((one) => isBroken(file, one))
      .map(({ from, isType }) => `${file.path} ← ${isType ? 'type ' : ''}${from}`),
  )
}

const isInside = (from: string) => from.startsWith('./') && from !== workerAddress

describe('who may import whom', () => {
  test('every room of the source is in the table, and every row has a room', () => {
    const rooms = new Set(files.map(({ room }) => room))
    expect([...rooms].sort()).toEqual(Object.keys(table).sort())
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(100)
  })

  test('a room imports only what its row allows', () => {
    expect(broken((file, one) => !isInside(one.from) && !isAllowed(file, one))).toEqual([])
  })

  test('inside a room files name each other by ./file, and nothing climbs with ../', () => {
    const wrong = broken(({ room, path }, { from }) => {
      if (from.includes('..')) return true
      // At the root there is no room to be inside of.
      if (isInside(from)) return !path.includes('/') || from.slice(2).includes('/')
      return from.startsWith(`~/${room}/`)
    })
    expect(wrong).toEqual([])
  })

  test('no file gathers others to hand them on, but those that are a chunk of their own', () => {
    const barrels = files.filter(({ path, code }) => {
      return /(^|\/)index\.tsx?$/.test(path) || /^export (\*|\{[^}]*\}) from/m.test(code)
    })
    expect(barrels.map(({ path }) => path)).toEqual([
      'app/later.ts',
      'app/work.ts',
      'signin/seldom.ts',
    ])
  })
})

/** The doors to the browser: what may be named, and by whom. */
const doors: readonly [what: string, pattern: RegExp, by: readonly string[]][] = [
  // Two words of what the page looks like: read before anything is painted, when nothing else can be.
  ['localStorage', /\blocalStorage\b/, ['storage/look.ts']],
  [
    'sessionStorage',
    /\bsessionStorage\b/,
    ['signin/signin.ts', 'signin/framed.ts', 'signin/away.ts', 'callback.ts'],
  ],
  ['cookies', /\bdocument\.cookie\b/, []],
  // The browser's own; the engine's other files use the one that was handed to them.
  // The page's own loads the engine's script, ahead of starting it.
  [
    'fetch',
    /\bfetch\(/,
    ['engine/worker.ts', 'engine/configuration.ts', 'engine/oauth.ts', 'connect.ts'],
  ],
  ['fetch of the global object', /\b(globalThis|self|window)\.fetch\(/, []],
  ['WebSocket', /\bnew WebSocket\b/, ['engine/worker.ts']],
  ['other ways out', /\b(XMLHttpRequest|EventSource|sendBeacon|RTCPeerConnection)\b/, []],
  ['HTML made of text', /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/, []],
  ['code made of text', /\beval\(|\bnew Function\b/, []],
  ['the console', /\bconsole\b/, []],
  ['Date.now', /\bDate\.now\b/, ['clock.ts']],
  ['timers', /\b(setTimeout|setInterval)\(/, ['clock.ts', 'connect.ts']],
  [
    'the network',
    /\bnavigator\.onLine\b/,
    ['app/ConnectionBanner.tsx', 'app/quiet.ts', 'main.tsx'],
  ],
  ['windows', /\bwindow\.(open|close)\(/, ['signin/signin.ts', 'signin/window.ts', 'popup.ts']],
  [
    'other tabs',
    /\bBroadcastChannel\b/,
    ['app/others.ts', 'app/status.ts', 'storage/tabs.ts', 'ring/tabs.ts'],
  ],
  [
    'locks',
    /\bnavigator\.locks\b/,
    ['storage/claim.ts', 'storage/pages.ts', 'ring/tabs.ts', 'ring/eyes.ts'],
  ],
  ['sound', /\bnew Audio(Context)?\b/, ['ring/player.ts', 'ring/devices.ts']],
  ['notifications', /\bnew Notification\b/, ['notices/desktop.ts']],
  ['chance', /\bMath\.random\b/, ['engine/worker.ts']],
]

describe('doors to the browser', () => {
  test.each(doors)('%s: only where it is meant to be', (_what, pattern, by) => {
    const users = files.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
    expect(users.filter((path) => !by.includes(path))).toEqual([])
    expect(by.filter((path) => !users.includes(path))).toEqual([])
  })

  test('the fetch of configuration.ts is the one handed in', () => {
    const engine = files.find(({ path }) => path === 'engine/configuration.ts')
    expect(engine?.code.match(/\bfetch\(/g)).toHaveLength(1)
    expect(engine?.code).toMatch(/function readConfig\(\{[^}]*\bfetch\b[^}]*\}: ConfigParts\)/)
  })
})
