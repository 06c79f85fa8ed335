/**
 * The sign-in of one browser, from the log-in to its end: who it is, how it is renewed, when it locks, and
 * what waits when it has ended. Loaded when somebody logs in: an engine that nobody has logged in to needs
 * none of it.
 */
import { inTime } from '~/clock'
import { redirectUriFor } from '~/config/config'
import type { Site } from '~/config/site'
import { operations } from '~/genesys/operations'
import type { Lock, SignInProblem } from '~/protocol/protocol'
import { createBegun } from './begun'
import { createHearing } from './hearing'
import { createIdentity, createLacking, readOwner } from './identity'
import { createIdleness } from './idleness'
import { createKeepAlive } from './keepalive'
import type { Finish, Finished, Keeper, Manner, SessionParts } from './keeper'
import { createIdleLock } from './lock'
import { beginSignIn, finishSignIn, loginAnswers, logoutOf, refreshTokens, siteOf } from './oauth'
import { createOutliving } from './outliving'
import { marking } from './passed'
import { createPlaces } from './places'
import { refusal } from './refusal'
import { createRequests } from './requests'
import { none, signedOut } from './signedout'
import { createTerm } from './term'
import { createTrail } from './trail'
import type { Tokens } from './vault'
import { createWindows } from './windows'

/** Milliseconds that sign-out waits for the token to be revoked. */
const revocationLife = 4_000
/** Milliseconds for whose desk it is, when that is being read already. */
const identityLife = 15_000

