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
import type {
  Begin,
  Begun,
  Numbered,
  Session,
  SignInProblem,
  Standing,
  TrailEntry,
} from '~/protocol'
import type { Storage } from '~/storage'
import { type Channel, type ChannelParts, createChannel } from './channel'
import { type Bearer, createHttp, type Http, type HttpParts, refusal } from './http'
import { askWho, idOf, readIdleTimeout, readLacking, whoParams } from './identity'
import { createKeepAlive, type KeepAlive } from './keepalive'
import { createIdleLock } from './lock'
import { beginSignIn, finishSignIn, refreshTokens, siteOf } from './oauth'
import { createParking } from './parking'
import { marking, type Passed } from './passed'
import { createRenewal, dueBefore, isSame, standingOf } from './renewal'
import type { OpenSocket } from './socket'
import type { Throttle } from './throttle'
import { createTrail } from './trail'
import { createTurns } from './turns'
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
  /** What pages say of live conversations; and that they are there. */
  readonly heard: KeepAlive['heard']
  /** Time has passed, perhaps much of it: the machine may have slept. */
  look(): void
  /** The network is back. */
  online(): void
  trail(): Promise<readonly TrailEntry[]>
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
/** Milliseconds between two questions whether a token is still taken, while there is no answer. */
const checkPause = 10_000
/** Milliseconds for storage, which may be silent, before it is done without. */
const storageLife = 2_000
const hour = 3_600_000
const lockedKey = 'locked'

