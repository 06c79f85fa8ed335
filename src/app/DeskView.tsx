import { HashRouter, Route, useNavigate, useParams } from '@solidjs/router'
import { createComputed, createMemo, type JSX, on, onMount, Show } from 'solid-js'
import { ConversationCard } from '~/conversations/ConversationCard'
import { ConversationList } from '~/conversations/ConversationList'
import type { Conversation } from '~/conversations/conversation'
import { Notices } from '~/notices/Notices'
import { NotResponding } from '~/presence/NotResponding'
import type { Connection } from '~/protocol'
import { Banner } from '~/ui/Banner'
import { focusIfLost } from '~/ui/focus'
import { Icon } from '~/ui/Icon'
import { createLater } from '~/ui/Later'
import { ConnectionBanner } from './ConnectionBanner'
import styles from './DeskView.module.css'
import type { Desk } from './desk'
import { Header } from './Header'
import { OpenConversation } from './OpenConversation'

interface Props {
  readonly title: string
  readonly desk: Desk
  readonly connection: Connection
  readonly now: number
  readonly silent: boolean
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}

/** The desk on screen: header, banners, the list, and the conversation that is open. */
export function DeskView(props: Props) {
  const task = createLater(async () => (await import('./Task')).Task)
  return (
    <HashRouter root={(route) => <Frame {...props}>{route.children}</Frame>}>
      <Route path="/" component={() => <Nothing desk={props.desk} />} />
      <Route
        path="/conversations/:id"
        component={() => {
          const params = useParams()
          const conversation = createMemo(() => props.desk.conversations.get(params.id ?? ''))
          return (
            <Show when={conversation()} fallback={<Nothing desk={props.desk} />}>
              {(one) => (
                <OpenConversation
                  conversation={one()}
                  desk={props.desk}
                  now={props.now}
                  task={task}
                />
              )}
            </Show>
          )
        }}
      />
      <Route path="*" component={() => <Nothing desk={props.desk} />} />
    </HashRouter>
  )
}

function Frame(props: Props & { readonly children: JSX.Element }) {
  const { desk } = props
  const { conversations, presence, queues } = desk
  const navigate = useNavigate()
  const params = useParams()
  const opened = () => conversations.get(params.id ?? '')
  const open = (id: string) => navigate(`/conversations/${id}`)

  function answer(conversation: Conversation) {
    desk.calls.change('answer', conversation)
    open(conversation.id)
  }

  // After-call work opens by itself, unless the agent is looking at something that still lives.
  createComputed(
    on(
      () => conversations.ids().find((id) => conversations.get(id)?.phase === 'wrapup'),
      (owed) => {
        if (owed && !opened()) queueMicrotask(() => open(owed))
      },
    ),
  )

  return (
    <div class={styles.desk} data-view={opened() ? 'detail' : 'list'}>
      <Header
        title={props.title}
        desk={desk}
        connection={props.connection}
        now={props.now}
        onSignOut={props.onSignOut}
      />
      <main class={styles.body}>
        <nav class={styles.rail} aria-label="Your conversations">
          <ConversationList
            conversations={conversations}
            empty={
              <p class={styles.empty}>
                {desk.freshness() === 'reading'
                  ? 'Reading your conversations…'
                  : 'No conversations'}
              </p>
            }
          >
            {(one) => (
              <ConversationCard
                conversation={one()}
                queueName={queues.name(one().queue?.id)}
                open={opened()?.id === one().id}
                pending={desk.pending(one().id)}
                now={props.now}
                onAnswer={() => answer(one())}
                onDecline={() => desk.calls.change('decline', one())}
              />
            )}
          </ConversationList>
        </nav>
        <section class={styles.open} aria-label="Open conversation">
          {props.children}
        </section>
      </main>
      <div class={styles.dock}>
        <Notices notices={desk.notices} />
        <ConnectionBanner
          connection={props.connection}
          wasLive={desk.wasLive()}
          freshness={desk.freshness()}
          now={props.now}
          onReconnect={props.onReconnect}
          onReadAgain={desk.readAgain}
        />
        <Show when={props.silent && presence.onQueue()}>
          <Banner text="The ring is silent until you click or press a key on this page." />
        </Show>
        <NotResponding
          presence={presence}
          busy={desk.pending(desk.me.id).includes('back-on-queue')}
        />
      </div>
      <p class="sr" aria-live="assertive">
        {announcement(conversations.alerting(), queues.name)}
      </p>
    </div>
  )
}

function announcement(
  alerting: readonly Conversation[],
  queueName: (id: string | undefined) => string | undefined,
): string {
  return alerting
    .map(({ customer, queue }) => {
      const name = queue && (queue.name ?? queueName(queue.id))
      return `Incoming call from ${customer.name}${name ? `, ${name}` : ''}`
    })
    .join('. ')
}

function Nothing(props: { readonly desk: Desk }) {
  const { presence } = props.desk
  let place: HTMLDivElement | undefined
  onMount(() => focusIfLost(place))
  return (
    <div ref={place} class={styles.nothing} tabindex="-1">
      <Icon name="inbox" />
      <p>
        {presence.onQueue()
          ? 'You are on queue. A call will ring here.'
          : 'Switch on On Queue to take calls.'}
      </p>
    </div>
  )
}
