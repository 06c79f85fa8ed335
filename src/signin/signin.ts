/**
 * The page's part of a redirect login: it keeps the sign-in while the tab is away at the login host,
 * hands the answer to the engine, and knows when a round trip may be made without being asked.
 */
import { type Accessor, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import {
  type Begin,
  type Begun,
  checkTransaction,
  type Places,
  type Readings,
  type Session,
  type Transaction,
} from '~/protocol/protocol'
import type { Storage } from '~/storage/storage'
import type { createFrame, Frame } from './frame'

/** The part of the engine that signs in. */
export interface Engine {
  /** Whether all tabs of the browser have the same. */
  readonly shared: boolean
  begin(begin: Omit<Begin, 'kind'>): Promise<Begun | undefined>
  finish(
    answer: string,
    transaction: Transaction | null,
  ): Promise<{ readonly close: boolean; readonly signedIn: boolean } | undefined>
  /** The agent has touched the desk; or, given `live`, nobody did: whether a conversation is live. */
  active(live?: boolean): void
  /** What has happened with sign-ins, or how everything fares. */
  read<Kind extends keyof Readings>(kind: Kind): Promise<Readings[Kind]>
  /** Where one can log in; `wish`: a place by its name, or the page's query. */
  places(wish: string | undefined): Promise<Places | undefined>
}

export type Leaving =
  /** Told when the page goes: it may come back from the back-forward cache. */
  | 'left'
  /** Still here after a while: the login page does not open. */
  | 'slow'
  /** Storage is blocked, so the page could not come back. */
  | 'blocked'
  /** The engine could not prepare it. */
  | 'failed'

/** Whether this page brings an answer for another one, and what came of it. */
export type Errand = 'none' | 'under-way' | 'done' | 'failed'

export interface SignIn {
  readonly engine: Engine
  /** In somebody else's page: no page leaves. */
  readonly frame: Frame | undefined
  /** The place that the page's own address names, if it does. */
  readonly wish: string
  /** Takes the login host's answer, when this page was opened by one. Before the first session is told. */
  resume(): void
  /** Leaves for the login page, or says why it stays. `site`: one of several places, by its name. */
  leave(site?: string): Promise<Leaving>
  /** Goes there and back unseen, if no other page is on its way. Comes back only when it stays. */
  leaveSilently(): Promise<void>
  /** Told who is signed in: remembers it, and brings back unseen what a reload has lost. */
  onSession(session: Session): void
  /** True until it is clear that the agent is needed to log in. */
  readonly deciding: Accessor<boolean>
  /** This page was opened to log in for another one: it brings the answer, and is done. */
  readonly errand: Accessor<Errand>
}

/** Kept for one hop by callback.html. */
const answerKey = 'minidesk.answer'
const transactionKey = 'minidesk.transaction'
const scrollKey = 'minidesk.scroll'
const signedInHere = 'signed-in-here'
const lastAttempt = 'last-automatic-log-in'
/** The engine's note that the desk is locked: a reload must not open it. */
const locked = 'locked'
/** Milliseconds between two round trips that nobody asked for: a login host that fails makes no loop. */
const quiet = 60_000
/** Milliseconds for what the browser keeps to be read. */
const patience = 2_000
/** Milliseconds for the login page to open. */
const slow = 15_000

export function createSignIn(parts: {
  readonly engine: Engine
  readonly storage: Storage
  readonly clock: Clock
  readonly wish: string
  readonly createFrame?: typeof createFrame | undefined
}): SignIn {
  const { engine, storage, clock } = parts
  const frame = parts.createFrame?.({ engine, clock })
  const [deciding, setDeciding] = createSignal(true)
  const [errand, setErrand] = createSignal<Errand>('none')
  /** A page that brought an answer, good or bad, does not leave again by itself; nor one that offers its button. */
  let stays = frame !== undefined
  /** Only a page that begins signed out may go and look; one that was signed out stays where it is. */
  let begun = false

  async function leave(site = parts.wish): Promise<Leaving> {
    try {
      const begun = await engine.begin({ returnTo: location.hash, how: 'redirect', site })
      if (!begun?.transaction) return 'failed'
      if (!keep(begun.transaction)) return 'blocked'
      location.assign(begun.url)
      return await new Promise((done) => {
        addEventListener('pagehide', () => done('left'), { once: true })
        clock.after(slow, () => done('slow'))
      })
    } catch {
      return 'failed'
    }
  }

  /** One round trip through the login host, when it will most likely bring the session back. */
  async function leaveQuietly() {
    // A store that another tab keeps shut, or a broken profile, never answers.
    const cancel = clock.after(patience, stay)
    const mayLeave = await mayLeaveQuietly()
    cancel()
    if (mayLeave && !stays) await leave()
    stay()
  }

  async function mayLeaveQuietly(): Promise<boolean> {
    if (stays || (await storage.read(signedInHere)) !== true) return false
    if ((await storage.read(locked)) === true) return false
    const last = await storage.read(lastAttempt)
    if (typeof last === 'number' && clock.now() - last < quiet) return false
    // Without a note of this attempt nothing would stop the next one.
    return storage.keep(lastAttempt, clock.now())
  }

  function stay() {
    stays = true
    setDeciding(false)
  }

  async function leaveSilently() {
    const begun = await engine
      .begin({ returnTo: location.hash, how: 'silent' })
      .catch(() => undefined)
    // Nobody asked for it, so no step of it is left in the history.
    if (begun?.transaction && keep(begun.transaction)) location.replace(begun.url)
  }

  return {
    engine,
    frame,
    wish: parts.wish,
    deciding,
    errand,
    leave: frame?.leave ?? leave,
    leaveSilently,
    resume() {
      if (frame) return
      const answer = take(answerKey)
      const transaction = checkTransaction(parse(take(transactionKey)))
      const lost = location.hash === '#lost'
      if (answer === undefined && !lost) return
      stays = true
      if (lost) history.replaceState(null, '', '#/')
      else if (transaction && isOwnRoute(transaction.returnTo))
        history.replaceState(null, '', transaction.returnTo)
      if (!transaction && !lost) setErrand('under-way')
      // What comes of it is told as the session; that the engine died, by the page.
      engine.finish(answer ?? '', lost ? null : transaction).then(
        (end) => {
          setErrand(end?.close ? (end.signedIn ? 'done' : 'failed') : 'none')
          if (end?.close) window.close()
        },
        () => setErrand('none'),
      )
    },
    onSession(session) {
      if (session.state === 'starting' || session.state === 'signing-in') return
      if (session.state === 'signed-in') void storage.keep(signedInHere, true)
      const mayLook = !begun && session.state === 'signed-out' && !session.problem
      begun = true
      if (mayLook) void leaveQuietly()
      else setDeciding(false)
    },
  }
}

/** A place within the desk, and nothing else. */
export function isOwnRoute(hash: string): boolean {
  return /^#\/(conversations\/[\w-]+|[a-z]{1,9})?$/.test(hash)
}

/** The panes that scroll, in the order of the page. */
const panes = () => [...document.querySelectorAll('[data-scrolls]')]

/** Back from the login page: each pane where it was. Once there is something in them. */
export function scrollBack(): void {
  const places: unknown = parse(take(scrollKey))
  if (!Array.isArray(places)) return
  panes().forEach((pane, index) => {
    pane.scrollTop = Number(places[index])
  })
}

function keep(transaction: Transaction): boolean {
  try {
    const places = panes().map(({ scrollTop }) => scrollTop)
    if (places.length > 0) sessionStorage.setItem(scrollKey, JSON.stringify(places))
    sessionStorage.setItem(transactionKey, JSON.stringify(transaction))
    return true
  } catch {
    return false
  }
}

/** Reads and removes: whoever comes second finds nothing. */
function take(key: string): string | undefined {
  try {
    const value = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return value ?? undefined
  } catch {
    return undefined
  }
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
