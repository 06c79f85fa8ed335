import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { queueNameOf } from '~/conversations/about'
import { takenByItself } from '~/conversations/answering'
import { ConversationCard } from '~/conversations/ConversationCard'
import { ConversationList } from '~/conversations/ConversationList'
import { createCallCommands } from '~/conversations/commands'
import type { Conversation } from '~/conversations/conversation'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import type { Desk } from './desk'
import { Offers } from './Offers'
import styles from './Offers.module.css'
import { phoneOf, watchPhone, whyNotAnswer } from './phone'
import { whyNotCall } from './rights'
import type { Tasks } from './tasks'
import { Way } from './Way'

/** The agent's conversations; what rings is answered here. */
export function Rail(props: {
  readonly desk: Desk
  readonly tasks: Tasks | undefined
  /** By Genesys Cloud's clock, as the times of calls are. */
  readonly now: number
  /** The one that is shown beside the list. */
  readonly opened: string | undefined
  readonly emptyClass: string | undefined
  readonly onOpen: (id: string) => void
}) {
  const { desk } = props
  const { conversations, queues } = desk
  const calls = createCallCommands(desk.means)
  const navigate = useNavigate()
  watchPhone(desk)

  function answer(conversation: Conversation) {
    calls.change('answer', conversation)
    props.onOpen(conversation.id)
  }

  const isBesides = (id: string) => conversations.idsIn('connected').some((other) => other !== id)

  return (
    <>
      <div class={styles.ways}>
        <Button icon="phone" action="new-call" onClick={() => navigate('/call')}>
          {t`New call`}
        </Button>
        <Way icon="queues" room="queues" name={t`Queues and phone`} />
        <Way icon="team" room="team" name={t`Colleagues`} />
      </div>
      <ConversationList
        conversations={conversations}
        empty={
          <p class={props.emptyClass}>
            {desk.sync.freshness() === 'failed'
              ? t`Your conversations could not be read`
              : t`No conversations`}
          </p>
        }
      >
        {(one) => (
          <ConversationCard
            conversation={one()}
            queueName={queues.name(one().queue?.id) ?? queueNameOf(one())}
            besides={isBesides(one().id)}
            ended={desk.followed()?.line(one())}
            open={props.opened === one().id}
            pending={desk.pending(one().id)}
            whyNot={desk.whyNot() ?? whyNotCall(desk)}
            whyNotAnswer={whyNotAnswer(desk)}
            byItself={takenByItself(phoneOf(desk), one())}
            now={props.now}
            onAnswer={() => answer(one())}
            onDecline={() => calls.change('decline', one())}
          />
        )}
      </ConversationList>
      <Show when={props.tasks}>{(tasks) => <Offers tasks={tasks()} />}</Show>
    </>
  )
}
