/**
 * The page's part of a redirect login: it keeps the sign-in while the tab is away at the login host,
 * hands the answer to the engine, and knows when a round trip may be made without being asked.
 */
import type { Clock } from '~/clock'
import { checkTransaction, type Session, type Transaction } from '~/protocol'
import type { Storage } from '~/storage'

/** The part of the engine that signs in. */
interface Engine {
  begin(returnTo: string): Promise<{ url: string; transaction: Transaction }>
  finish(answer: string, transaction: Transaction | null): Promise<void>
}

export interface SignIn {
  /** Takes the login host's answer, when this page was opened by one. */
  resume(): Promise<void>
  /** Leaves for the login page. False: storage is blocked, so it could not come back. */
  leave(): Promise<boolean>
  /** Leaves without being asked, when that will most likely bring the session back unseen. */
  leaveQuietly(): Promise<boolean>
  /** Remembers that someone is signed in here, or that nobody is. */
  remember(session: Session): void
}

/** Kept for one hop by callback.html. */
const answerKey = 'minidesk.answer'
const transactionKey = 'minidesk.transaction'
const signedInHere = 'signed-in-here'
const lastAttempt = 'last-automatic-log-in'
/** Milliseconds between two round trips that nobody asked for: a login host that fails makes no loop. */
const quiet = 60_000

export function createSignIn(parts: {
  readonly engine: Engine
  readonly storage: Storage
  readonly clock: Clock
}): SignIn {
  const { engine, storage, clock } = parts
  /** A page that brought an answer, good or bad, does not leave again by itself. */
  let answered = false

  async function leave(): Promise<boolean> {
    const { url, transaction } = await engine.begin(location.hash)
    if (!keep(transaction)) return false
    location.assign(url)
    return true
  }

  return {
    leave,
    async resume() {
      const answer = take(answerKey)
      const kept = take(transactionKey)
      if (answer === undefined) return
      answered = true
      const transaction = checkTransaction(parse(kept))
      await engine.finish(answer, transaction)
      if (transaction && isOwnRoute(transaction.returnTo)) location.hash = transaction.returnTo
    },
    async leaveQuietly() {
      if (answered || (await storage.read(signedInHere)) !== true) return false
      const last = await storage.read(lastAttempt)
      if (typeof last === 'number' && clock.now() - last < quiet) return false
      // Without a note of this attempt nothing would stop the next one.
      if (!(await storage.keep(lastAttempt, clock.now()))) return false
      return leave()
    },
    remember(session) {
      if (session.state === 'signed-in') void storage.keep(signedInHere, true)
    },
  }
}

/** A place within the desk, and nothing else. */
export function isOwnRoute(hash: string): boolean {
  return /^#\/(conversations\/[\w-]+)?$/.test(hash)
}

function keep(transaction: Transaction): boolean {
  try {
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
