import { createMemo, Match, Switch } from 'solid-js'
import { Dot } from '~/presence/Dot'
import { TransferPanel } from '~/transfer/TransferPanel'
import { WrapupPanel } from '~/wrapup/WrapupPanel'
import type { OpenProps } from './OpenConversation'

interface Props extends OpenProps {
  readonly onCloseTransfer: () => void
}

/** What the moment asks for beside the conversation: its wrap-up, or its transfer. */
export function Task(props: Props) {
  const { desk, transfers } = props
  const one = () => props.conversation
  const transfer = createMemo(() => {
    const now = transfers.of(one().id)
    return now.step === 'closed' ? undefined : now
  })
  return (
    <Switch>
      <Match when={one().phase === 'wrapup'}>
        <WrapupPanel
          conversation={one()}
          wrapup={desk.wrapup}
          now={props.now}
          sending={desk.pending(one().id).includes('wrap-up')}
        />
      </Match>
      <Match when={transfer()}>
        {(now) => (
          <TransferPanel
            transfer={now()}
            dot={(presence) => <Dot system={presence} />}
            onType={(query) => transfers.type(one().id, query)}
            onSend={(to) => void transfers.send(one(), to)}
            onClose={props.onCloseTransfer}
          />
        )}
      </Match>
    </Switch>
  )
}
