import { createMemo, Show } from 'solid-js'
import { CallControls } from '~/conversations/CallControls'
import { ConversationDetail } from '~/conversations/ConversationDetail'
import type { CallVerb } from '~/conversations/controls'
import { whyNotCall, whyNotTransfer } from './rights'
import { type OpenProps, Task } from './Task'

/** The conversation that is open: its controls, what is known, and the task of the moment. */
export function OpenConversation(props: OpenProps) {
  const { desk } = props
  const { transfers } = props.tasks
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
    // One that is on its way stays.
    if (transferring()) return
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
            whyNot={desk.whyNot()}
            lacks={whyNotCall(desk)}
            transfer={{ lacks: whyNotTransfer(desk), open: transferring() }}
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
