import { createMemo, onCleanup, Show } from 'solid-js'
import { CallControls } from '~/conversations/CallControls'
import { CallMarks } from '~/conversations/CallMarks'
import { ConversationDetail } from '~/conversations/ConversationDetail'
import { createKeypad } from '~/conversations/callkeys'
import { createCallCommands } from '~/conversations/commands'
import { type CallVerb, moreFor } from '~/conversations/controls'
import { Keypad } from '~/conversations/Keypad'
import { MoreVerbs } from '~/conversations/MoreVerbs'
import { isTalked } from '~/conversations/part'
import { whyNotNow } from '~/transfer/consultation'
import { afterWork } from '~/wrapup/afterwork'
import { lacksOf } from './callrights'
import { Sides } from './Sides'
import { type OpenProps, Task } from './Task'

/** The conversation that is open: its controls, what is known, and the task of the moment. */
export function OpenConversation(props: OpenProps) {
  const { desk } = props
  const { transfers } = props.tasks
  const calls = createCallCommands(desk.means)
  let controls: HTMLDivElement | undefined
  /** The button that opened what is open. */
  let opener: Element | null = null
  const one = () => props.conversation
  const pending = () => desk.pending(one().id)
  const role = createMemo(() => lacksOf(desk))
  /** What the role lacks, or the moment. */
  const lacks = createMemo(() => ({
    ...role(),
    consult: whyNotNow(one(), 'consult') ?? role().consult,
    invite: whyNotNow(one(), 'invite') ?? role().invite,
  }))
  const talking = createMemo(() => isTalked(one()))
  const transfer = () => transfers.of(one().id)
  const transferring = () => talking() && !['closed', 'offered'].includes(transfer().step)
  const hasTask = createMemo(() => transferring() || afterWork(one(), 0) !== undefined)
  const keypad = createKeypad({
    ...{ clock: desk.means.clock, calls, conversation: one, lacks },
    whyNot: desk.whyNot,
    isHidden: desk.locked,
  })
  /** What its button has opened. */
  const opened = (): CallVerb | undefined => {
    const now = transfer()
    if (now.step !== 'closed' && now.step !== 'offered') return now.intent
    return keypad.opened() ? 'keypad' : undefined
  }

  // It is drawn anew for another one; which it was is not known any more by then.
  const { tasks, conversation } = props
  const { id } = conversation
  onCleanup(() => tasks.left(id))

  function press(verb: CallVerb) {
    switch (verb) {
      case 'keypad':
        opener = document.activeElement
        return keypad.toggle()
      case 'transfer':
      case 'consult':
      case 'invite': {
        if (transferring() && opened() === verb) return closeTransfer()
        opener = document.activeElement
        keypad.close()
        return transfers.open(one().id, verb)
      }
      default:
        return calls.change(verb, one())
    }
  }

  function toOpener() {
    const to = opener?.isConnected ? opener : controls?.querySelector('button')
    if (to instanceof HTMLElement) to.focus()
  }

  function closeTransfer() {
    transfers.close(one().id)
    // One that is on its way stays.
    if (!transferring()) toOpener()
  }

  function closeKeypad() {
    keypad.close()
    toOpener()
  }

  return (
    <ConversationDetail
      conversation={one()}
      queueName={desk.queues.name(one().queue?.id)}
      skillName={tasks.skillName}
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
            lacks={lacks()}
            opened={opened()}
            onPress={press}
          >
            <MoreVerbs
              controls={moreFor(one(), pending(), lacks())}
              whyNot={desk.whyNot()}
              onPress={press}
            />
          </CallControls>
          <CallMarks conversation={one()} />
          <Show when={keypad.opened()}>
            <Keypad keys={keypad.keys} whyNot={keypad.whyNot()} onClose={closeKeypad} />
          </Show>
          <Sides {...props} />
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
