import { createMemo, Show } from 'solid-js'
import { CallControls } from '~/conversations/CallControls'
import { ConversationDetail } from '~/conversations/ConversationDetail'
import type { CallVerb } from '~/conversations/controls'
import type { Conversation } from '~/conversations/conversation'
import { createTransfers, type TransferStore } from '~/transfer/store'
import type { Desk } from './desk'
import { findDestinations, mayTransfer } from './destinations'
import { Task } from './Task'

export interface OpenProps {
  readonly conversation: Conversation
  readonly desk: Desk
  readonly transfers: TransferStore
  readonly now: number
}

/** The transfers of one desk. A transfer that is being prepared survives a look at another call. */
export function createDeskTransfers(desk: Desk): TransferStore {
  return createTransfers({ ...desk.means, search: (text) => findDestinations(desk, text) })
}

/** The conversation that is open: its controls, what is known, and the task of the moment. */
export function OpenConversation(props: OpenProps) {
  const { desk, transfers } = props
  let controls: HTMLDivElement | undefined
  const one = () => props.conversation
  const pending = () => desk.pending(one().id)
  const talking = () => ['connected', 'held', 'dialing'].includes(one().phase)
  const transferring = () => talking() && transfers.of(one().id).step !== 'closed'
  const hasTask = createMemo(() => transferring() || one().phase === 'wrapup')

  function press(verb: CallVerb) {
    if (verb !== 'transfer') return desk.calls.change(verb, one())
    return transferring() ? closeTransfer() : transfers.open(one().id)
  }

  function closeTransfer() {
    transfers.close(one().id)
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
            mayTransfer={mayTransfer(desk)}
            transferOpen={transferring()}
            onPress={press}
          />
        </Show>
      }
      task={
        <Show when={hasTask()}>
          <Task {...props} onCloseTransfer={closeTransfer} />
        </Show>
      }
    />
  )
}
