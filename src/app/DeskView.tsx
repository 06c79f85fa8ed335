import { HashRouter, Route, useNavigate, useParams } from '@solidjs/router'
import { createComputed, createMemo, type JSX, onMount, Show, untrack } from 'solid-js'
import { ConversationCard } from '~/conversations/ConversationCard'
import { ConversationList } from '~/conversations/ConversationList'
import type { Conversation } from '~/conversations/conversation'
import type { Connection, SignedIn } from '~/protocol/protocol'
import type { SignIn } from '~/signin/signin'
import { Button } from '~/ui/Button'
import { focusIfLost } from '~/ui/focus'
import { Icon } from '~/ui/Icon'
import { DrawLater, type Later } from '~/ui/Later'
import styles from './DeskView.module.css'
import type { Desk } from './desk'
import { Header } from './Header'
import type { Tasks } from './tasks'

interface Props {
  readonly title: string
  readonly desk: Desk
  readonly session: SignedIn
  readonly signIn: SignIn
  readonly connection: Connection
  readonly now: number
  readonly silent: boolean
  /** What draws an open conversation and does its tasks, fetched beside the facts. */
  readonly later: Later<typeof import('./later')>
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}

/** The desk on screen: header, banners, the list, and the conversation that is open. */
export function DeskView(props: Props) {
  const tasks = createMemo(() => props.later.code()?.openTasks(props.desk))
  return (
    <HashRouter
      root={(route) => (
        <Frame {...props} tasks={tasks()}>
          {route.children}
        </Frame>
      )}
    >
      <Route path="/" component={() => <Nothing {...props} />} />
      <Route
        path="/conversations/:id"
        component={() => {
          const params = useParams()
          const conversation = createMemo(() => props.desk.conversations.get(params.id ?? ''))
          return (
            // Drawn anew for another conversation: nothing that was typed for one may reach the other.
            <Show when={conversation()?.id} keyed fallback={<Nothing {...props} />}>
              <Show when={conversation()}>
                {(one) => (
                  <DrawLater later={props.later}>
                    {({ OpenConversation }) => (
                      <Show when={tasks()}>
                        {(made) => (
                          <OpenConversation
                            conversation={one()}
                            desk={props.desk}
                            tasks={made()}
                            now={props.now - props.desk.ahead()}
                          />
                        )}
                      </Show>
                    )}
                  </DrawLater>
                )}
              </Show>
            </Show>
          )
        }}
      />
      <Route path="*" component={() => <Nothing {...props} />} />
    </HashRouter>
  )
}

function Frame(
  props: Props & { readonly tasks: Tasks | undefined; readonly children: JSX.Element },
) {
  const { desk } = props
  const { conversations, queues } = desk
  const navigate = useNavigate()
  const params = useParams()
  /** By Genesys Cloud's clock, as the times of calls are. */
  const now = () => props.now - desk.ahead()
  const opened = () => conversations.get(params.id ?? '')
  const open = (id: string) => navigate(`/conversations/${id}`)

  function answer(conversation: Conversation) {
    desk.calls.change('answer', conversation)
    open(conversation.id)
  }

  // After-call work opens by itself, once, unless the agent is looking at something else.
  const shown = new Set<string>()
  createComputed(() => {
    for (const id of conversations.ids()) {
      if (conversations.get(id)?.phase !== 'wrapup' || shown.has(id)) continue
      shown.add(id)
      if (!untrack(opened)) queueMicrotask(() => open(id))
    }
  })

  return (
    <>
      {/* What is locked stays as it is, with its drafts, carets and places, and cannot be seen. */}
      <div
        class={styles.desk}
        data-view={opened() ? 'detail' : 'list'}
        data-stale={desk.whyNot() ? '' : undefined}
        inert={desk.locked()}
      >
        <Header
          title={props.title}
          desk={desk}
          signIn={props.signIn}
          connection={props.connection}
          now={now()}
          later={props.later}
          signOut={
            <Show
              when={props.tasks && props.later.code()}
              keyed
              fallback={
                // Before its code is here nobody knows what it would delete.
                <Button
                  busy={!props.later.failed()}
                  whyNot={conversations.live() ? 'End your calls first' : undefined}
                  onClick={props.onSignOut}
                >
                  Sign out
                </Button>
              }
            >
              {({ Account }) => <Account {...props} tasks={props.tasks} />}
            </Show>
          }
        />
        <main class={styles.body}>
          <nav class={styles.rail} data-scrolls aria-label="Your conversations">
            <ConversationList
              conversations={conversations}
              empty={
                <p class={styles.empty}>
                  {desk.sync.freshness() === 'failed'
                    ? 'Your conversations could not be read'
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
                  whyNot={desk.whyNot() ?? props.later.code()?.whyNotCall(desk)}
                  now={now()}
                  onAnswer={() => answer(one())}
                  onDecline={() => desk.calls.change('decline', one())}
                />
              )}
            </ConversationList>
          </nav>
          <section class={styles.open} data-scrolls aria-label="Open conversation">
            {props.children}
          </section>
        </main>
        <div class={styles.dock}>
          <Show when={props.later.code()} keyed>
            {({ Dock }) => <Dock {...props} />}
          </Show>
        </div>
        <p class="sr" aria-live="assertive">
          {desk.locked() ? '' : announcement(conversations.alerting(), queues.name)}
        </p>
      </div>
      <Show when={desk.locked()}>
        <DrawLater later={props.later}>
          {({ LockedDesk }) => <LockedDesk {...props} tasks={props.tasks} />}
        </DrawLater>
      </Show>
    </>
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

function Nothing(props: Pick<Props, 'desk' | 'connection'>) {
  const { presence } = props.desk
  let place: HTMLDivElement | undefined
  onMount(() => focusIfLost(place))
  const words = () => {
    if (!presence.onQueue()) return 'Switch on On Queue to take calls.'
    if (presence.routing()?.status === 'NOT_RESPONDING')
      return 'No calls come to you until you are back on queue.'
    return props.connection.state === 'live'
      ? 'You are on queue. A call will ring here.'
      : 'You are on queue. Without live updates a call shows up late.'
  }
  return (
    <div ref={place} class={styles.nothing} tabindex="-1">
      <Icon name="inbox" />
      <p>{words()}</p>
    </div>
  )
}
