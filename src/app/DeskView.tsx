import { HashRouter, Route, useNavigate, useParams } from '@solidjs/router'
import { createComputed, createMemo, type JSX, Show, untrack } from 'solid-js'
import { t } from '~/language'
import type { Connection, SignedIn } from '~/protocol/protocol'
import type { SignIn } from '~/signin/signin'
import { Button } from '~/ui/Button'
import { createLater, DrawLater, type Later } from '~/ui/Later'
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
  /** What draws the list and most of what is around it, fetched beside the facts. */
  readonly later: Later<typeof import('./later')>
  readonly onReconnect: () => void
  readonly onSignOut: () => void
}

/** The desk on screen: header, banners, the list, and the conversation that is open. */
export function DeskView(props: Props) {
  /** What draws an open conversation and does its tasks. */
  const work = createMemo(() => {
    const later = props.later.code()
    return later && createLater(later.fetchWork)
  })
  const tasks = createMemo(() => work()?.code()?.openTasks(props.desk))
  /** Draws with it, once there are tasks to draw. */
  const worked = (
    draw: (code: typeof import('./work'), tasks: Tasks) => JSX.Element,
    fallback?: JSX.Element,
  ) => (
    <Show when={work()} fallback={fallback}>
      {(fetched) => (
        <DrawLater later={fetched()}>
          {(code) => <Show when={tasks()}>{(made) => draw(code, made())}</Show>}
        </DrawLater>
      )}
    </Show>
  )
  const now = () => props.now - props.desk.ahead()
  const elsewhere = () =>
    worked(({ Elsewhere }, made) => <Elsewhere {...props} tasks={made} now={now()} />)
  return (
    <HashRouter
      root={(route) => (
        <Frame {...props} tasks={tasks()} work={work()}>
          {route.children}
        </Frame>
      )}
    >
      <Route
        path="/conversations/:id"
        component={() => {
          const params = useParams()
          const conversation = createMemo(() => props.desk.conversations.get(params.id ?? ''))
          return (
            // Drawn anew for another conversation: nothing that was typed for one may reach the other.
            <Show when={conversation()?.id} keyed fallback={elsewhere()}>
              <Show when={conversation()}>
                {(one) =>
                  worked(
                    ({ OpenConversation }, made) => (
                      <OpenConversation
                        conversation={one()}
                        desk={props.desk}
                        tasks={made}
                        now={now()}
                      />
                    ),
                    <DrawLater later={props.later}>{() => null}</DrawLater>,
                  )
                }
              </Show>
            </Show>
          )
        }}
      />
      <Route path="*" component={elsewhere} />
    </HashRouter>
  )
}

function Frame(
  props: Props & {
    readonly tasks: Tasks | undefined
    readonly work: Later<typeof import('./work')> | undefined
    readonly children: JSX.Element
  },
) {
  const { desk } = props
  const { conversations } = desk
  const navigate = useNavigate()
  const params = useParams()
  /** By Genesys Cloud's clock, as the times of calls are. */
  const now = () => props.now - desk.ahead()
  const opened = () => conversations.get(params.id ?? '')
  const open = (id: string) => navigate(`/conversations/${id}`)

  // After-call work opens by itself, once, unless the agent is looking at something else.
  const shown = new Set<string>()
  createComputed(() => {
    for (const id of conversations.idsIn('wrapup')) {
      if (shown.has(id)) continue
      shown.add(id)
      const isBusy = untrack(() => opened() || props.tasks?.aside())
      if (!isBusy) queueMicrotask(() => open(id))
    }
  })

  return (
    <>
      {/* What is locked stays as it is, with its drafts, carets and places, and cannot be seen. */}
      <div
        class={styles.desk}
        data-view={opened() || props.tasks?.aside() ? 'detail' : 'list'}
        data-stale={desk.whyNot() ? '' : undefined}
        inert={desk.locked()}
      >
        <Header
          title={props.title}
          desk={desk}
          session={props.session}
          signIn={props.signIn}
          connection={props.connection}
          now={now()}
          later={props.later}
          work={props.work?.code()}
          tasks={props.tasks}
          signOut={
            <Show
              when={props.tasks && props.later.code()}
              keyed
              fallback={
                // Before its code is here nobody knows what it would delete.
                <Button
                  busy={!props.later.failed()}
                  whyNot={conversations.live() ? t`End your calls first` : undefined}
                  onClick={props.onSignOut}
                >{t`Sign out`}</Button>
              }
            >
              {({ Account }) => <Account {...props} tasks={props.tasks} />}
            </Show>
          }
        />
        <main class={styles.body}>
          <nav class={styles.rail} data-scrolls aria-label={t`Your conversations`}>
            {/* That it could not be loaded is said once, where the agent looks. */}
            <Show when={!(opened() && props.later.failed())}>
              <DrawLater later={props.later}>
                {({ Rail }) => (
                  <Rail
                    desk={desk}
                    tasks={props.tasks}
                    now={now()}
                    opened={opened()?.id}
                    emptyClass={styles.empty}
                    onOpen={open}
                  />
                )}
              </DrawLater>
            </Show>
          </nav>
          <section class={styles.open} data-scrolls aria-label={t`Open conversation`}>
            {props.children}
          </section>
        </main>
        <div class={styles.dock}>
          <Show when={props.later.code()} keyed>
            {({ Dock }) => <Dock {...props} />}
          </Show>
        </div>
      </div>
      <Show when={desk.locked()}>
        <DrawLater later={props.later}>{({ LockedDesk }) => <LockedDesk {...props} />}</DrawLater>
      </Show>
    </>
  )
}
