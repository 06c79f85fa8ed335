import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  type JSX,
  on,
  onMount,
  Show,
} from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import { givenWrapup } from '~/conversations/given'
import { ownPart } from '~/conversations/own'
import { t } from '~/language'
import { moveThroughList } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import { focusIfLost } from '~/ui/focus'
import { Icon } from '~/ui/Icon'
import { Panel } from '~/ui/Panel'
import { afterWork } from './afterwork'
import { CodeList } from './CodeList'
import { problemOf, troubleOfNotes } from './check'
import { chosenOf } from './draft'
import type { WrapupStore } from './store'
import styles from './WrapupPanel.module.css'
import { hintOf, shortWords } from './words'

/** Milliseconds after the time is up in which Genesys Cloud tells of it. */
const grace = 3_000

/** Notes while the call goes on; after it a code, the notes, and Done. One text box through all of it. */
export function WrapupPanel(props: {
  readonly conversation: Conversation
  readonly wrapup: WrapupStore
  readonly now: number
  /** Why the agent's role does not admit it. */
  readonly lacks: string | undefined
  readonly sending: boolean
  readonly skipping: boolean
  /** What the agent is after it. */
  readonly next: JSX.Element
  readonly onDone: () => void
}) {
  const { wrapup } = props
  const [early, setEarly] = createSignal(false)
  let list: HTMLUListElement | undefined
  let search: HTMLInputElement | undefined
  let notes: HTMLTextAreaElement | undefined
  let foot: HTMLDivElement | undefined
  const problem = createUniqueId()

  const id = () => props.conversation.id
  const draft = () => wrapup.draft(id())
  const work = () => afterWork(props.conversation, props.now)
  // The time goes on each second: what hangs on the stage is done once.
  const stage = createMemo(() => work()?.stage ?? 'ahead')
  const isAhead = () => stage() === 'ahead'
  const given = () => (stage() === 'saved' ? givenWrapup(props.conversation) : undefined)
  const left = () => work()?.leftMs
  const busy = () => props.sending || props.skipping
  const chosen = () => chosenOf(draft(), wrapup.codes(props.conversation.mine))
  const whyNot = () => {
    const code = chosen()
    return props.lacks ?? problemOf({ ...(code && { code }), notes: draft().notes })
  }
  const hint = () => {
    const now = work()
    const { acwRequested } = ownPart(props.conversation)
    const wrapupMs = props.conversation.mine?.wrapupMs
    return now && hintOf(now, { acwRequested, wrapupMs })
  }
  const savedName = () => {
    const listed = wrapup.codes(props.conversation.mine)
    const code = given()
    const known =
      listed.state === 'ready' ? listed.codes.find((one) => one.id === code?.code) : null
    return known?.name ?? code?.name ?? t`your code`
  }

  function done() {
    if (!isAhead() && !busy() && !whyNot()) props.onDone()
  }

  onMount(() => {
    // What was being written when the call left goes on.
    if (stage() === 'offered' && draft().notes) focusIfLost(notes)
  })
  createEffect(
    on(stage, (now, before) => {
      if (now === 'ahead') return
      void wrapup.load(props.conversation)
      if (now !== before) focusIfLost(now === 'saved' ? foot : search)
    }),
  )
  const isLate = createMemo(() => (left() ?? 0) < -grace)
  createEffect(() => isLate() && wrapup.lookAgain(id()))

  return (
    <Panel
      title={isAhead() ? t`Notes` : t`Wrap-up`}
      onKeyDown={(event) => {
        const writes = event.target instanceof HTMLTextAreaElement
        if (!writes) moveThroughList(event, list)
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done()
      }}
      action={
        <Show when={left() !== undefined}>
          <span class={styles.left} data-short={work()?.isShort ? '' : undefined}>
            <Show when={work()?.isShort}>
              <Icon name="warning" />
            </Show>
            <Show when={stage() === 'saved'}>{t`Saved, waiting`} </Show>
            <time>{duration(left() ?? 0)}</time>
            <Show when={stage() === 'owed'}> {t`left`}</Show>
          </span>
        </Show>
      }
    >
      <p role="status" class="sr">
        {work()?.isShort && stage() === 'owed' ? shortWords : ''}
      </p>
      <Show when={hint()}>{(words) => <p class={styles.hint}>{words()}</p>}</Show>
      <Show
        when={given()}
        fallback={
          <>
            <Show when={!isAhead() || early()}>
              <CodeList
                conversation={props.conversation}
                wrapup={wrapup}
                readonly={busy()}
                search={(input) => {
                  search = input
                }}
                list={(codes) => {
                  list = codes
                }}
                onAgain={() => (isAhead() ? notes : foot?.querySelector('button'))?.focus()}
              />
            </Show>
            <textarea
              ref={notes}
              class={styles.notes}
              rows="3"
              aria-label={t`Notes`}
              aria-describedby={problem}
              aria-invalid={troubleOfNotes(draft().notes) ? 'true' : undefined}
              placeholder={t`Notes`}
              // What is typed after Done would not be sent any more.
              readonly={busy()}
              value={draft().notes}
              onInput={(event) => wrapup.write(id(), event.currentTarget.value)}
            />
            <p id={problem} role="status" class={styles.status}>
              {troubleOfNotes(draft().notes) ?? (isAhead() ? undefined : props.lacks)}
            </p>
          </>
        }
      >
        {(saved) => (
          <dl class={styles.saved}>
            <dt>{t`Code`}</dt>
            <dd>{savedName()}</dd>
            <Show when={saved().notes}>
              <dt>{t`Notes`}</dt>
              <dd>{saved().notes}</dd>
            </Show>
          </dl>
        )}
      </Show>
      <div ref={foot} class={styles.foot} tabindex="-1">
        <Show
          when={!isAhead()}
          fallback={
            <Button
              kind="quiet"
              expanded={early()}
              onClick={() => {
                void wrapup.load(props.conversation)
                if (setEarly((before) => !before)) search?.focus()
              }}
            >{t`Choose the code now`}</Button>
          }
        >
          <Show when={!given()}>
            <Button
              kind="primary"
              icon="check"
              action="done"
              busy={props.sending}
              whyNot={whyNot()}
              hint={t`Done: Ctrl+Enter in the notes, too`}
              onClick={done}
            >{t`Done`}</Button>
          </Show>
          <Show when={work()?.maySkip && !given()}>
            <Button
              name={t`Skip wrap-up`}
              busy={props.skipping}
              whyNot={props.sending ? t`It is being sent` : undefined}
              onClick={() => void wrapup.skip(props.conversation)}
            >{t`Skip`}</Button>
          </Show>
          {props.next}
        </Show>
      </div>
    </Panel>
  )
}
