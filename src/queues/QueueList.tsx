import { createEffect, createMemo, createSignal, For, onCleanup, Show } from 'solid-js'
import type { QueueId } from '~/genesys/ids'
import type { Named } from '~/genesys/values'
import { t } from '~/language'
import { moveThroughRows } from '~/ui/arrows'
import { Button } from '~/ui/Button'
import { SearchBox } from '~/ui/SearchBox'
import type { Figures } from './figures'
import type { MyQueues } from './mine'
import styles from './QueueList.module.css'
import { joinedWords, onQueueWords, waitingWords } from './words'

export interface QueueListProps {
  readonly mine: MyQueues
  readonly figures: (id: QueueId) => Figures | undefined
  /** By Genesys Cloud's clock. */
  readonly now: number
  /** Why nothing can be joined or left. */
  readonly whyNot: string | undefined
  /** What was ordered for it and is not known to be so. */
  readonly wanted: (id: QueueId) => boolean | undefined
  /** A row is drawn. */
  readonly drawn: (row: HTMLElement, queue: Named) => void
}

/** From how many on they are looked for by name. */
const few = 8
/** As many rows as are drawn at once, and then again when the last of them comes into sight. */
const atOnce = 50

/** The rows: each queue with how it goes there, joined or left by one press. */
export function QueueList(props: QueueListProps) {
  const { mine } = props
  let list: HTMLUListElement | undefined
  const [typed, setTyped] = createSignal('')
  const [drawn, setDrawn] = createSignal(atOnce)
  const all = () => mine.list() ?? []
  const found = createMemo(() => {
    const words = typed().trim().toLocaleLowerCase()
    return words ? all().filter(({ name }) => name.toLocaleLowerCase().includes(words)) : all()
  })
  const rows = createMemo(() => found().slice(0, drawn()))

  function onSight(row: HTMLElement) {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && more())
    // Anew for each part that was drawn: where the last row stays in sight nothing else would tell.
    createEffect(() => {
      rows()
      seen.unobserve(row)
      seen.observe(row)
    })
    onCleanup(() => seen.disconnect())
  }
  const more = () => setDrawn((count) => count + atOnce)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the box and the buttons inside.
    <div onKeyDown={(event) => moveThroughRows(event, list, undefined)}>
      <Show when={all().length > few}>
        <SearchBox
          name={t`Filter your queues`}
          placeholder={t`Name of a queue`}
          value={typed()}
          onInput={(text) => {
            setTyped(text)
            setDrawn(atOnce)
          }}
        />
        <div class={styles.said} role="status">
          <Show when={found().length === 0}>
            <p class={styles.note}>{t`No queue of yours has this in its name.`}</p>
          </Show>
        </div>
      </Show>
      <ul ref={list} class={styles.list} aria-label={t`Your queues`}>
        <For each={rows()}>
          {(queue) => {
            const joined = () => mine.joined(queue.id)
            const wanted = () => props.wanted(queue.id)
            const figures = () => props.figures(queue.id) ?? {}
            return (
              <li
                ref={(row) => props.drawn(row, queue)}
                class={styles.row}
                data-row
                data-joined={joined() && wanted() === undefined ? '' : undefined}
              >
                <span class={styles.queue}>
                  {queue.name}
                  <small class={styles.about}>
                    <span classList={{ [styles.joined ?? '']: joined() === true }}>
                      {joinedWords(joined(), wanted())}
                    </span>
                    <span>{waitingWords(figures(), props.now)}</span>
                    <span>{onQueueWords(figures())}</span>
                  </small>
                </span>
                <Button
                  class={styles.join}
                  name={joined() ? t`Leave ${queue.name}` : t`Join ${queue.name}`}
                  busy={wanted() !== undefined}
                  whyNot={
                    joined() === undefined
                      ? t`Whether you have joined it could not be read`
                      : props.whyNot
                  }
                  onClick={() => mine.set([queue], !joined())}
                >
                  {joined() ? t`Leave` : t`Join`}
                </Button>
              </li>
            )
          }}
        </For>
        <Show when={found().length > rows().length}>
          <li class={styles.more} data-row ref={onSight}>
            <Button onClick={more}>{t`Show more queues`}</Button>
          </li>
        </Show>
      </ul>
    </div>
  )
}