export function createKeeper(parts: SessionParts): Keeper {
  const { clock, config, storage } = parts
  const mark = marking(clock, parts.elapsed)
  const requests = createRequests({
    ...parts,
    api: () => site.environment.api,
    bearer: {
      login: () => login,
      token() {
        keepAlive.asked()
        return term.token()
      },
      ready: (...asked) => term.ready(...asked),
      refused: (...told) => term.refused(...told),
    },
  })
  const { http, single, health } = requests
  const trail = health.following(createTrail(storage, clock))
  const identity = createIdentity(http)
  const lacking = createLacking(http, trail, tell)
  const windows = createWindows(clock)
  const begun = createBegun(clock)
  const outliving = createOutliving(storage, clock)
  const places = createPlaces(config.sites, storage, clock)
  const lock = createIdleLock(clock, mark, lockChanged)
  const longest = config.sessionHours * 3_600_000
  const { channel, watching } = createHearing({
    ...{ ...parts, ...health.listening(parts), http, clientId: () => site.clientId },
    allowsSocket: (url) => site.environment.allowsSocket(url),
  })
  const term = createTerm({
    ...{ clock, mark, trail, elapsed: parts.elapsed, random: parts.random },
    longest,
    refresh: (refreshToken) => refreshTokens(site, refreshToken, parts),
    httpOf: (token) => single.http(token, site),
    revoke: (token) => void single.revoke(token, site),
    onStanding: tell,
    onRenewed() {
      void channel.renew()
      idleness.renew()
    },
    onEnded: () => channel.suspend(),
  })
  const keepAlive = createKeepAlive({
    ...{ clock, mark },
    ask() {
      if (signedIn && !term.ended()) http.call('getToken', {}).catch(() => {})
    },
  })
  const idleness = createIdleness({ ...{ config, http, trail }, ...{ lock, keepAlive } })
  let site = config.sites[0]
  let [login, exchanging, signedIn] = [0, 0, false]

  // ── what is told ──

  function tell() {
    if (!signedIn) return
    const [standing, { title, allowed, callerIds, notifications }] = [term.standing(), config]
    const known = { lock: lock.state(), lacking: lacking.scopes(), allowed, callerIds }
    parts.onSession({ state: 'signed-in', title, login, standing, ...known, notifications })
  }

  function lockChanged(before: Lock['state']) {
    const locked = lock.state().state === 'locked'
    if (locked || before === 'locked') trail.note(locked ? 'locked' : 'unlocked')
    // A reload must not open it where the engine does not outlive one.
    outliving.keepLocked(locked)
    tell()
  }

  function end(why?: SignInProblem) {
    signedIn = false
    term.over()
    channel.stop()
    watching.clear()
    requests.clear()
    lock.reset()
    idleness.over()
    parts.onSession(signedOut(config, why))
  }

  // ── whose desk it is ──

  /** Somebody's new desk. */
  function adopt(tokens: Tokens, at: Site, { shown, wasLocked, shownAgo }: Manner) {
    channel.stop()
    watching.clear()
    term.over()
    site = at
    login++
    lacking.clear()
    lock.reset()
    // Before anybody hears of the desk: it must not be seen open for a moment.
    signedIn = false
    if (wasLocked && !shown) lock.close()
    else if (wasLocked) outliving.keepLocked(false)
    signedIn = true
    // Of the agent before, if this engine has known one.
    const ago = shown || login > 1 || begun.signOuts() > 0 ? undefined : shownAgo
    if (ago === undefined) outliving.keepShown()
    term.begin(tokens, { again: false, shown, ago })
    trail.note('signed-in')
    if (wasLocked && shown) trail.note('unlocked')
    // All at once, and beside what the desk reads: none of them needs another.
    identity.begin()
    channel.prepare()
    lacking.begin()
    idleness.begin()
    return true
  }

  /** The same agent's desk goes on. */
  function resume(tokens: Tokens, shown: boolean) {
    trail.note('signed-in-again')
    const old = term.begin(tokens, { again: true, shown })
    idleness.renew()
    if (shown) outliving.keepShown()
    if (shown) lock.open()
    void channel.renew().then(() => (old ? single.revoke(old, site) : undefined))
    return true
  }

  // ── log-in ──

  function failed(why: SignInProblem, silent = false) {
    trail.note('sign-in-failed', why)
    if (!signedIn) return end(why)
    term.failed(why, silent)
  }

  async function finish({ answer, transaction: brought }: Finish): Promise<Finished> {
    const transaction = brought ?? windows.take(answer)
    const state = transaction?.state ?? new URLSearchParams(answer).get('state') ?? ''
    const done = { close: !brought && transaction !== undefined, signedIn: false }
    // Whoever signed out since then wants nobody to be signed in by it.
    if (begun.isOver(state, transaction?.startedAt)) {
      trail.note('sign-in-failed', 'signed-out')
      return { ...done, close: !brought && begun.hasWindow(state) }
    }
    // An old answer that comes again ends no sign-in that stands, and none that is under way.
    if (!transaction) {
      if (!signedIn && exchanging === 0) failed('lost')
      return done
    }
    // Used up before the request goes out: a code is exchanged once, whoever brings it again.
    if (begun.use(state)) return done
    const [shown, silent] = [transaction.prompt === 'login', transaction.prompt === 'none']
    const before = begun.signOuts()
    // Read beside the exchange.
    const kept = Promise.all([outliving.wasLocked(), outliving.shownAgo(longest)])
    if (!signedIn) parts.onSession({ state: 'signing-in', title: config.title })
    exchanging++
    const result = await finishSignIn(config, transaction, answer, parts)
    exchanging--
    const at = siteOf(config, transaction)
    if (before !== begun.signOuts()) {
      if ('token' in result && at) await single.revoke(result.token, at)
      return done
    }
    if ('problem' in result || !at) {
      failed('problem' in result ? result.problem : 'mismatch', silent)
      return done
    }
    const [wasLocked, shownAgo] = await kept
    return { ...done, signedIn: await accept(result, at, { shown, silent, wasLocked, shownAgo }) }
  }

  /** Answers whether somebody is signed in by it. */
  async function accept(tokens: Tokens, at: Site, manner: Manner): Promise<boolean> {
    if (tokens.token === term.token()) return true
    if (!signedIn) return adopt(tokens, at, manner)
    const [before, current] = [begun.signOuts(), login]
    const revoke = () => {
      void single.revoke(tokens.token, at)
      return false
    }
    // Unless it waits for this very sign-in.
    if (!term.ended()) await inTime(clock, identityLife, identity.read(), undefined)
    const theirs = await readOwner(single.http(tokens.token, at))
    if (before !== begun.signOuts()) return revoke()
    if (current !== login) return accept(tokens, at, manner)
    if (theirs === undefined) {
      // Whose it is cannot be read: nobody's desk is given to somebody else.
      failed('login-unreachable', manner.silent)
      return revoke()
    }
    if (identity.id() === theirs && at === site) return resume(tokens, manner.shown)
    // Somebody else: nothing of the one before stays.
    const old = term.token()
    if (old) void single.revoke(old, site)
    term.dismiss()
    await outliving.empty()
    trail.forget()
    if (before !== begun.signOuts()) return revoke()
    return adopt(tokens, at, { ...manner, wasLocked: false, shownAgo: undefined })
  }

  function look() {
    term.look()
    lock.look()
    keepAlive.look()
  }

  return {
    channel,
    watching,
    login: () => login,
    async begin({ how, returnTo, site: wish }, folder) {
      const silent = how === 'silent'
      if (silent && !(term.maySilently() && (await loginAnswers(site, parts)))) return undefined
      const file = how === 'framed' ? 'popup.html' : 'callback.html'
      const redirectUri = redirectUriFor(config, folder, file)
      if (!redirectUri) throw new Error('no redirect URI for this page')
      const signOuts = begun.signOuts()
      if (!silent) term.retried()
      const locked = lock.state().state === 'locked' || (await outliving.wasLocked())
      const again = locked || term.tooLong() ? 'login' : undefined
      const prompt = silent ? 'none' : again
      trail.note('sign-in-begun', how)
      // A sign-in that stands goes on where it is.
      const at = signedIn ? site : await places.choose(wish)
      places.remember(at)
      const way = await beginSignIn(at, redirectUri, returnTo, clock.now(), prompt)
      const here = how === 'redirect' || silent
      begun.add(way.transaction.state, signOuts, !here)
      if (here) return way
      windows.keep(way.transaction)
      return { url: way.url }
    },
    finish,
    async ask({ operation, params, body, login: meant }, options) {
      const { realm, whileLocked } = operations[operation]
      if (realm === 'engine') throw refusal(operation)
      // Asked in one sign-in, it is not sent in the name of the next.
      if (meant !== undefined && meant !== login) throw none(operation)
      lock.look()
      if (lock.state().state === 'locked' && !whileLocked)
        throw refusal(operation, 'locked', 0, 'The desk is locked.')
      // Read already, beside the log-in.
      if (identity.isAsked(operation, params)) return identity.answer()
      const leave = term.turns.enter(operation, params)
      return http.call(operation, params, body, options).finally(leave)
    },
    touch: () => lock.touch(),
    heard: keepAlive.heard,
    look,
    online() {
      requests.online()
      term.online()
      look()
    },
    ...{ trail: trail.read, health: () => health.read(term.left()) },
    places: (wish) => places.all(wish, signedIn ? site : undefined),
    async signOut(folder) {
      const [token, at] = [term.token(), site]
      begun.signOut()
      windows.clear()
      trail.forget()
      trail.note('signed-out')
      end()
      if (token) await inTime(clock, revocationLife, single.revoke(token, at), undefined)
      const returnTo = redirectUriFor(config, folder)
      return returnTo && logoutOf(at, returnTo)
    },
  }
}
