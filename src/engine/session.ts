/**
 * The sign-in of one browser, from the log-in to its end: who it is, how it is renewed, when it locks, and
 * what waits when it has ended. Loaded when somebody logs in: an engine that nobody has logged in to needs
 * none of it.
 */
import { type Clock, inTime } from '~/clock'
import { type Config, redirectUriFor } from '~/config/config'
import type { Site } from '~/config/site'
import { Failed } from '~/genesys/errors'
import { type OperationName, operations } from '~/genesys/operations'
import type { Begin, Begun, Numbered, Places, Session, SignInProblem, TrailEntry } from '~/protocol'
import { placeKey, type Storage } from '~/storage'
import { type Channel, type ChannelParts, createChannel } from './channel'
import { type Bearer, createHttp, type Http, type HttpParts, refusal } from './http'
import { askWho, idOf, readIdleLimit, readLacking, whoParams } from './identity'
import { createIdleLock } from './lock'
import { beginSignIn, finishSignIn, refreshTokens, siteOf } from './oauth'
import { createParking } from './parking'
import { chooseSite, placesOf } from './places'
import { createRenewal, dueBefore, standingOf } from './renewal'
import type { OpenSocket } from './socket'
import type { Throttle } from './throttle'
import { createTrail } from './trail'
import { createVault, type Tokens } from './vault'
import { createWindows } from './windows'

export interface SessionParts {
  readonly clock: Clock
  readonly elapsed: () => number
  readonly random: () => number
  readonly fetch: typeof globalThis.fetch
  readonly storage: Storage
  readonly config: Config
  readonly throttle: Throttle
  readonly http: Http
  readonly openSocket: OpenSocket
  readonly onSession: (session: Session) => void
  readonly onConnection: ChannelParts['onConnection']
  readonly onEvent: ChannelParts['onEvent']
}

type Ask = Extract<Numbered, { kind: 'ask' }>
type Finish = Extract<Numbered, { kind: 'finish' }>

export interface Keeper extends Bearer {
  readonly channel: Channel
  site(): Site
  begin(request: Begin, folder: string): Promise<Begun | undefined>
  /** `close`: the page that brought the answer was opened for that alone. */
  finish(request: Finish): Promise<{ close: boolean }>
  ask(request: Ask): Promise<unknown>
  /** Somebody touched the desk. */
  touch(): void
  /** Time has passed, perhaps much of it: the machine may have slept. */
  look(): void
  trail(): Promise<readonly TrailEntry[]>
  places(wish: string | undefined): Promise<Places>
  /** Answers where the login host forgets the agent too. */
  signOut(folder: string): Promise<string | undefined>
}

/** Milliseconds that sign-out waits for the token to be revoked. */
const revocationLife = 4_000
/** Milliseconds that a request waits for a renewal. */
const renewalLife = 15_000
/** Milliseconds: who is refused so soon after a renewal is not helped by another. */
const young = 60_000
/** Milliseconds in which one page at a time goes to the login host unasked. */
const silentLife = 60_000
/** Milliseconds for the place of the last time to be read. */
const readLife = 2_000
const hour = 3_600_000
const lockedKey = 'locked'

