import { createComputed, createSignal, Show, untrack } from 'solid-js'
import { t } from '~/language'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import type { PresenceStore } from './store'

interface Calls {
  alerting(): readonly { readonly id: string; readonly customer: { readonly name: string } }[]
  get(id: string): object | undefined
}

/** Calls do not come any more, and the agent must know it at once; and which call it was, when it rang here. */
export function NotResponding(props: {
  readonly presence: PresenceStore
  readonly conversations: Calls
  readonly busy: boolean
  readonly whyNot: string | undefined
  /** By Genesys Cloud's clock. */
  readonly now: number
}) {
  /** Milliseconds between the end of a ring and what comes of it. */
  const soon = 5_000
  const [gone, setGone] = createSignal({ name: '', at: 0 })
  createComputed<ReturnType<Calls['alerting']>>((before) => {
    const ringing = props.conversations.alerting()
    const left = before?.find(
      ({ id }) =>
        !ringing.some((one) => one.id === id) && !untrack(() => props.conversations.get(id)),
    )
    if (left) setGone({ name: left.customer.name, at: untrack(() => props.now) })
    return ringing
  })
  const since = () => {
    const routing = props.presence.routing()
    return routing?.status === 'NOT_RESPONDING' && routing.since
  }
  const whose = (at: number) => (Math.abs(gone().at - at) < soon ? gone().name : undefined)
  return (
    <Show when={since()}>
      {(at) => (
        <Banner
          text={
            whose(at())
              ? t`A call was not answered, so no more calls come to you. It was ${whose(at()) ?? ''}.`
              : t`A call was not answered, so no more calls come to you.`
          }
          ticking={duration(props.now - at())}
          action={
            <Button
              busy={props.busy}
              whyNot={props.whyNot}
              onClick={() => props.presence.backOnQueue()}
            >
              {t`Back on queue`}
            </Button>
          }
        />
      )}
    </Show>
  )
}
