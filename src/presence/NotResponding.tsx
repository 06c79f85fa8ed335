import { Show } from 'solid-js'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'
import type { PresenceStore } from './store'

/** Calls do not come any more, and the agent must know it at once. */
export function NotResponding(props: { readonly presence: PresenceStore; readonly busy: boolean }) {
  return (
    <Show when={props.presence.routing()?.status === 'NOT_RESPONDING'}>
      <Banner
        text="A call was not answered, so no more calls come to you."
        action={
          <Button busy={props.busy} onClick={() => props.presence.backOnQueue()}>
            Back on queue
          </Button>
        }
      />
    </Show>
  )
}
