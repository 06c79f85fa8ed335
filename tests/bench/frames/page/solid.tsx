import { render } from 'solid-js/web'
import { ConversationCard } from '~/conversations/ConversationCard'
import { ConversationList } from '~/conversations/ConversationList'
import { createConversations } from '~/conversations/store'
import type { List } from './list'

/** As app/Rail.tsx does it. */
export function drawAsDesk(host: HTMLElement, me: string): List {
  const now = Date.now()
  const conversations = createConversations({ me, now: () => now })
  const remove = render(
    () => (
      <ConversationList conversations={conversations} empty={<p>None</p>}>
        {(one) => (
          <ConversationCard
            conversation={one()}
            queueName={undefined}
            open={false}
            besides={false}
            ended={undefined}
            pending={[]}
            whyNot={undefined}
            now={now}
            onAnswer={() => {}}
            onDecline={() => {}}
          />
        )}
      </ConversationList>
    ),
    host,
  )
  return { replace: conversations.replace, apply: conversations.apply, remove }
}
