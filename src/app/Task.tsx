import { createMemo, Match, Switch } from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import { Dot } from '~/presence/Dot'
import { TransferPanel } from '~/transfer/TransferPanel'
import { WrapupPanel } from '~/wrapup/WrapupPanel'
import type { Desk } from './desk'
import { admitted, whyNot } from './rights'
import type { Tasks } from './tasks'

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
    const now = transfers.of(one().id)
    return now.step === 'closed' ? undefined : now
  })
  return (
    <Switch>
      {/* Drawn anew for another part: each has its own codes. */}
      <Match when={one().phase === 'wrapup' && (one().mine?.participantId ?? 'none')} keyed>
        {(_) => (
          <WrapupPanel
            conversation={one()}
            wrapup={wrapup}
            now={props.now}
            lacks={whyNot(desk, 'submitWrapup')}
            sending={desk.pending(one().id).includes('wrap-up')}
          />
        )}
      </Match>
      <Match when={transfer()}>
        {(now) => (
          <TransferPanel
            transfer={now()}
            admitted={(to) => admitted(desk, to)}
            dot={(presence) => <Dot system={presence} />}
            onType={(query) => transfers.type(one().id, query)}
            onSend={(to) => void transfers.send(one(), to)}
            onSearchAgain={() => transfers.searchAgain(one().id)}
            onMore={() => transfers.more(one().id)}
            onClose={props.onCloseTransfer}
          />
        )}
      </Match>
    </Switch>
  )
}