export function createKeeper(parts: SessionParts): Keeper {
  const { clock, config, throttle, http, storage } = parts
  const mark = marking(clock, parts.elapsed)
  const trail = createTrail(storage, clock)
  const vault = createVault(clock, parts.elapsed)
  const parking = createParking(clock)
  const windows = createWindows(clock)
  const lock = createIdleLock(clock, mark, lockChanged)
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
      // The access token may live on to its end, unless it was refused before.
      if (refusedToken === undefined) look()
      else endInPlace('ended')
    },
    onFailed() {
      trail.note('renewal-failed')
      tellStanding()
    },
    onLate: ({ token }) => void revoke(token, site),
  })
  const turns = createTurns(clock)
  const keepAlive = createKeepAlive({
    ...{ clock, mark },
    ask() {
      if (signedIn && !ended) http.call('getToken', {}).catch(() => {})
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
  /** Since the agent last showed up at the login host. */
  let sinceShown: Passed = () => 0
  let sinceRenewed: Passed = () => Number.POSITIVE_INFINITY
  let sinceSilent: Passed | undefined
  /** The token that was refused, while another is being had. */
  let refusedToken: string | undefined
  let sinceRefused: Passed = () => 0
  /** Still taken, but no longer used: for whoever signs in or out to revoke. */
  let spare: string | undefined
  let silentFailed = false
  let checking: Promise<void> | undefined
  let jitter = 0
  let cancelLook = () => {}

  // ── what is told ──

  function tell() {
    if (!signedIn) return
    told = standing()
    const { title } = config
    const state = { state: 'signed-in', title, login, standing: standing() } as const
    parts.onSession({ ...state, lock: lock.state(), lacking })
  }

  function standing(): Standing {
    if (ended) return { state: 'ended', problem: problem ?? ended }
    const life = vault.life()
    // Refused, and not replaced yet: it is over, whatever its time.
    const refused = refusedToken !== undefined && renewal.failing()
    const left = refused ? -sinceRefused() : (vault.left() ?? 0)
    const renews = vault.refreshToken() !== undefined
    const unseen = renews && !renewal.failing()
    const now = standingOf(clock.now(), left, life, dueBefore(life, jitter), unseen)
    if (now.state !== 'ending') return now
    // Nobody leaves the desk for a network that is down.
    const due = now.due && !renews && !silentFailed
    return { ...now, due, ...(problem ? { problem } : {}) }
  }

  const tooLong = () => signedIn && sinceShown() >= config.sessionHours * hour

  function lockChanged() {
    const { state } = lock.state()
    if (state === 'locked') trail.note('locked')
    // A reload must not open it where the engine does not outlive one.
    void storage.keep(lockedKey, state === 'locked')
    tell()
  }

  function end(why?: SignInProblem) {
    signedIn = false
    ended = problem = undefined
    forget()
    channel.stop()
    throttle.clear()
    lock.reset()
    keepAlive.limit(undefined)
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
    if (why === 'too-long') spare = vault.token()
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
    sinceSilent = undefined
    look()
  }

  function renewed(tokens: Tokens) {
    sinceRenewed = mark()
    trail.note('renewed')
    keep(tokens)
    void channel.renew()
  }

  /** Somebody's new desk. */
  function adopt(tokens: Tokens, at: Site, shown: boolean, wasLocked: boolean) {
    channel.stop()
    revokeSpare()
    forget()
    site = at
    login++
    lacking = []
    myId = undefined
    sinceShown = mark()
    sinceRenewed = () => Number.POSITIVE_INFINITY
    lock.reset()
    // Before anybody hears of the desk: it must not be seen open for a moment.
    signedIn = false
    if (wasLocked && !shown) lock.close()
    else if (wasLocked) void storage.keep(lockedKey, false)
    signedIn = true
    told = undefined
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
    void readIdleTimeout(http, trail).then((timeout) => {
      if (mine !== login || !signedIn) return
      const { idleLockMinutes: minutes } = config
      const limits = [timeout, minutes && minutes * 60_000].filter((ms) => ms !== undefined)
      lock.limit(limits.length > 0 ? Math.min(...limits) : undefined)
      keepAlive.limit(timeout)
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
    if (shown) sinceShown = mark()
    keep(tokens)
    if (shown) lock.open()
    parking.release(true)
    revokeSpare()
    void channel.renew().then(() => (old ? revoke(old, site) : undefined))
  }

  function revokeSpare() {
    if (spare) void revoke(spare, site)
    spare = undefined
  }

  /** Asks with one token, and no more once that was refused. */
  function httpOf(token: string, at: Site) {
    let taken = true
    return createHttp({
      ...(parts satisfies Pick<HttpParts, 'clock' | 'throttle' | 'fetch'>),
      api: () => at.environment.api,
      bearer: {
        login: () => 0,
        token: () => (taken ? token : undefined),
        ready: () => undefined,
        refused() {
          taken = false
        },
      },
    })
  }

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
    const renews = vault.refreshToken() !== undefined
    if (tooLong() && (renews || left > 0)) return endInPlace('too-long')
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

  let told: Standing | undefined
  function tellStanding() {
    if (!told || !isSame(told, standing())) tell()
  }

  /** Asks whether the token is still taken, without keeping an idle one alive. */
  function check(): Promise<void> {
    const token = vault.token() ?? ''
    checking ??= httpOf(token, site)
      .call('getToken', { preserveIdleTTL: 'true' })
      .then(
        () => {
          checking = undefined
          if (token !== vault.token()) return
          vault.takenStill()
          look()
        },
        (error: unknown) => {
          const refused = error instanceof Failed && error.failure.kind === 'signed-out'
          if (refused) checking = undefined
          if (refused && token === vault.token()) endInPlace('ended')
          // Who asks meanwhile goes on in doubt.
          if (refused) return
          clock.after(checkPause, () => {
            checking = undefined
          })
        },
      )
    return checking
  }

  // ── requests ──

  function none(operation: OperationName): Failed {
    return new Failed({ kind: 'signed-out', outcome: 'refused', operation })
  }

  function ready(
    operation: OperationName,
    left: number,
    params: Ask['params'],
    again = false,
  ): Promise<void> | undefined {
    if (!signedIn) throw none(operation)
    // No timer is trusted to have come in time.
    look()
    const isRead = operations[operation].access === 'read'
    if (ended) {
      if (!isRead) throw none(operation)
      return parking.wait().then((goOn) => {
        if (!goOn) throw none(operation)
        return ready(operation, left, params)
      })
    }
    const over = (vault.left() ?? 0) <= 0
    if (!over && refusedToken !== vault.token()) return turns.wait(params, left, again)
    if (vault.refreshToken() === undefined) return checking
    const waited = mark()
    const patience = Math.min(left, renewalLife)
    return inTime(clock, patience, renewal.renew(), undefined).then((had) => {
      // There is another token; or there will be none, and what that means is known by now.
      if (had !== undefined) return ready(operation, left - waited(), params, true)
      // Not sent, for want of a token that the network did not bring: no sign-in has ended.
      throw new Failed(
        isRead
          ? { kind: 'unreachable', outcome: 'unknown', cause: 'network', operation }
          : { kind: 'expired', outcome: 'refused', operation },
      )
    })
  }

  // ── log-in ──

  function failed(why: SignInProblem, silent = false) {
    trail.note('sign-in-failed', why)
    if (!signedIn) return end(why)
    // Nobody asked for it, and nobody needs to hear of it: the banner is there in time.
    if (silent) silentFailed = true
    else problem = why
    tellStanding()
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
    if (prompt === 'none') sinceSilent = undefined
    const before = signOuts
    // Read beside the exchange.
    const locked = wasLocked()
    if (!signedIn) parts.onSession({ state: 'signing-in', title: config.title })
    exchanging++
    const result = await finishSignIn(config, transaction, answer, parts)
    exchanging--
    const at = siteOf(config, transaction)
    if (before !== signOuts) {
      if ('token' in result && at) await revoke(result.token, at)
      return done
    }
    if (!('problem' in result) && at) await accept(result, at, prompt === 'login', await locked)
    else failed('problem' in result ? result.problem : 'mismatch', prompt === 'none')
    return done
  }

  const wasLocked = () =>
    inTime(clock, storageLife, storage.read(lockedKey), undefined).then((kept) => kept === true)

  async function accept(tokens: Tokens, at: Site, shown: boolean, locked: boolean): Promise<void> {
    if (tokens.token === vault.token()) return
    if (!signedIn) return adopt(tokens, at, shown, locked)
    const [before, current] = [signOuts, login]
    // Unless it waits for this very sign-in.
    if (!ended)
      await inTime(clock, renewalLife, who ?? Promise.resolve(), undefined).catch(() => {})
    const theirs = await askWho(httpOf(tokens.token, at)).then(idOf, () => undefined)
    if (before !== signOuts) return void revoke(tokens.token, at)
    if (current !== login) return accept(tokens, at, shown, locked)
    const old = vault.token()
    if (myId !== undefined && myId === theirs && at === site) return resume(tokens, shown)
    if (theirs === undefined) {
      // Whose it is cannot be read: nobody's desk is given to somebody else.
      failed('login-unreachable')
      return void revoke(tokens.token, at)
    }
    // Somebody else: nothing of the one before stays.
    if (old) void revoke(old, site)
    parking.release(false)
    await inTime(clock, storageLife, storage.empty(), undefined)
    if (before !== signOuts) return void revoke(tokens.token, at)
    adopt(tokens, at, shown, false)
  }

  function lookAtAll() {
    look()
    lock.look()
    keepAlive.look()
  }

  return {
    channel,
    site: () => site,
    login: () => login,
    token() {
      keepAlive.asked()
      return vault.token()
    },
    ready,
    refused(token) {
      // Heard of already; or of one that was replaced meanwhile.
      if (token !== vault.token() || token === refusedToken) return
      trail.note('token-refused')
      const again = vault.refreshToken() && sinceRenewed() > young
      if (!again) return endInPlace('ended')
      refusedToken = token
      sinceRefused = mark()
      void renewal.renew()
    },
    async begin({ how, returnTo, site: name }, folder) {
      const silent = how === 'silent'
      if (silent) {
        const now = standing()
        const due = signedIn && now.state === 'ending' && now.due
        if (!due || (sinceSilent && sinceSilent() < silentLife)) return undefined
        sinceSilent = mark()
      }
      const wanted = signedIn ? site : config.sites.find((one) => one.name === name)
      const file = how === 'framed' ? 'popup.html' : 'callback.html'
      const redirectUri = redirectUriFor(config, folder, file)
      if (!redirectUri) throw new Error('no redirect URI for this page')
      const locked = lock.state().state === 'locked' || (await wasLocked())
      const again = locked || tooLong() ? 'login' : undefined
      const prompt = silent ? 'none' : again
      trail.note('sign-in-begun', how)
      const made = wanted ?? config.sites[0]
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
      lock.look()
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
      const leave = turns.enter(operation, params)
      return http.call(operation, params, body).finally(leave)
    },
    touch: () => lock.touch(),
    heard: keepAlive.heard,
    look: lookAtAll,
    online() {
      renewal.hurry()
      lookAtAll()
    },
    trail: trail.read,
    async signOut(folder) {
      const returnTo = redirectUriFor(config, folder)
      if (!returnTo) throw new Error('no redirect URI for this page')
      const token = vault.token()
      revokeSpare()
      signOuts++
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
