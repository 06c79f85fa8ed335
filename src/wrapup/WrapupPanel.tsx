import { createSignal, createUniqueId, For, onMount, Show } from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import { moveThroughList } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import { focusIfLost } from '~/ui/focus'
import { Panel } from '~/ui/Panel'
import { SearchBox } from '~/ui/SearchBox'
import { problemOf, troubleOfNotes } from './check'
import type { WrapupStore } from './store'
import styles from './WrapupPanel.module.css'

/** After-call work: a code, the notes, and Done. */
export function WrapupPanel(props: {
  readonly conversation: Conversation
  readonly wrapup: WrapupStore
  readonly now: number
  /** Why the agent's role does not admit it. */
  readonly lacks: string | undefined
  readonly sending: boolean
}) {
  const id = () => props.conversation.id
  const [query, setQuery] = createSignal('')
  let list: HTMLUListElement | undefined
  let search: HTMLInputElement | undefined
  const problem = createUniqueId()

  const codes = () => props.wrapup.codes(props.conversation.mine)
  const failed = () => {
    const listed = codes()
    return listed.state === 'failed' ? listed.why : undefined
  }
  const draft = () => props.wrapup.draft(id())
  const shown = () => {
    const listed = codes()
    if (listed.state !== 'ready') return []
    const text = query().trim().toLowerCase()
    return listed.codes.filter(({ name }) => name.toLowerCase().includes(text))
  }
  /** The chosen code, unless it was chosen from another queue's list. */
  const chosen = () => {
    const listed = codes()
    const { code } = draft()
    const fits = listed.state !== 'ready' || listed.codes.some(({ id }) => id === code?.id)
    return fits ? code : undefined
  }
  const left = () => {
    const ms = props.conversation.mine?.wrapupMs
    return ms === undefined ? undefined : ms - (props.now - props.conversation.since)
  }

  onMount(() => {
    void props.wrapup.load(props.conversation)
    focusIfLost(search)
  })

  return (
    <Panel
      title="Wrap-up"
      onKeyDown={(event) => {
        if (!(event.target instanceof HTMLTextAreaElement)) moveThroughList(event, list)
      }}
      action={
        <Show when={left()}>
          {(ms) => (
            <span class={styles.left} data-short={ms() < 10_000 ? '' : undefined}>
              <time>{duration(ms())}</time> left
            </span>
          )}
        </Show>
      }
    >
      <SearchBox
        ref={(input) => {
          search = input
        }}
        name="Wrap-up code"
        placeholder="Type to search the codes"
        value={query()}
        busy={codes().state === 'loading'}
        onInput={setQuery}
      />
      <div role="status" class={styles.status}>
        <Show when={failed()}>
          {(why) => (
            <>
              <p>The codes could not be read. {why()}</p>
              <Button onClick={() => void props.wrapup.load(props.conversation)}>
                Read them again
              </Button>
            </>
          )}
        </Show>
        <Show when={codes().state === 'loading'}>
          <p>Reading the codes…</p>
        </Show>
        <Show when={codes().state === 'ready' && shown().length === 0}>
          <p>
            {query()
              ? 'No code matches.'
              : 'This queue has no wrap-up codes. Ask your administrator for one.'}
          </p>
        </Show>
      </div>
      <ul ref={list} class={styles.codes} aria-label="Codes">
        <For each={shown()}>
          {(code) => (
            <li>
              <button
                type="button"
                class={styles.code}
                aria-pressed={chosen()?.id === code.id}
                onClick={() => props.sending || props.wrapup.choose(id(), code)}
              >
                {code.name}
              </button>
            </li>
          )}
        </For>
      </ul>
      <textarea
        class={styles.notes}
        rows="3"
        aria-label="Notes"
        aria-describedby={problem}
        aria-invalid={troubleOfNotes(draft().notes) ? 'true' : undefined}
        placeholder="Notes"
        // What is typed after Done would not be sent any more.
        readonly={props.sending}
        value={draft().notes}
        onInput={(event) => props.wrapup.write(id(), event.currentTarget.value)}
      />
      <p id={problem} role="status" class={styles.status}>
        {troubleOfNotes(draft().notes) ?? props.lacks}
      </p>
      <Button
        kind="primary"
        icon="check"
        busy={props.sending}
        whyNot={props.lacks ?? problemOf({ code: chosen(), notes: draft().notes })}
        onClick={() => void props.wrapup.submit(props.conversation)}
      >
        Done
      </Button>
    </Panel>
  )
}