export function createKeeper(parts: SessionParts): Keeper {
  const { clock, config, throttle, http, storage } = parts
  const trail = createTrail(storage, clock.now)
  const vault = createVault(clock, parts.elapsed)
  const parking = createParking(clock)
  const windows = createWindows(clock)
  const lock = createIdleLock(clock, lockChanged)
  const channel = createChannel({
    ...parts,
    allowsSocket: (url) => site.environment.allowsSocket(url),
  })
  const renewal = createRenewal({
    clock,
    random: parts.random,
    vault,
    refresh: (refreshToken) => refreshTokens(site, refreshToken, parts),
    onTokens: renewed,
    onRefused() {
      trail.note('renewal-refused')
      look()
    },
  })
  /** The latest sign-ins that were finished, by their state. */
  let used: readonly string[] = []
  let site = config.sites[0]
  let login = 0
  /** A sign-in that was under way when somebody signed out leaves nothing behind. */
  let signOuts = 0
  let signedIn = false
  /** Why nothing can be asked although the desk stands. */
  let ended: SignInProblem | undefined
  /** What went wrong when the agent last tried to sign in again. */
  let problem: SignInProblem | undefined
  /** Asked beside the log-in, for the desk's first question. */
  let who: Promise<unknown> | undefined
  let myId: string | undefined
  let exchanging = 0
  let lacking: readonly string[] = []
  /** When the agent last showed up at the login host. */
  let shownAt = 0
  let renewedAt = Number.NEGATIVE_INFINITY
  /** The token that was refused, while another is being had. */
  let refusedToken: string | undefined
  let silentUntil = 0
  let silentFailed = false
  let checking: Promise<void> | undefined
  let jitter = 0
  let cancelLook = () => {}

  // ── what is told ──

  function tell() {
    if (!signedIn) return
    const { title } = config
    const state = { state: 'signed-in', title, login, standing: standing() } as const
    parts.onSession({ ...state, lock: lock.state(), lacking })
  }

  function standing() {
    if (ended) return { state: 'ended', problem: problem ?? ended } as const
    const [left, life] = [vault.left() ?? 0, vault.life()]
    const renews = vault.refreshToken() !== undefined && !renewal.failing()
    const now = standingOf(clock.now(), left, life, dueBefore(life, jitter), renews)
    if (now.state !== 'ending') return now
    return { ...now, due: now.due && !silentFailed, ...(problem ? { problem } : {}) }
  }

  function lockChanged() {
    const { state } = lock.state()
    if (state === 'locked') trail.note('locked')
    // A reload must not open it where the engine does not outlive one.
    void storage.keep(lockedKey, state === 'locked')
    tell()
  }

  function end(why?: SignInProblem) {
    signedIn = false
    forget()
    channel.stop()
    throttle.clear()
    lock.stop()
    parking.release(false)
    const { title, sites } = config
    const several = sites.length > 1 ? { sites: sites.map(({ name }) => name) } : {}
    parts.onSession({ state: 'signed-out', title, ...several, ...(why ? { problem: why } : {}) })
  }

  function forget() {
    vault.forget()
    renewal.reset()
    cancelLook()
    refusedToken = undefined
  }

  /** The desk stays, and says so; what was read is shown, and nothing new is asked. */
  function endInPlace(why: SignInProblem) {
    trail.note('ended', why)
    forget()
    ended = why
    problem = undefined
    channel.suspend()
    tellStanding()
  }

  // ── tokens ──

  function keep(tokens: Tokens) {
    vault.keep(tokens)
    jitter = parts.random()
    refusedToken = undefined
    ended = problem = undefined
    silentFailed = false
    silentUntil = 0
    look()
  }

  function renewed(tokens: Tokens) {
    renewedAt = clock.now()
    trail.note('renewed')
    keep(tokens)
    void channel.renew()
  }

  /** Somebody's new desk. */
  function adopt(tokens: Tokens, at: Site, shown: boolean) {
    channel.stop()
    forget()
    signedIn = true
    site = at
    login++
    lacking = []
    myId = undefined
    shownAt = clock.now()
    lock.stop()
    keep(tokens)
    trail.note('signed-in')
    const mine = login
    // All at once, and beside what the desk reads: none of them needs another.
    who = askWho(http)
    who.then(
      (answer) => knowMe(answer, mine),
      () => {},
    )
    channel.prepare()
    void readLacking(http, trail).then((found) => {
      if (mine !== login || found.length === 0) return
      lacking = found
      tell()
    })
    void readIdleLimit(http, config, trail).then((limit) => {
      if (mine === login && signedIn) lock.limit(limit)
    })
    void storage.read(lockedKey).then((locked) => {
      if (mine !== login || locked !== true) return
      if (shown) void storage.keep(lockedKey, false)
      else lock.close()
    })
  }

  function knowMe(answer: unknown, of: number) {
    if (of === login) myId = idOf(answer)
  }

  /** The same agent's desk goes on. */
  function resume(tokens: Tokens, shown: boolean) {
    trail.note('signed-in-again')
    const old = vault.token()
    renewal.reset()
    keep(tokens)
    if (shown) shownAt = clock.now()
    if (shown) lock.open()
    parking.release(true)
    void channel.renew().then(() => (old ? revoke(old, site) : undefined))
  }

  const httpOf = (token: string, at: Site) =>
    createHttp({
      ...(parts satisfies Pick<HttpParts, 'clock' | 'throttle' | 'fetch'>),
      api: () => at.environment.api,
      bearer: { login: () => 0, token: () => token, ready: () => undefined, refused: () => {} },
    })

  /** What is not needed any more must not be left to be found. */
  async function revoke(token: string, at: Site) {
    await httpOf(token, at)
      .call('revokeToken', {})
      .catch(() => {})
  }

  /** Looks whether the time has come for anything. */
  function look() {
    cancelLook()
    const left = vault.left()
    if (!signedIn || left === undefined) return
    if (left > 0 && clock.now() - shownAt >= config.sessionHours * hour)
      return endInPlace('too-long')
    const renews = vault.refreshToken() !== undefined
    const due = dueBefore(vault.life(), jitter)
    if (renews && left <= due) void renewal.renew()
    if (!renews && left <= 0) {
      // Both clocks say so; or one was set, or stood still, and Genesys Cloud knows better.
      if ((vault.leftSurely() ?? 0) <= 0) return endInPlace('ended')
      void check()
    }
    const next = [left, left - due, left - 600_000].filter((ms) => ms > 0)
    cancelLook = clock.after(Math.min(60_000, ...next), look)
    tellStanding()
  }

  let told = ''
  function tellStanding() {
    const now = JSON.stringify([login, standing()])
    if (now === told) return
    told = now
    tell()
  }

  /** Asks whether the token is still taken, without keeping an idle one alive. */
  function check(): Promise<void> {
    const token = vault.token() ?? ''
    checking ??= httpOf(token, site)
      .call('getToken', { preserveIdleTTL: 'true' })
      .then(
        () => token === vault.token() && vault.takenStill(),
        (error: unknown) => {
          const refused = error instanceof Failed && error.failure.kind === 'signed-out'
          if (refused && token === vault.token()) endInPlace('ended')
        },
      )
      .then(() => {
        checking = undefined
      })
    return checking
  }

  // ── requests ──

  function none(operation: OperationName): Failed {
    return new Failed({ kind: 'signed-out', outcome: 'refused', operation })
  }

  function ready(operation: OperationName, left: number): Promise<void> | undefined {
    if (!signedIn) throw none(operation)
    const isRead = operations[operation].access === 'read'
    if (ended) {
      if (!isRead) throw none(operation)
      return parking.wait().then((goOn) => {
        if (!goOn) throw none(operation)
        return ready(operation, left)
      })
    }
    const over = (vault.left() ?? 0) <= 0
    if (!over && refusedToken !== vault.token()) return undefined
    if (vault.refreshToken() === undefined) {
      look()
      return ended ? ready(operation, left) : checking
    }
    return inTime(clock, Math.min(left, renewalLife), renewal.renew(), false).then((had) => {
      if (had) return
      if (ended || !signedIn) return ready(operation, left)
      // Not sent, for want of a token that the network did not bring: no sign-in has ended.
      throw new Failed(
        isRead
          ? { kind: 'unreachable', outcome: 'unknown', cause: 'network', operation }
          : { kind: 'expired', outcome: 'refused', operation },
      )
    })
  }

  // ── log-in ──

  /** A sign-in that stands goes on where it is. */
  async function placeFor(wish: string | undefined): Promise<Site> {
    if (signedIn || config.sites.length === 1) return site
    const remembered = inTime(clock, readLife, storage.read(placeKey), undefined)
    return chooseSite(config.sites, wish, await remembered)
  }

  function failed(why: SignInProblem) {
    trail.note('sign-in-failed', why)
    if (!signedIn) return end(why)
    problem = why
    tell()
  }

  async function finish({ answer, transaction: brought }: Finish): Promise<{ close: boolean }> {
    const transaction = brought ?? windows.take(answer)
    const done = { close: !brought && transaction !== undefined }
    // An old answer that comes again ends no sign-in that stands, and none that is under way.
    if (!transaction) {
      if (!signedIn && exchanging === 0) failed('lost')
      return done
    }
    // Used up before the request goes out: a code is exchanged once, whoever brings it again.
    if (used.includes(transaction.state)) return done
    used = [transaction.state, ...used].slice(0, 99)
    const { prompt } = transaction
    if (prompt === 'none') silentUntil = 0
    const before = signOuts
    if (!signedIn) parts.onSession({ state: 'signing-in', title: config.title })
    exchanging++
    const result = await finishSignIn(config, transaction, answer, parts)
    exchanging--
    const at = siteOf(config, transaction)
    if (before !== signOuts) {
      if ('token' in result && at) await revoke(result.token, at)
      return done
    }
    if ('problem' in result || !at) {
      // Nobody asked for it, and nobody needs to hear of it: the banner is there in time.
      if (prompt === 'none' && signedIn) silentFailed = true
      failed('problem' in result ? result.problem : 'mismatch')
    } else await accept(result, at, prompt)
    return done
  }

  async function accept(
    tokens: Tokens,
    at: Site,
    prompt: 'login' | 'none' | undefined,
  ): Promise<void> {
    const shown = prompt === 'login'
    if (tokens.token === vault.token()) return
    if (!signedIn) return adopt(tokens, at, shown)
    const [before, current] = [signOuts, login]
    await who?.catch(() => {})
    const theirs = await askWho(httpOf(tokens.token, at)).then(idOf, () => undefined)
    if (before !== signOuts) return revoke(tokens.token, at)
    if (current !== login) return accept(tokens, at, prompt)
    const old = vault.token()
    if (myId !== undefined && myId === theirs && at === site) return resume(tokens, shown)
    if (theirs === undefined) {
      // Whose it is cannot be read: nobody's desk is given to somebody else.
      failed('login-unreachable')
      return revoke(tokens.token, at)
    }
    // Somebody else: nothing of the one before stays.
    if (old) void revoke(old, site)
    parking.release(false)
    await storage.empty()
    trail.forget()
    adopt(tokens, at, shown)
  }

  return {
    channel,
    site: () => site,
    login: () => login,
    token: () => vault.token(),
    ready,
    refused(token) {
      if (token !== vault.token()) return
      trail.note('token-refused')
      const again = vault.refreshToken() && clock.now() - renewedAt > young
      if (!again) return endInPlace('ended')
      refusedToken = token
      void renewal.renew()
    },
    async begin({ how, returnTo, site: wish }, folder) {
      const silent = how === 'silent'
      if (silent) {
        const now = standing()
        const due = signedIn && now.state === 'ending' && now.due && clock.now() >= silentUntil
        if (!due) return undefined
        silentUntil = clock.now() + silentLife
      }
      const file = how === 'framed' ? 'popup.html' : 'callback.html'
      const redirectUri = redirectUriFor(config, folder, file)
      if (!redirectUri) throw new Error('no redirect URI for this page')
      const locked = lock.state().state === 'locked' || (await storage.read(lockedKey)) === true
      const again = locked || ended === 'too-long' ? 'login' : undefined
      const prompt = silent ? 'none' : again
      trail.note('sign-in-begun', how)
      const made = await placeFor(wish)
      if (config.sites.length > 1) void storage.keep(placeKey, made.name)
      const begun = await beginSignIn(made, redirectUri, returnTo, clock.now(), prompt)
      if (how === 'redirect' || silent) return begun
      windows.keep(begun.transaction)
      return { url: begun.url }
    },
    finish,
    async ask({ operation, params, body, login: meant }) {
      const { realm, whileLocked } = operations[operation]
      if (realm === 'engine') throw refusal(operation)
      // Asked in one sign-in, it is not sent in the name of the next.
      if (meant !== undefined && meant !== login) throw none(operation)
      if (lock.state().state === 'locked' && !whileLocked)
        throw refusal(operation, 'locked', 0, 'The desk is locked.')
      // Read already, beside the log-in.
      if (operation === 'getMe' && params.expand === whoParams.expand) {
        const first = who ?? askWho(http)
        who = undefined
        const mine = login
        const answer = await first
        knowMe(answer, mine)
        return answer
      }
      return http.call(operation, params, body)
    },
    touch: () => lock.touch(),
    look() {
      look()
      lock.look()
    },
    trail: trail.read,
    places: async (wish) => placesOf(config.sites, await placeFor(wish)),
    async signOut(folder) {
      const returnTo = redirectUriFor(config, folder)
      if (!returnTo) throw new Error('no redirect URI for this page')
      const token = vault.token()
      signOuts++
      trail.forget()
      end()
      const url = new URL(`${site.environment.login}/logout`)
      url.search = new URLSearchParams({
        client_id: site.clientId,
        redirect_uri: returnTo,
      }).toString()
      if (token) await inTime(clock, revocationLife, revoke(token, site), undefined)
      return url.href
    },
  }
}
