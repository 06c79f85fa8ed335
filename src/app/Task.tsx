import { useNavigate } from '@solidjs/router'
import { createMemo, onCleanup, Show } from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import { givenWrapup } from '~/conversations/given'
import { Dot } from '~/presence/Dot'
import { TransferPanel } from '~/transfer/TransferPanel'
import { afterWork } from '~/wrapup/afterwork'
import { whyNotJoin } from './consultrights'
import type { Desk } from './desk'
import { nextOwed } from './owed'
import styles from './Task.module.css'
import type { Tasks } from './tasks'
import { Wrapup } from './Wrapup'

export interface OpenProps {
  readonly conversation: Conversation
  readonly desk: Desk
  readonly tasks: Tasks
  readonly now: number
}

interface Props extends OpenProps {
  readonly onCloseTransfer: () => void
}

/** What the moment asks for beside the conversation: its wrap-up, or its transfer. */
export function Task(props: Props) {
  const { desk } = props
  const { transfers, wrapup } = props.tasks
  const one = () => props.conversation
  const transfer = createMemo(() => {
    // Its call has left: what comes after it takes the focus.
    if (one().phase === 'wrapup') return undefined
    const now = transfers.of(one().id)
    const finder = transfers.finder(one().id)
    if (now.step === 'closed' || now.step === 'offered' || !finder) return undefined
    return { now, finder }
  })
  /** Once per part: each has its own codes, and one text box from the call's notes to Done. */
  const part = createMemo(() => afterWork(one(), 0) && (one().mine?.participantId ?? 'none'))
  const navigate = useNavigate()
  let isLeft = false
  onCleanup(() => {
    isLeft = true
  })

  async function done() {
    await wrapup.submit(one())
    // What is sat out needs nobody: the next one that is owed opens.
    // Not where it was refused or is in doubt; and whoever looks elsewhere by now stays there.
    const { conversations } = desk
    const now = isLeft ? undefined : conversations.get(one().id)
    if (!now || !givenWrapup(now)) return
    const next = nextOwed(conversations.all())
    if (next && next !== now.id) navigate(`/conversations/${next}`)
  }

  return (
    <div class={styles.tasks}>
      <Show when={transfer()}>
        {(open) => (
          <TransferPanel
            transfer={open().now}
            finder={open().finder}
            dot={(presence) => <Dot system={presence} />}
            whyNot={(to) => whyNotJoin(desk, one(), to)}
            note={transfers.note(one().id)}
            undoSeconds={transfers.undoSetting.seconds()}
            now={props.now + desk.ahead()}
            onNote={(note) => transfers.write(one().id, note)}
            onUndoSeconds={transfers.undoSetting.set}
            onIntent={(intent) => transfers.open(one().id, intent)}
            onSend={(to, as) => void transfers.send(one(), to, as)}
            onSendNow={() => transfers.sendNow(one().id)}
            onUndo={() => transfers.undo(one().id)}
            onClose={props.onCloseTransfer}
          />
        )}
      </Show>
      <Show when={part()} keyed>
        {(_) => (
          <Wrapup
            conversation={one()}
            desk={desk}
            tasks={props.tasks}
            now={props.now}
            onDone={done}
          />
        )}
      </Show>
    </div>
  )
}
