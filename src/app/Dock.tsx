import { Show } from 'solid-js'
import { Notices } from '~/notices/Notices'
import { NotResponding } from '~/presence/NotResponding'
import type { Connection, SignedIn } from '~/protocol/protocol'
import type { SignIn } from '~/signin/signin'
import { Banner } from '~/ui/Banner'
import { ConnectionBanner } from './ConnectionBanner'
import type { Desk } from './desk'
import { ForAdministrator } from './ForAdministrator'
import { HealthBanner } from './HealthBanner'
import { Lacking } from './Lacking'
import { TurnBanner } from './TurnBanner'
import { Watch } from './Watch'

/** Below everything: what comes and goes here moves no button under a hand that is about to press. */
export function Dock(props: {
  readonly desk: Desk
  readonly session: SignedIn
  readonly signIn: SignIn
  readonly connection: Connection
  readonly now: number
  readonly silent: boolean
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}) {
  const { desk } = props
  return (
    <>
      <Notices notices={desk.notices} copy={(line) => <ForAdministrator line={line} />} />
      <div aria-live="assertive">
        <Watch
          desk={desk}
          session={props.session}
          now={props.now}
          signIn={props.signIn}
          onSignOut={props.onSignOut}
        />
      </div>
      <div role="status" aria-atomic="false">
        <ConnectionBanner
          connection={props.connection}
          sync={desk.sync}
          now={props.now}
          onReconnect={props.onReconnect}
        />
        <TurnBanner commands={desk.commands()} now={props.now} />
        <Lacking scopes={props.session.lacking} />
        <HealthBanner {...props} />
        <Show when={props.silent && desk.presence.onQueue()}>
          <Banner text="The ring is silent until you click or press a key on this page." />
        </Show>
        <NotResponding
          presence={desk.presence}
          busy={desk.pending(desk.me.id).includes('back-on-queue')}
        />
      </div>
    </>
  )
}
