import { t } from '~/language'
import { NextPresence } from '~/presence/NextPresence'
import { WrapupPanel } from '~/wrapup/WrapupPanel'
import { whyNot, whyNotQueue } from './rights'
import type { OpenProps } from './Task'

/** The notes and the wrap-up of one call, and what the agent is after it. */
export function Wrapup(props: OpenProps & { readonly onDone: () => void }) {
  const { desk } = props
  const pending = () => desk.pending(props.conversation.id)
  return (
    <WrapupPanel
      conversation={props.conversation}
      wrapup={props.tasks.wrapup}
      now={props.now}
      lacks={whyNot(desk, 'submitWrapup')}
      sending={pending().includes('wrap-up')}
      skipping={pending().includes('skip-wrap-up')}
      next={
        <NextPresence
          label={t`Then`}
          presence={desk.presence}
          next={props.tasks.status.next}
          whyNotQueue={whyNotQueue(desk)}
        />
      }
      onDone={props.onDone}
    />
  )
}
