import { Show } from 'solid-js'
import { Notices } from '~/notices/Notices'
import { NotResponding } from '~/presence/NotResponding'
import type { Connection, SignedIn } from '~/protocol/protocol'
import type { SignIn } from '~/signin/signin'
import type { Later } from '~/ui/Later'
import { createAnnouncement } from './announcing'
import { ConnectionBanner } from './ConnectionBanner'
import type { Desk } from './desk'
import { ForAdministrator } from './ForAdministrator'
import { createRinging } from './ringing'
import { SilentRing } from './SilentRing'
import type { Tasks } from './tasks'
import { Watch } from './Watch'

/** Below everything: what comes and goes here moves no button under a hand that is about to press. */
export function Dock(props: {
  readonly title: string
  readonly desk: Desk
  readonly tasks: Tasks | undefined
  readonly session: SignedIn
  readonly signIn: SignIn
  readonly connection: Connection
  /** What draws what is not needed at once. */
  readonly work: Later<typeof import('./work')> | undefined
  readonly now: number
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}) {
  const { desk } = props
  const ringing = createRinging(desk, props.title)
  const announcement = createAnnouncement(desk)
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
        <SilentRing ringing={ringing} />
      </div>
      <div role="status" aria-atomic="false">
        <ConnectionBanner
          connection={props.connection}
          sync={desk.sync}
          now={props.now}
          onReconnect={props.onReconnect}
        />
        <Show when={props.work?.code()} keyed>
          {({ Beneath }) => <Beneath {...props} />}
        </Show>
        <NotResponding
          presence={desk.presence}
          conversations={desk.conversations}
          now={props.now - desk.ahead()}
          whyNot={desk.whyNot()}
          busy={desk.pending(desk.me.id).includes('back-on-queue')}
        />
      </div>
      <p class="sr" aria-live="assertive">
        {announcement()}
      </p>
      <Show when={props.tasks && props.work?.code()} keyed>
        {({ Keys }) => (
          <Show when={props.tasks} keyed>
            {(tasks) => <Keys desk={desk} tasks={tasks} />}
          </Show>
        )}
      </Show>
    </>
  )
}
