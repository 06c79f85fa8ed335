/**
 * How long a sign-in is good for: its tokens, their renewal, what is told of their end, and what requests
 * meet meanwhile.
 */
import { inTime } from '~/clock'
import { Failed } from '~/genesys/errors'
import { type OperationName, operations } from '~/genesys/operations'
import type { SignInProblem, Standing } from '~/protocol/protocol'
import { createDoubt } from './doubt'
import { createParking } from './parking'
import type { Passed } from './passed'
import { createRenewal, dueBefore, isSame, standingOf } from './renewal'
import { none } from './signedout'
import type { Term, TermParts } from './terms'
import { createTurns } from './turns'
import { createVault, type Tokens } from './vault'

/** Milliseconds that a request waits for a renewal. */
const renewalLife = 15_000
/** Milliseconds: who is refused so soon after a renewal is not helped by another. */
const young = 60_000
/** Milliseconds in which one page at a time goes to the login host unasked. */
const silentLife = 60_000
/** Milliseconds before a sign-in has lasted as long as one may, at which the agent is told. */
const warning = 600_000
const never: Passed = () => Number.POSITIVE_INFINITY

export function createTerm(parts: TermParts): Term {
  const { clock, mark, trail } = parts
  const vault = createVault(clock, parts.elapsed)
  const parking = createParking(clock)
  const turns = createTurns(clock)
  const doubt = createDoubt({
    ...{ clock, httpOf: parts.httpOf },
    onTaken(token) {
      if (token === vault.token()) vault.takenStill()
      look()
    },
    onRefused(token, correlationId) {
      if (token === vault.token()) end('ended', correlationId)
    },
  })
  const renewal = createRenewal({
    ...{ clock, vault },
    ...{ random: parts.random, refresh: parts.refresh },
    onTokens(tokens) {
      sinceRenewed = mark()
      trail.note('renewed')
      keep(tokens)
      parts.onRenewed()
    },
    onRefused() {
      trail.note('renewal-refused')
      // The access token may live on to its end, unless it was refused before.
      if (refusedToken === undefined) look()
      else end('ended')
    },
    onFailed(first) {
      if (first) trail.note('renewal-failed')
      tell()
    },
    onLate: ({ token }) => parts.revoke(token),
  })
  let signedIn = false
  /** Why nothing can be asked although the desk stands. */
  let ended: SignInProblem | undefined
  /** What went wrong when the agent last tried to sign in again. */
  let problem: SignInProblem | undefined
  /** Since the agent was last seen at the login host. */
  let sinceShown: Passed = () => 0
  let sinceRenewed = never
  let sinceSilent = never
  let silentFailed = false
  /** The token that was refused, while another is being had. */
  let refusedToken: string | undefined
  let sinceRefused: Passed = () => 0
  /** Still taken, but no longer used: for whoever signs in or out to revoke. */
  let spare: string | undefined
  let jitter = 0
  let told: Standing | undefined
  let cancelLook = () => {}

  // ── what is told ──

  function standing(): Standing {
    if (ended) return { state: 'ended', problem: problem ?? ended }
    const life = vault.life()
    // Refused, and not replaced yet: it is over, whatever its time.
    const refused = refusedToken !== undefined && renewal.failing()
    const left = refused ? -sinceRefused() : (vault.left() ?? 0)
    const renews = vault.refreshToken() !== undefined
    const well = renews && !renewal.failing()
    const why = problem ? { problem } : {}
    const longer = untilTooLong()
    // Nothing unseen makes it longer: the agent has to choose the moment.
    if (longer <= warning && (well || longer < left)) {
      const endsAt = clock.now() + longer
      return { state: 'ending', endsAt, due: false, unseen: false, ...why }
    }
    const now = standingOf(clock.now(), left, life, dueBefore(life, jitter), well)
    if (now.state !== 'ending') return { ...now, ...why }
    // Nobody leaves the desk for a network that is down.
    const unseen = !renews && !silentFailed
    return { ...now, unseen, due: now.due && unseen, ...why }
  }

  function tell() {
    const now = standing()
    if (told && isSame(told, now)) return
    told = now
    parts.onStanding()
  }

  const untilTooLong = () => parts.longest - sinceShown()

  // ── beginning and end ──

  function keep(tokens: Tokens) {
    vault.keep(tokens)
    jitter = parts.random()
    refusedToken = ended = problem = undefined
    silentFailed = false
    sinceSilent = never
    look()
  }

  function forget() {
    vault.forget()
    renewal.reset()
    cancelLook()
    refusedToken = undefined
  }

  /** The desk stays, and says so; what was read is shown, and nothing new is asked. */
  function end(why: SignInProblem, correlationId?: string) {
    trail.note('ended', why, correlationId)
    if (why === 'too-long') spare = vault.token()
    forget()
    ended = why
    problem = undefined
    parts.onEnded()
    tell()
  }

  /** Looks whether the time has come for anything. */
  function look() {
    cancelLook()
    const left = vault.left()
    if (!signedIn || left === undefined) return
    const renews = vault.refreshToken() !== undefined
    const longer = untilTooLong()
    if (longer <= 0 && (renews || left > 0)) return end('too-long')
    const due = dueBefore(vault.life(), jitter)
    if (renews && left <= due) void renewal.renew()
    if (!renews && left <= 0) {
      // There is no doubt; or the clock was set, or the machine slept, and Genesys Cloud knows better.
      if ((vault.leftSurely() ?? 0) <= 0) return end('ended')
      doubt.ask(vault.token())
    }
    const ahead = [left, left - due, left - warning, longer, longer - warning]
    const next = ahead.filter((ms) => ms > 0)
    cancelLook = clock.after(Math.min(60_000, ...next), look)
    tell()
  }

  // ── requests ──

  function ready(
    operation: OperationName,
    left: number,
    params: Readonly<Record<string, string | undefined>>,
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
    if (vault.refreshToken() === undefined)
      return doubt.asked()?.then(() => (ended ? ready(operation, left, params) : undefined))
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

  return {
    ...{ turns, standing, ready, look },
    tooLong: () => signedIn && untilTooLong() <= warning,
    ...{ token: () => vault.token(), left: () => vault.left() },
    ended: () => ended !== undefined,
    refused(token, correlationId) {
      // Heard of already; or of one that was replaced meanwhile.
      if (token !== vault.token() || token === refusedToken) return
      trail.note('token-refused', undefined, correlationId)
      if (!vault.refreshToken() || sinceRenewed() <= young) return end('ended', correlationId)
      refusedToken = token
      sinceRefused = mark()
      void renewal.renew()
    },
    begin(tokens, { again, shown, ago = 0 }) {
      const old = vault.token() ?? spare
      spare = undefined
      forget()
      signedIn = true
      if (shown || !again) {
        const passed = mark()
        sinceShown = () => ago + passed()
      }
      if (!again) told = undefined
      sinceRenewed = never
      keep(tokens)
      parking.release(again)
      return old
    },
    over() {
      signedIn = false
      forget()
      if (spare) parts.revoke(spare)
      spare = ended = problem = undefined
      parking.release(false)
    },
    dismiss: () => parking.release(false),
    failed(why, silent) {
      // Nobody asked for it, and nobody needs to hear of it: the banner is there in time.
      if (silent) silentFailed = true
      else problem = why
      tell()
    },
    maySilently() {
      const now = standing()
      const due = signedIn && now.state === 'ending' && now.due
      if (!due || sinceSilent() < silentLife) return false
      sinceSilent = mark()
      return true
    },
    retried() {
      problem = undefined
      if (signedIn) tell()
    },
    online() {
      renewal.hurry()
      look()
    },
  }
}
