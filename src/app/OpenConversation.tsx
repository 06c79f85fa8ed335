import { createMemo, Show } from 'solid-js'
import { CallControls } from '~/conversations/CallControls'
import { ConversationDetail } from '~/conversations/ConversationDetail'
import type { CallVerb } from '~/conversations/controls'
import type { Conversation } from '~/conversations/conversation'
import type { Desk } from './desk'
import { Task } from './Task'

/** The permissions of which one lets an agent transfer to a queue. */
const transferPermissions = [
  'conversation:communication:blindTransfer',
  'conversation:communication:blindTransferQueue',
]

export interface OpenProps {
  readonly conversation: Conversation
  readonly desk: Desk
  readonly now: number
}

/** The conversation that is open: its controls, what is known, and the task of the moment. */
export function OpenConversation(props: OpenProps) {
  const { desk } = props
  let controls: HTMLDivElement | undefined
  const one = () => props.conversation
  const pending = () => desk.pending(one().id)
  const talking = () => ['connected', 'held', 'dialing'].includes(one().phase)
  const transferring = () => talking() && desk.transfers.of(one().id).step !== 'closed'
  const hasTask = createMemo(() => transferring() || one().phase === 'wrapup')

  function press(verb: CallVerb) {
    if (verb !== 'transfer') return desk.calls.change(verb, one())
    return transferring() ? closeTransfer() : desk.transfers.open(one().id)
  }

  function closeTransfer() {
    desk.transfers.close(one().id)
    // Back to the button that opened it.
    controls?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }

  return (
    <ConversationDetail
      conversation={one()}
      queueName={desk.queues.name(one().queue?.id)}
      now={props.now}
      controls={
        <Show when={talking()}>
          <CallControls
            ref={(row) => {
              controls = row
            }}
            conversation={one()}
            pending={pending()}
            mayTransfer={transferPermissions.some((name) => desk.me.permissions.has(name))}
            transferOpen={transferring()}
            onPress={press}
          />
        </Show>
      }
      task={
        <Show when={hasTask()}>
          <Task conversation={one()} desk={desk} now={props.now} onCloseTransfer={closeTransfer} />
        </Show>
      }
    />
  )
}
