import { createEffect, on, onCleanup, onMount } from 'solid-js'
import type { SignedIn } from '~/protocol/protocol'
import { createAgain } from '~/signin/again'
import { type SignIn, scrollBack } from '~/signin/signin'
import type { Desk } from './desk'
import { IdleBanner } from './IdleBanner'
import { watchForHands } from './idle'
import { hearOthers } from './others'
import { watchForQuiet } from './quiet'
import { StandingBanner } from './StandingBanner'

/** Watches over the sign-in of the desk: renews it unseen where it can, and says so where it cannot. */
export function Watch(props: {
  readonly desk: Desk
  readonly session: SignedIn
  readonly signIn: SignIn
  readonly now: number
  readonly onSignOut: () => void
}) {
  const { desk } = props
  // In a frame there is no such way, and its log-in is by a window in any case.
  const { frame } = props.signIn
  const again = frame?.again ?? createAgain(props.signIn)
  // After what is drawn in this turn.
  onMount(() => queueMicrotask(scrollBack))
  if (!frame)
    watchForQuiet({
      clock: desk.means.clock,
      session: () => props.session,
      busy: () => desk.busy() || desk.presence.onQueue() || !desk.sync.isLive(),
      leave: () => props.signIn.leaveSilently(),
    })
  createEffect(() => {
    if (props.session.standing.state === 'firm') again.done()
  })
  // What was tried has failed: its window is gone, and another press begins anew.
  const problem = () => props.session.standing.problem
  createEffect(on(problem, (why) => why && again.done(), { defer: true }))
  const { active, shared } = props.signIn.engine
  if (!shared) onCleanup(hearOthers(props.onSignOut))
  watchForHands({
    clock: desk.means.clock,
    lock: () => props.session.lock,
    live: desk.conversations.live,
    report: active,
    page: window,
  })
  return (
    <>
      <StandingBanner
        session={props.session}
        now={props.now}
        busy={desk.busy() || desk.presence.onQueue() || frame !== undefined}
        again={again}
      />
      <IdleBanner lock={props.session.lock} now={props.now} onStay={active} />
    </>
  )
}
