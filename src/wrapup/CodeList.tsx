import { createMemo, createSignal, For, Show, untrack } from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { SearchBox } from '~/ui/SearchBox'
import { chosenOf } from './draft'
import { shown, unmarked } from './marks'
import type { WrapupStore } from './store'
import styles from './WrapupPanel.module.css'

/** The codes of the queue, searched as they are typed: the favourites first, then those used last. */
export function CodeList(props: {
  readonly conversation: Conversation
  readonly wrapup: WrapupStore
  /** What is chosen now would be too late. */
  readonly readonly: boolean
  readonly search: (input: HTMLInputElement) => void
  readonly list: (list: HTMLUListElement) => void
  /** A code that is chosen already was pressed again by a key: the way goes on. */
  readonly onAgain: () => void
}) {
  const { wrapup } = props
  const [query, setQuery] = createSignal('')
  const id = () => props.conversation.id
  const queueId = () => props.conversation.queue?.id
  const listed = () => wrapup.codes(props.conversation.mine)
  const codes = () => {
    const now = listed()
    return now.state === 'ready' ? now.codes : []
  }
  const failed = () => {
    const now = listed()
    return now.state === 'failed' ? now.why : undefined
  }
  const marks = () => wrapup.marks(queueId())
  /** As they were when the list came: a favourite that is made now moves nothing under the finger. */
  const order = createMemo(() => (codes().length > 0 ? untrack(marks) : unmarked))
  const found = () => shown(codes(), query(), order())
  const chosen = () => chosenOf(wrapup.draft(id()), listed())
  const isFavourite = (code: string) => marks().favourite.includes(code)
  const mark = (code: string) =>
    isFavourite(code) ? t`Favourite` : marks().recent.includes(code) ? t`Used lately` : undefined

  function press(index: number, byKey: boolean) {
    const code = found()[index]
    if (!code || props.readonly) return
    if (byKey && chosen()?.id === code.id) props.onAgain()
    else wrapup.choose(id(), code)
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key of the box inside. */}
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || found().length !== 1) return
          event.preventDefault()
          press(0, true)
        }}
      >
        <SearchBox
          ref={props.search}
          name={t`Wrap-up code`}
          placeholder={t`Type to search the codes`}
          value={query()}
          busy={listed().state === 'loading'}
          onInput={setQuery}
        />
      </div>
      <div role="status" class={styles.status}>
        <Show when={failed()}>
          {(why) => (
            <>
              <p>{t`The codes could not be read. ${why()}`}</p>
              <Button
                onClick={() => void wrapup.load(props.conversation)}
              >{t`Read them again`}</Button>
            </>
          )}
        </Show>
        <Show when={listed().state === 'loading'}>
          <p>{t`Reading the codes…`}</p>
        </Show>
        <Show when={listed().state === 'ready' && found().length === 0}>
          <Show when={codes().length === 0} fallback={<p>{t`No code matches.`}</p>}>
            <p>{t`This queue has no wrap-up codes. Ask your administrator for one, then read them again.`}</p>
            <Button
              onClick={() => void wrapup.reload(props.conversation)}
            >{t`Read them again`}</Button>
          </Show>
        </Show>
      </div>
      <ul ref={props.list} class={styles.codes} aria-label={t`Codes`}>
        <For each={found()}>
          {(code, index) => (
            <li>
              <button
                type="button"
                class={styles.code}
                aria-pressed={chosen()?.id === code.id}
                aria-description={mark(code.id)}
                data-favourite={isFavourite(code.id) ? '' : undefined}
                onClick={(event) => press(index(), event.detail === 0)}
              >
                {code.name}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={queueId() && chosen()}>
        {(code) => (
          <Button
            kind="quiet"
            class={styles.turn}
            onClick={() => wrapup.turnFavourite(queueId(), code().id)}
          >
            {isFavourite(code().id) ? t`No favourite any more` : t`Make it a favourite`}
            <span class="sr">: {code().name}</span>
          </Button>
        )}
      </Show>
    </>
  )
}
